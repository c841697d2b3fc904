import { dayWords } from '../../calendar/words.ts';
import { type FileFault, readTaskRules } from './read-rules.ts';
import type { TaskRule } from './rule.ts';
import { taskRules } from './rule-set.ts';
import type { TaskRuleValue } from './values.ts';
import type { Regime } from './vocabulary.ts';

/** What an agency decides otherwise than the rule it stands under, and by which decision. */
export interface AgencyDecision {
  agency: string;
  topic: string;
  regime?: Regime;
  /** «123/QĐ-SKHCN», and the day it was signed. */
  number: string;
  date: string;
  article: string;
  /** Its first day, and its last where it is not for good. */
  from: string;
  to?: string;
  value: TaskRuleValue;
  /** Only where they are not those of the rule it stands in the place of. */
  unit?: string;
  base?: TaskRule['base'];
  comparison?: TaskRule['comparison'];
  note?: string;
}

/**
 * The rules agencies' decisions make: each takes over what it does not say itself from the rule it stands in the place of, and
 * ends the day before a later decision on the same begins. Decisions that make no whole rule are named and left out.
 */
export function decidedRules(decisions: readonly AgencyDecision[]): {
  rules: TaskRule[];
  faults: FileFault[];
} {
  const read = decisions.map(ruleOfDecision);
  return { rules: closed(read.flatMap(({ rules }) => rules)), faults: read.flatMap(({ faults }) => faults) };
}

function ruleOfDecision(decision: AgencyDecision): { rules: TaskRule[]; faults: FileFault[] } {
  const { number, date, article, topic, regime, agency, from, value, ...changes } = decision;
  const file = `Quyết định ${number}`;
  const published = taskRules().find(value.kind, { topic, regime, agency, on: from });
  if (!published) {
    return {
      rules: [],
      faults: [{ file, id: topic, words: 'không có quy tắc chung nào về việc này vào ngày đó để thay' }],
    };
  }
  const { id: _id, to: _to, note: _note, ...inherited } = published;
  const rule = {
    ...inherited,
    ...changes,
    id: [topic.replace(/^task\./u, ''), agency, regime, from].filter(Boolean).join('.'),
    regime,
    agency,
    from,
    value,
    basis: { text: `Quyết định ${number} ngày ${dayWords(Temporal.PlainDate.from(date))}`, article },
    confidence: 'text',
    cases: [],
  };
  return readTaskRules(file, [rule]);
}

/**
 * Of decisions of one agency on the same, each holds until the next; of two from the same day the later one, while the
 * other stays known as what was decided by it, with a last day before its first.
 */
function closed(rules: readonly TaskRule[]): TaskRule[] {
  const lanes = Map.groupBy(rules, ({ topic, regime, agency }) => [topic, regime, agency].join('|'));
  return [...lanes.values()].flatMap((lane) => {
    const byStart = lane.toSorted((a, b) => a.from.localeCompare(b.from));
    return byStart.map((rule, index) => {
      const next = byStart[index + 1];
      const before = byStart.slice(0, index).filter(({ from }) => from === rule.from).length;
      const id = before === 0 ? rule.id : `${rule.id}.${before + 1}`;
      if (!next || (rule.to !== undefined && rule.to < next.from)) return { ...rule, id };
      return { ...rule, id, to: Temporal.PlainDate.from(next.from).subtract({ days: 1 }).toString() };
    });
  });
}
