import { scienceProgrammeOn } from '../../domain/science-programmes/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { knownRecords } from '../planning/facts.ts';

/** Programmes by code and name as they stood on a day (ISO); one described only later by what it is first described as. */
export async function programmeNamesOn(
  tx: Tx,
  agencyId: string,
  day: string,
): Promise<ReadonlyMap<string, string>> {
  const records = await knownRecords(tx, agencyId, 'science_programme');
  return new Map(
    records.flatMap(({ id, facts }) => {
      const standing = scienceProgrammeOn(facts, day) ?? scienceProgrammeOn(facts, '9999-12-31');
      return standing ? [[id, `${standing.profile.code} ${standing.profile.name}`] as const] : [];
    }),
  );
}
