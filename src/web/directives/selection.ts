/** Ids chosen in a list, and the row from which a range is drawn. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

export const nothingChosen: Selection = { ids: new Set(), anchor: null };

/** The server does this many at once. */
export const mostAtOnce = 500;

/** Chooses or lets go one row; with `range` every row from the last one touched gets the same. */
export function toggled(
  { ids, anchor }: Selection,
  id: string,
  order: readonly string[],
  range = false,
): Selection {
  const next = new Set(ids);
  const choose = !ids.has(id);
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)].toSorted((a, b) => a - b);
  const touched = range && from !== undefined && from >= 0 ? order.slice(from, (to ?? from) + 1) : [id];
  for (const one of touched) {
    if (choose) next.add(one);
    else next.delete(one);
  }
  return { ids: new Set([...next].slice(0, mostAtOnce)), anchor: id };
}

/** All rows at hand, or none where all of them were chosen. */
export function allToggled({ ids }: Selection, order: readonly string[]): Selection {
  const all = order.length > 0 && order.every((id) => ids.has(id));
  return { ids: new Set(all ? [] : order.slice(0, mostAtOnce)), anchor: null };
}
