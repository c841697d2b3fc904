import type { Language } from '../../text/language.ts';
import type { ChangeType } from '../change.ts';
import { changeName } from '../changes.ts';
import type { PhaseId, StepKind } from '../facts.ts';
import { phaseWords } from '../filter.ts';
import { type TaskRegime, taskRegimes } from '../law.ts';
import { roleWords, type TaskRole } from '../roles.ts';
import { type Decider, decidersInEnglish, deciderWords } from '../rules/vocabulary.ts';
import { lifeCycleOf } from './definitions.ts';
import {
  changesInEnglish,
  endsInEnglish,
  outcomesInEnglish,
  phasesInEnglish,
  rolesInEnglish,
  stepInEnglish,
} from './english.ts';
import { getStep } from './opening.ts';
import { type End, kindOf, type Mark, resultWords } from './step.ts';

/** The name of a step under a law; any law's where this one has none of the kind. */
export function stepWordsOf(regime: TaskRegime, kind: StepKind, language: Language = 'vi'): string {
  if (language === 'en') return stepInEnglish(regime, kind);
  const placed = getStep(regime, kind) ?? getStep('B-science', kind) ?? getStep('B-innovation', kind);
  return placed?.step.name ?? kind;
}

/** The name of a phase under a law. */
export const phaseWordsOf = (regime: TaskRegime, id: PhaseId, language: Language = 'vi'): string =>
  language === 'en'
    ? phasesInEnglish[id]
    : (lifeCycleOf(regime).phases.find((phase) => phase.id === id)?.name ?? id);

/** A phase by its short name, the same under every law. */
export const phaseNamed = (id: PhaseId, language: Language = 'vi'): string =>
  language === 'en' ? phasesInEnglish[id] : phaseWords[id];

const englishNames: ReadonlyMap<string, string> = new Map(
  taskRegimes.flatMap((regime) =>
    lifeCycleOf(regime).phases.flatMap(({ steps }) =>
      steps.map(({ name, kind }) => [name, stepInEnglish(regime, kind)] as const),
    ),
  ),
);

/** The name of a step that is known by its Vietnamese name only, as with what figures are told apart by. */
export const nameIn = (language: Language | undefined, name: string): string =>
  language === 'en' ? (englishNames.get(name) ?? name) : name;

/** How a task came to be over under a law. */
export const endWordsOf = (regime: TaskRegime, id: End['id'], language: Language = 'vi'): string =>
  language === 'en' ? endsInEnglish[id] : (lifeCycleOf(regime).ends.find((end) => end.id === id)?.name ?? id);

/** The words of the result a mark names; null for a mark that names none. */
export function resultWordsOf(mark: Mark, language: Language = 'vi'): string | null {
  const vietnamese = resultWords(mark);
  if (language === 'vi' || vietnamese === null) return vietnamese;
  const kind = kindOf(mark);
  const words: Record<string, string> = outcomesInEnglish[kind as keyof typeof outcomesInEnglish];
  return words[mark.slice(kind.length + 1)] ?? null;
}

/** What a change of the closed list is called. */
export const changeWordsOf = (type: ChangeType, language: Language = 'vi'): string =>
  language === 'en' ? changesInEnglish[type] : changeName(type);

/** Who decides, as the rules name it. */
export const deciderWordsOf = (by: Decider, language: Language = 'vi'): string =>
  (language === 'en' ? decidersInEnglish : deciderWords)[by];

/** Who acts on a task. */
export const roleWordsOf = (role: TaskRole, language: Language = 'vi'): string =>
  language === 'en' ? rolesInEnglish[role] : roleWords(role);
