import type { Calendar } from '../../calendar/calendar.ts';
import { dayWords } from '../../calendar/words.ts';
import { type RuleFault, ruleFaults } from '../../rules/rule.ts';
import { caseFault } from './cases.ts';
import { type FileFault, readTaskRules } from './read-rules.ts';
import type { TaskRule } from './rule.ts';

/** What a check of rule files found, and how much it went through. */
export interface RulesChecked {
  rules: number;
  cases: number;
  settings: number;
  faults: FileFault[];
}

/**
 * Checks files of task rules: their shape, overlaps and gaps between the versions of a rule, rules of another kind than
 * the others of their topic, and every worked case. Whatever is published must have a case; what an agency decides need not.
 * @param files content by name
 * @param beside rules the files are checked against without being checked themselves
 */
export function checkTaskRules(
  files: Readonly<Record<string, unknown>>,
  calendar: Calendar,
  beside: readonly TaskRule[] = [],
): RulesChecked {
  const read = Object.entries(files).map(([file, content]) => ({ file, ...readTaskRules(file, content) }));
  const placed = read.flatMap(({ file, rules }) => rules.map((rule) => ({ file, rule })));
  const all = [...beside, ...placed.map(({ rule }) => rule)];
  const kindOf = new Map(all.toReversed().map(({ topic, value }) => [topic, value.kind]));
  const fileOf = new Map(placed.map(({ file, rule }) => [rule.id, file]));
  const faults = [
    ...read.flatMap((one) => one.faults),
    ...ruleFaults(all)
      .filter(({ ids }) => ids.some((id) => fileOf.has(id)))
      .map((fault) => ({
        file: fileOf.get(fault.ids.at(-1)!) ?? '—',
        id: fault.ids.join(', '),
        words: timeWords(fault),
      })),
    ...placed.flatMap(({ file, rule }) => [
      ...wrongKind(rule, kindOf).map((words) => ({ file, id: rule.id, words })),
      ...caseFaults(rule, calendar).map((words) => ({ file, id: rule.id, words })),
    ]),
  ];
  return {
    rules: placed.length,
    cases: placed.reduce((sum, { rule }) => sum + rule.cases.length, 0),
    settings: placed.filter(({ rule }) => rule.confidence === 'setting').length,
    faults,
  };
}

function timeWords({ kind, from, to }: RuleFault): string {
  const days = `từ ${dayWords(Temporal.PlainDate.from(from))} đến ${dayWords(Temporal.PlainDate.from(to))}`;
  switch (kind) {
    case 'duplicate':
      return 'mã quy tắc («id») dùng hai lần';
    case 'reversed':
      return `hết hiệu lực trước khi có hiệu lực (${days})`;
    case 'overlap':
      return `hai bản cùng có hiệu lực ${days}; đặt ngày hết hiệu lực («to») cho bản cũ`;
    case 'gap':
      return `không bản nào có hiệu lực ${days}; nối ngày của hai bản`;
  }
}

/** Who asks for a topic asks for one kind, whoever's rule it is: a topic has one kind only. */
function wrongKind(rule: TaskRule, kindOf: ReadonlyMap<string, string>): string[] {
  const kind = kindOf.get(rule.topic);
  return kind === rule.value.kind
    ? []
    : [`các quy tắc khác về «${rule.topic}» thuộc loại ${kind}, không phải ${rule.value.kind}`];
}

function caseFaults(rule: TaskRule, calendar: Calendar): string[] {
  if (rule.cases.length === 0) return rule.agency ? [] : ['chưa có trường hợp kiểm tra («cases»)'];
  return rule.cases.flatMap((worked, index) => {
    const fault = caseFault(rule, worked, calendar);
    return fault === undefined ? [] : [`trường hợp ${index + 1}: ${fault}`];
  });
}
