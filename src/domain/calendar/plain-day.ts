const known = new Map<string, Temporal.PlainDate>();
/** Some fifty years of days. */
const mostKnown = 20_000;

/** The day of an ISO text. Lists hold the same days again and again, and a day is never changed: each is read once. */
export function plainDay(iso: string): Temporal.PlainDate {
  const day = known.get(iso);
  if (day) return day;
  if (known.size >= mostKnown) known.clear();
  const read = Temporal.PlainDate.from(iso);
  known.set(iso, read);
  return read;
}
