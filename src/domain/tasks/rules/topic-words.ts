import { taskRegimes } from '../law.ts';
import { stepsOf } from '../lifecycle/opening.ts';
import type { TaskRule } from './rule.ts';
import { causeWords } from './vocabulary.ts';

/** Steps whose time or shape a topic rules, each by its name. */
const stepNames: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const names = new Map<string, Set<string>>();
  const say = (topic: string | undefined, name: string) => {
    if (topic === undefined) return;
    names.set(topic, (names.get(topic) ?? new Set()).add(name));
  };
  for (const regime of taskRegimes)
    for (const { step } of stepsOf(regime).placed) {
      for (const { topic } of step.clocks ?? []) say(topic, step.name);
      for (const topic of step.limits ?? []) say(topic, step.name);
      say(step.supplement, `Bổ sung hồ sơ: ${step.name}`);
    }
  return names;
})();

/** What a rule is about, more closely than its subject: the steps it rules, or the cause that bars; null where only its topic says it. */
export function topicWords({ topic, value }: Pick<TaskRule, 'topic' | 'value'>): string | null {
  if (value.kind === 'bar')
    return `${value.subject === 'investigator' ? 'Chủ nhiệm' : 'Tổ chức chủ trì'}: ${causeWords[value.cause]}`;
  const steps = stepNames.get(topic);
  return steps ? [...steps].join('; ') : null;
}
