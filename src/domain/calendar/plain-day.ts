const known = new Map<string, Temporal.PlainDate>();
/** Some thirteen years of days. */
const mostKnown = 5000;

/** The day of an ISO text. Lists hold the same days again and again, and a day is never changed: each is read once. */
export function plainDay(iso: string): Temporal.PlainDate {
  const day = known.get(iso) ?? Temporal.PlainDate.from(iso);
  if (known.size >= mostKnown) known.clear();
  known.set(iso, day);
  return day;
}
