import type { Party } from '../../domain/documents/reading.ts';
import type { Followed } from '../organisation/followed.ts';

/** A unit by what it has become by a day, under the name it bears then: plans outlive the units they were made with. */
export function partyOn(followed: Followed, party: Party, day: string): { unitId: string; name: string } {
  const unitId = party.unitId ?? '';
  const now = followed.successors(unitId, day).standing[0] ?? unitId;
  return { unitId: now, name: followed.nameOn(now, day) ?? party.name };
}

/** All units that a unit has become by a day, itself where it still stands. */
export const standingUnits = (followed: Followed, { unitId = '' }: Party, day: string): string[] => {
  const { standing } = followed.successors(unitId, day);
  return standing.length > 0 ? standing : [unitId];
};
