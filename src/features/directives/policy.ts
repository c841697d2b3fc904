import { type Around, actKinds, type Doer, partsRefusal, refusalOf } from '../../domain/directives/acts.ts';
import type { ActKind, DirectiveFact } from '../../domain/directives/facts.ts';
import { retractionRefusal } from '../../domain/directives/retraction.ts';
import type { Standing } from '../../domain/directives/standing.ts';
import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy, type Rule } from '../policy.ts';
import { actOnDirective, correctDirective, givePart, retractFact } from './contract.ts';

/** A directive as it stands, and who acts on it with which posts. */
export interface Stood {
  standing: Standing;
  doer: Doer;
  around: Around;
}

const acts = actKinds.map((kind): [ActKind, Rule<Stood>] => [
  kind,
  {
    route: actOnDirective,
    refusal: (_, { standing, doer, around }) => refusalOf(kind, standing, doer, around),
  },
]);

/** Acts on a directive by the one table of `domain/directives/acts.ts`, parts, and corrections of the register. */
export const directivePolicy = makePolicy<ActKind | 'part' | 'correct', Stood>({
  ...(Object.fromEntries(acts) as Record<ActKind, Rule<Stood>>),
  part: {
    route: givePart,
    refusal: (_, { standing, doer, around }) => partsRefusal(standing, doer, around),
  },
  correct: { route: correctDirective },
});

/** Taking back one fact of a directive's history. */
export const factPolicy = makePolicy<'retract', { facts: readonly DirectiveFact[]; factId: string }>({
  retract: {
    route: retractFact,
    refusal({ personId }, { facts, factId }) {
      const reason = retractionRefusal(facts, factId, personId);
      return reason === null ? null : notNow(reason);
    },
  },
});
