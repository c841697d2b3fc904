import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';
import { doerOf } from '../directives/doer.ts';
import { spokenForBy } from '../requests/policy.ts';

/** Units somebody speaks for, each with in whose stead; null by own right. */
export type SpokenFor = ReadonlyMap<string, InNameOf | null>;

/** The units the actor speaks for on a day: by posts of their own, and by those lent for the day. */
export async function unitsSpokenFor(tx: Tx, actor: Actor, on: string): Promise<SpokenFor> {
  const { posts, actingFor = [] } = await doerOf(tx, actor, on);
  const units = new Map<string, InNameOf | null>();
  for (const { posts: lent, inNameOf } of actingFor)
    for (const unitId of spokenForBy(lent)) units.set(unitId, inNameOf);
  for (const unitId of spokenForBy(posts)) units.set(unitId, null);
  return units;
}

/** In whose stead somebody speaks for one of the units; undefined where for none. */
export function speakingFor(spoken: SpokenFor, unitIds: readonly string[]): InNameOf | null | undefined {
  const found = unitIds.flatMap((unitId) => {
    const inNameOf = spoken.get(unitId);
    return inNameOf === undefined ? [] : [inNameOf];
  });
  return found.includes(null) ? null : found[0];
}
