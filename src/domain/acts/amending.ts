import { bindingFacts } from '../directives/facts.ts';
import { actKey, type LocalAct, type LocalActFact, type SuperiorAct, type SuperiorActFact } from './facts.ts';

/** An act in force here, registered by hand or issued from a draft, whose id it then bears. */
export interface KnownAct extends LocalAct {
  id: string;
  draft: boolean;
}

/** An act registered by hand as it stands on a day; null before it was issued. The order of its facts does not matter. */
export function localActOn(facts: readonly LocalActFact[], day: string): LocalAct | null {
  const act = bindingFacts(facts).at(-1)?.body.act;
  return act !== undefined && act.issuedOn <= day ? act : null;
}

/** What was decided of one act that rests on a changed one. */
export type Decided =
  | { kind: 'given'; directiveId: string; on: string }
  | { kind: 'spared'; reason: string; on: string };

/** A superior act with what was decided of each act here, the last for each. */
export interface SuperiorStanding {
  act: SuperiorAct;
  decided: ReadonlyMap<string, Decided>;
}

/** Folds the facts of one superior act as of a day; null before it was issued. Their order does not matter. */
export function superiorOn(facts: readonly SuperiorActFact[], day: string): SuperiorStanding | null {
  let act: SuperiorAct | null = null;
  const decided = new Map<string, Decided>();
  for (const { happenedOn: on, body } of bindingFacts(facts, { asOf: day })) {
    if (body.kind === 'given') decided.set(body.actId, { kind: 'given', directiveId: body.directiveId, on });
    else if (body.kind === 'spared') decided.set(body.actId, { kind: 'spared', reason: body.reason, on });
    else act = body.act;
  }
  return act === null ? null : { act, decided };
}

/**
 * The acts here that a superior act touches on a day: in force, resting on an act it changes and not yet on itself. What
 * was decided of an act keeps it on the list when that act has ended meanwhile.
 */
export function touchedBy(
  { act, decided }: SuperiorStanding,
  acts: readonly KnownAct[],
  day: string,
): KnownAct[] {
  const changed = new Set(act.changes.map(actKey));
  const own = actKey(act.number);
  return acts.filter(({ id, bases, issuedOn, endedOn }) => {
    if (decided.has(id)) return true;
    const keys = bases.map(actKey);
    const inForce = issuedOn <= day && (endedOn === null || endedOn > day);
    return inForce && keys.some((key) => changed.has(key)) && !keys.includes(own);
  });
}
