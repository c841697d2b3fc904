import type { Abilities, Ability, Refusal } from '../domain/permissions/ability.ts';
import { type Actor, Refused } from './context.ts';
import type { Route } from './route.ts';

/** What of an actor a rule may look at. */
export type Viewer = Pick<Actor, 'personId' | 'permissions' | 'lent' | 'via' | 'language'>;

/** When an act on a record is possible, given the permission of its door. */
export interface Rule<Facts> {
  /** The door of the act: who lacks its permission is not even told of the act. */
  route: Route;
  /** Why not on this record, for this person or now; left out where the permission is all that is asked. */
  refusal?: (viewer: Viewer, facts: Facts) => Refusal | null;
}

/** The acts on one kind of record: what the record says of them and what its commands refuse by. */
export interface Policy<Act extends string, Facts> {
  rules: Readonly<Record<Act, Rule<Facts>>>;
  /** Sent with the record; an act whose door is closed to the viewer is left out. */
  abilitiesOf(viewer: Viewer, facts: Facts): Abilities<Act>;
  /**
   * For the command of the act, past its door. @param current what stands now, sent along with a refusal
   * @throws Refused 403 where it is another person's, 409 where it is not now
   */
  insist(act: Act, viewer: Viewer, facts: Facts, current?: unknown): void;
}

/** One table of rules, of which both the abilities and the refusals come. */
export function makePolicy<Act extends string, Facts>(
  rules: Readonly<Record<Act, Rule<Facts>>>,
): Policy<Act, Facts> {
  const known = Object.entries<Rule<Facts>>(rules);
  return {
    rules,
    abilitiesOf(viewer, facts) {
      const open = known.filter(([, { route }]) => opens(route, viewer));
      const said = open.map(([act, rule]): [string, Ability] => [
        act,
        rule.refusal?.(viewer, facts)?.reason ?? true,
      ]);
      return Object.fromEntries(said) as Abilities<Act>;
    },
    insist(act, viewer, facts, current) {
      const refusal = rules[act].refusal?.(viewer, facts);
      if (refusal) refuse(refusal, current);
    },
  };
}

const opens = ({ permission }: Route, { permissions }: Viewer) =>
  permission === 'public' || permission === 'signed-in' || permissions.has(permission);

/** Not this person's to do is 403, not now is 409; both say why. */
export function refuse({ reason, because }: Refusal, current?: unknown): never {
  throw because === 'person' ? Refused.forbidden(reason) : Refused.conflict(reason, current);
}
