/** What the rates look at, of one directive as it stands on the day asked for. Days are ISO. */
export interface Rated {
  /** Last day in time by the deadline it was first given with. */
  firstDue: string | null;
  due: string | null;
  closedOn: string | null;
  stoppedOn: string | null;
  suspended: boolean;
}

/** The four shares; every directive of the base counts in exactly one. */
export const shareNames = ['done-by-first', 'done-after-first', 'overdue', 'extended'] as const;
export type Share = (typeof shareNames)[number];

export interface Period {
  from: string;
  to: string;
}

/**
 * The share a directive counts in: base are those whose first deadline falls in the period up to the day asked for,
 * so that no extension takes a directive out of what was promised. What was stopped or stands suspended is told
 * beside the base; what is open on its first last day is still in time and not yet in it. A product submitted and
 * not yet accepted counts as open. `features/directives/where.ts` asks the database the same; a test proves them equal.
 * @param asOf the cut-off day
 * @returns null where it is neither in the base nor beside it
 */
export function placeOf(directive: Rated, { from, to }: Period, asOf: string): Share | 'set-aside' | null {
  const { firstDue, due, closedOn } = directive;
  const last = to < asOf ? to : asOf;
  if (firstDue === null || firstDue < from || firstDue > last) return null;
  if (directive.stoppedOn !== null) return 'set-aside';
  if (closedOn !== null) return closedOn <= firstDue ? 'done-by-first' : 'done-after-first';
  if (directive.suspended) return 'set-aside';
  if (due !== null && due >= asOf) return due > firstDue ? 'extended' : null;
  return 'overdue';
}

/** The share it counts in; null where it is not in the base. */
export function shareOf(directive: Rated, period: Period, asOf: string): Share | null {
  const place = placeOf(directive, period, asOf);
  return place === 'set-aside' ? null : place;
}

export type Shares = Record<Share, number>;

/** Counts of each share; they sum to the base. */
export function sharesOf(directives: readonly Rated[], period: Period, asOf: string): Shares {
  const shares: Shares = { 'done-by-first': 0, 'done-after-first': 0, overdue: 0, extended: 0 };
  for (const directive of directives) {
    const share = shareOf(directive, period, asOf);
    if (share) shares[share] += 1;
  }
  return shares;
}

/**
 * Shares in tenths of a percent that sum to 1000, by largest remainder, of equal ones the first: rounded one by one they
 * would not sum to 100 %. All 0 for an empty base.
 */
export function tenthsOf<Name extends string>(shares: Readonly<Record<Name, number>>): Record<Name, number> {
  const counted = Object.entries<number>(shares);
  const base = counted.reduce((sum, [, count]) => sum + count, 0);
  const rounded = counted.map(([share, count]) => {
    const exact = base === 0 ? 0 : (count * 1000) / base;
    return { share, tenths: Math.floor(exact), rest: exact % 1 };
  });
  const missing = base === 0 ? 0 : 1000 - rounded.reduce((sum, { tenths }) => sum + tenths, 0);
  const raised = new Set(
    rounded
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ share }) => share),
  );
  return Object.fromEntries(
    rounded.map(({ share, tenths }) => [share, tenths + (raised.has(share) ? 1 : 0)]),
  ) as Record<Name, number>;
}
