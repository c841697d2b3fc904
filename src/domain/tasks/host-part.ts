import type { StepKind } from './facts.ts';
import { hasMark } from './lifecycle/opening.ts';
import { outcomes, type Step } from './lifecycle/step.ts';
import { sideOf, type TaskRole } from './roles.ts';
import type { TaskTerms } from './said.ts';
import type { TaskStanding } from './standing.ts';

/**
 * How a host or an investigator says a step of theirs by themselves: as the fact it is, or as a notice that the agency takes
 * note of by recording the step.
 */
export type Saying = 'fact' | 'notice';

/** Steps of a call: a host says them by filing or withdrawing its dossier, with a receipt. */
const ofCalls: readonly StepKind[] = ['filed', 'withdrawn'];

/**
 * The one rule, from the definition of the life cycle: a step whose «who» names the part is theirs to say. What they do
 * together with the agency (a contract signed, advances cleared) and what a result hangs on (paid back in full, the last
 * report) they tell, and the agency records; a step that may be done by either is whoever's does it.
 * @returns null where the step is none of theirs
 */
export function sayingOf({ kind, who, optional }: Step, role: TaskRole): Saying | null {
  if (!who.includes(role) || ofCalls.includes(kind)) return null;
  const together = !optional && who.some((one) => sideOf(one) === 'own');
  return together || kind in outcomes ? 'notice' : 'fact';
}

/**
 * Whose task it is: of those the approval names; between the council and the approval, of those whose dossier the council
 * proposed, who must finish it (TT 20/2023/TT-BKHCN Đ11(12), Đ15(1)). Nobody's before that.
 */
export function holdersOf(standing: TaskStanding): Pick<TaskTerms, 'host' | 'investigator'> {
  const { terms } = standing;
  if (hasMark(standing, 'approved')) return { host: terms.host, investigator: terms.investigator };
  const proposed = hasMark(standing, 'scored.proposed') ? proposedDossier(terms) : undefined;
  return { host: proposed?.host ?? null, investigator: proposed?.investigator ?? null };
}

/** The dossier the council named, or the only one there is. */
function proposedDossier({ dossiers, proposedId }: TaskTerms): TaskTerms['dossiers'][number] | undefined {
  const [only, ...others] = dossiers;
  if (proposedId !== null) return dossiers.find(({ dossier }) => dossier === proposedId);
  return others.length === 0 ? only : undefined;
}
