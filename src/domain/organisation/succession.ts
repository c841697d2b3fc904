/** What is recorded of units that became others. */
export interface SuccessionFacts {
  /** First day a unit is no more, ISO. */
  closings: readonly { unitId: string; closedOn: string }[];
  /** From which unit to which work went, from a day on. */
  lines: readonly { fromUnitId: string; toUnitId: string; on: string }[];
}

/** What a unit has become: the units that stand, and those that came between and are no more. */
export interface Successors {
  standing: string[];
  between: string[];
}

/** The units that a unit has become by a day, none where it still stands itself, whatever was split off it. */
export function successorsOf({ closings, lines }: SuccessionFacts, unitId: string, day: string): Successors {
  const isClosed = (id: string) => closings.some((one) => one.unitId === id && one.closedOn <= day);
  const found = new Set<string>();
  const waiting = [unitId];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (!isClosed(at)) continue;
    for (const { fromUnitId, toUnitId, on } of lines) {
      if (fromUnitId !== at || on > day || toUnitId === unitId || found.has(toUnitId)) continue;
      found.add(toUnitId);
      waiting.push(toUnitId);
    }
  }
  const all = [...found];
  return { standing: all.filter((id) => !isClosed(id)), between: all.filter(isClosed) };
}
