import { z } from 'zod';

const IsoDay = z.iso.date();

/**
 * One version of a rule, as a file under `rules/` states it. `topic` names what is ruled, `id` this version of it
 * (a decision stores the id). `regime` and `agency` narrow it; without them it holds for everybody. `from` and `to`
 * are its first and last day. `confidence`: read in the law's own text, from a secondary source, or a setting that
 * an agency may change. `cases` are worked examples, run as tests.
 */
export const Rule = z.object({
  id: z.string().min(1),
  topic: z.string().min(1),
  regime: z.string().optional(),
  agency: z.string().optional(),
  from: IsoDay,
  to: IsoDay.optional(),
  value: z.json(),
  unit: z.string(),
  base: z.string().optional(),
  comparison: z.enum(['<', '≤', '=', '≥', '>']).optional(),
  clockEvent: z.string().optional(),
  basis: z.object({ text: z.string().min(1), article: z.string().min(1) }),
  confidence: z.enum(['text', 'secondary', 'setting']),
  note: z.string().optional(),
  cases: z.array(z.record(z.string(), z.json())),
});
export type Rule = z.infer<typeof Rule>;

/** Which rule is asked for: a topic or an id, the day (ISO or PlainDate), and whose it is. */
export interface RuleQuery {
  topic?: string;
  id?: string;
  on: string | Temporal.PlainDate;
  regime?: string;
  agency?: string;
}

/**
 * The rule in force on a day, the agency's own before its regime's before everybody's.
 * @returns undefined where no rule is in force.
 * @throws Error where two equally narrow rules are, which `ruleFaults` finds beforehand.
 */
export function inForce(rules: readonly Rule[], query: RuleQuery): Rule | undefined {
  const found = rules.filter((rule) => applies(rule, query));
  const narrowest = Math.max(...found.map(narrowness));
  const [rule, second] = found.filter((candidate) => narrowness(candidate) === narrowest);
  if (rule && second) throw new Error(`Rules ${rule.id} and ${second.id} are both in force on ${query.on}`);
  return rule;
}

function applies(rule: Rule, query: RuleQuery): boolean {
  const on = query.on.toString();
  return (
    (query.topic === undefined || rule.topic === query.topic) &&
    (query.id === undefined || rule.id === query.id) &&
    rule.from <= on &&
    (rule.to === undefined || on <= rule.to) &&
    (rule.regime === undefined || isWithin(query.regime, rule.regime)) &&
    (rule.agency === undefined || rule.agency === query.agency)
  );
}

/** A line of a regime («B-science») falls under the regime («B») too. */
function isWithin(regime: string | undefined, wider: string): boolean {
  return regime === wider || regime?.startsWith(`${wider}-`) === true;
}

function narrowness({ agency, regime }: Rule): number {
  return (agency === undefined ? 0 : 100) + (regime?.split('-').length ?? 0);
}

/** What is wrong with a set of rules: which rules, and the first and last day it concerns. */
export interface RuleFault {
  kind: 'duplicate' | 'reversed' | 'overlap' | 'gap';
  ids: string[];
  from: string;
  to: string;
}

/**
 * Finds ids used twice, ends before beginnings, and overlaps or gaps between the versions of a topic (within
 * one regime and agency). An agency's own rules may leave gaps: there the general rule holds.
 */
export function ruleFaults(rules: readonly Rule[]): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const [id, same] of Object.entries(Object.groupBy(rules, (rule) => rule.id))) {
    const [first, second] = same ?? [];
    if (first && second) faults.push({ kind: 'duplicate', ids: [id], from: first.from, to: second.from });
  }
  for (const rule of rules) {
    if (rule.to !== undefined && rule.to < rule.from) {
      faults.push({ kind: 'reversed', ids: [rule.id], from: rule.from, to: rule.to });
    }
  }
  const lanes = Object.groupBy(rules, (rule) => [rule.topic, rule.regime, rule.agency].join('|'));
  return [...faults, ...Object.values(lanes).flatMap((lane) => laneFaults(lane ?? []))];
}

function laneFaults(lane: readonly Rule[]): RuleFault[] {
  const faults: RuleFault[] = [];
  const byStart = lane.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, later] of byStart.entries()) {
    const earlier = byStart[index - 1];
    if (!earlier) continue;
    const ids = [earlier.id, later.id];
    if (earlier.to === undefined || later.from <= earlier.to) {
      faults.push({ kind: 'overlap', ids, from: later.from, to: earlier.to ?? later.to ?? later.from });
      continue;
    }
    const expected = Temporal.PlainDate.from(earlier.to).add({ days: 1 }).toString();
    if (expected < later.from && later.agency === undefined) {
      const to = Temporal.PlainDate.from(later.from).subtract({ days: 1 }).toString();
      faults.push({ kind: 'gap', ids, from: expected, to });
    }
  }
  return faults;
}
