import { fold } from '../text/fold.ts';
import { type UnitFacts, unitsOn } from './units.ts';

/** A unit meant by what was written, or why it is not clear which. */
export type UnitMeant = { unitId: string; name: string } | 'none' | 'several';

const keyOf = (name: string) => fold(name).replace(/\s+/gu, ' ').trim();

/**
 * Finds units by exactly what a register writes, accents and case apart: any name ever borne, abbreviation or alias. Nothing
 * is guessed: where several bear it, the one that does on the day is meant, else the one that is there `today`.
 * @returns the unit under the name it bears on the day (ISO), as directives given by hand carry it
 */
export function unitFinder(facts: UnitFacts, today: string): (written: string, on: string) => UnitMeant {
  const bearers = new Map<string, Set<string>>();
  const bear = (name: string | null, unitId: string) => {
    if (!name) return;
    const key = keyOf(name);
    bearers.set(key, (bearers.get(key) ?? new Set()).add(unitId));
  };
  for (const { name, abbreviation, unitId } of facts.names) {
    bear(name, unitId);
    bear(abbreviation, unitId);
  }
  for (const { alias, unitId } of facts.aliases) bear(alias, unitId);
  const names = new Map<string, { from: string; name: string }[]>();
  const newest = facts.names.toSorted(
    (a, b) => b.from.localeCompare(a.from) || b.recordedAt.localeCompare(a.recordedAt),
  );
  for (const { unitId, from, name } of newest) {
    const list = names.get(unitId);
    if (list) list.push({ from, name });
    else names.set(unitId, [{ from, name }]);
  }
  const known = new Map<string, UnitMeant>();

  function find(key: string, on: string): UnitMeant {
    const all = [...(bearers.get(key) ?? [])];
    const unitId = all.length > 1 ? (only(all, key, on) ?? only(all, key, today)) : all[0];
    if (unitId === undefined) return all.length > 1 ? 'several' : 'none';
    const borne = names.get(unitId) ?? [];
    return { unitId, name: (borne.find(({ from }) => from <= on) ?? borne[0])?.name ?? '' };
  }

  /** The one unit of several that bears the name on a day. */
  function only(all: readonly string[], key: string, on: string): string | undefined {
    const then = unitsOn(facts, on).filter(
      ({ id, name, abbreviation, aliases }) =>
        all.includes(id) &&
        [name, abbreviation ?? '', ...aliases.map(({ alias }) => alias)].some((one) => keyOf(one) === key),
    );
    return then.length === 1 ? then[0]!.id : undefined;
  }

  return (written, on) => {
    const asked = `${on} ${written}`;
    const meant = known.get(asked) ?? find(keyOf(written), on);
    if (known.size >= 50_000) known.clear();
    known.set(asked, meant);
    return meant;
  };
}
