import { dayWords } from '../calendar/words.ts';
import { type TaskRegime, taskRegimes } from './law.ts';
import type { TaskRules } from './rules/rule-set.ts';
import { keepsEarlierLaw, type TransitionFacts } from './rules/transition.ts';
import { factWords, type Regime } from './rules/vocabulary.ts';

/** What decides which law a task follows. */
export interface RegimeFacts extends TransitionFacts {
  /** Innovation tasks (Decree 268/2025/NĐ-CP) have a line of their own since 1/10/2025. */
  innovation: boolean;
  /** A decision of the authority that fixes the regime otherwise: its number, day and reason. */
  decided?: { regime: Regime; number: string; on: Temporal.PlainDate; reason: string };
}

/** A task's regime, why in Vietnamese, and the rule it rests on; null where a decision fixed it. */
export interface RegimeChosen {
  regime: Regime;
  reason: string;
  ruleId: string | null;
}

/**
 * The law a task follows. The texts name three tests (Law 93/2025/QH15 article 73 and two ministries): filed before, approved
 * before, or either; which one holds is the agency's rule `task.regime.transition`.
 * @param on the day it is asked for, which finds the rule
 */
export function regimeOf(
  facts: RegimeFacts,
  rules: TaskRules,
  { on, agency }: { on: Temporal.PlainDate; agency?: string },
): RegimeChosen {
  if (facts.decided) {
    const { regime, number, on: day, reason } = facts.decided;
    return { regime, reason: `Quyết định ${number} ngày ${dayWords(day)}: ${reason}`, ruleId: null };
  }
  const rule = rules.get('transition', { topic: 'task.regime.transition', on, agency });
  const limit = dayWords(Temporal.PlainDate.from(rule.value.before));
  const basis = `${rule.basis.text}, ${rule.basis.article}`;
  if (on.toString() < rule.value.before)
    return { regime: 'A', reason: `Luật mới áp dụng từ ${limit} (${basis})`, ruleId: rule.id };
  const kept = keepsEarlierLaw(rule, facts);
  if (kept) {
    const reason = `Đã ${factWords[kept.fact]} ngày ${dayWords(kept.day)}, trước ${limit} (${basis})`;
    return { regime: 'A', reason, ruleId: rule.id };
  }
  const tested = rule.value.facts.map((fact) => factWords[fact]).join(' hoặc ');
  const regime = facts.innovation ? 'B-innovation' : 'B-science';
  return { regime, reason: `Chưa ${tested} trước ${limit} (${basis})`, ruleId: rule.id };
}

/** The laws a task that begins on a day can follow: one, or since 1/10/2025 one for each line. */
export function newTaskRegimes(
  rules: TaskRules,
  { on, agency }: { on: string; agency?: string },
): TaskRegime[] {
  const asked = { on: Temporal.PlainDate.from(on), ...(agency !== undefined && { agency }) };
  const regimes = [false, true].map((innovation) => regimeOf({ innovation }, rules, asked).regime);
  return taskRegimes.filter((regime) => regimes.includes(regime));
}
