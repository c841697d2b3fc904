import type { AgencyUnits } from './match.ts';

interface Dated {
  unitId: string;
  /** First day it holds, ISO. */
  from: string;
  recordedAt: string;
}

/** Everything recorded of an agency's units. */
export interface UnitFacts {
  units: readonly { id: string; openedOn: string }[];
  names: readonly (Dated & { name: string; abbreviation: string | null })[];
  parents: readonly (Dated & { parentId: string | null })[];
  /** First day the unit is no more. */
  closings: readonly { unitId: string; closedOn: string }[];
  /** Aliases still in use. */
  aliases: readonly { id: string; unitId: string; alias: string; learned: boolean }[];
  /** From the day on, the name of a unit that is no more means another. */
  successions?: readonly { fromUnitId: string; toUnitId: string; on: string }[];
}

/** A unit as it stands on a day. */
export interface UnitOn {
  id: string;
  name: string;
  abbreviation: string | null;
  parentId: string | null;
  aliases: { id: string; alias: string; learned: boolean }[];
  openedOn: string;
  closedOn: string | null;
  /** Newest first. */
  formerNames: { name: string; until: string }[];
}

/** Newest first: the later day, and of one day the later record. */
const newestFirst = (a: Dated, b: Dated) =>
  b.from.localeCompare(a.from) || b.recordedAt.localeCompare(a.recordedAt);

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** One fact a day: of two for the same day the one recorded later stands. Newest first. */
function standing<Fact extends Dated>(facts: readonly Fact[], unitId: string): Fact[] {
  const own = facts.filter((fact) => fact.unitId === unitId).sort(newestFirst);
  return own.filter((fact, index) => own[index - 1]?.from !== fact.from);
}

/** The units that exist on a day (ISO), with the names, parents and aliases of that day. */
export function unitsOn(facts: UnitFacts, day: string): UnitOn[] {
  return facts.units.flatMap(({ id, openedOn }) => {
    const closedOn = facts.closings.find((closing) => closing.unitId === id)?.closedOn ?? null;
    const names = standing(facts.names, id);
    const at = names.findIndex(({ from }) => from <= day);
    const name = names[at];
    if (!name || openedOn > day || (closedOn !== null && closedOn <= day)) return [];
    const earlier = names.slice(at + 1);
    return [
      {
        id,
        name: name.name,
        abbreviation: name.abbreviation,
        parentId: standing(facts.parents, id).find(({ from }) => from <= day)?.parentId ?? null,
        aliases: facts.aliases
          .filter(({ unitId }) => unitId === id)
          .map(({ id: aliasId, alias, learned }) => ({ id: aliasId, alias, learned })),
        openedOn,
        closedOn,
        formerNames: earlier.map((former, index) => ({
          name: former.name,
          until: dayBefore((earlier[index - 1] ?? name).from),
        })),
      },
    ];
  });
}

type Named = AgencyUnits['units'][number];

/**
 * Every name of every unit with the days it held, for the reader: a paper of 2024 names the units of 2024. What a
 * closed unit was called means its successor from then on, and comes first where a paper bears no date.
 */
export function namesForReading(facts: UnitFacts): Named[] {
  const own = new Map(facts.units.map(({ id }) => [id, ownNames(facts, id)]));
  return [...facts.units.flatMap(({ id }) => inheritedNames(facts, own, id)), ...[...own.values()].flat()];
}

const closingOf = (facts: UnitFacts, unitId: string) =>
  facts.closings.find((closing) => closing.unitId === unitId)?.closedOn;

function ownNames(facts: UnitFacts, id: string): Named[] {
  const closedOn = closingOf(facts, id);
  const aliases = facts.aliases.filter(({ unitId }) => unitId === id).map(({ alias }) => alias);
  const names = standing(facts.names, id);
  return names.map(({ name, abbreviation, from }, index) => {
    const end = names[index - 1]?.from ?? closedOn;
    // The first name we know may be older than our record of it: papers from before still mean this unit.
    const known = index === names.length - 1 ? {} : { from };
    return {
      id,
      name,
      ...(abbreviation && { abbreviation }),
      aliases,
      ...known,
      ...(end && { to: dayBefore(end) }),
    };
  });
}

/** The last names of the units that a unit succeeded, and of those they had succeeded themselves. */
function inheritedNames(
  facts: UnitFacts,
  own: ReadonlyMap<string, readonly Named[]>,
  unitId: string,
): Named[] {
  const closedOn = closingOf(facts, unitId);
  const seen = new Set([unitId]);
  const from = (id: string, since: string): Named[] =>
    (facts.successions ?? [])
      .filter(({ toUnitId, fromUnitId }) => toUnitId === id && !seen.has(fromUnitId))
      .flatMap(({ fromUnitId, on }) => {
        seen.add(fromUnitId);
        const day = on > since ? on : since;
        const [last] = own.get(fromUnitId) ?? [];
        const named = last && {
          ...last,
          id: unitId,
          from: day,
          to: closedOn === undefined ? undefined : dayBefore(closedOn),
        };
        return [...(named ? [named] : []), ...from(fromUnitId, day)];
      });
  return from(unitId, '');
}

/** Whether putting a unit under a parent would put it under itself. */
export function isUnder(units: readonly UnitOn[], parentId: string, unitId: string): boolean {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const seen = new Set<string>();
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === unitId) return true;
    seen.add(at);
  }
  return false;
}
