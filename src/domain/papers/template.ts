/** That an agency's own template holds from a day on, or none any more. Days are ISO. */
export interface TemplateFact {
  id: string;
  kind: string;
  from: string;
  /** Null: withdrawn, the layout of the decree holds again. */
  file: { hash: string; name: string } | null;
  recordedAt: string;
}

/** The template of a kind in force on a day; of two for one day the later recorded; null where none is. */
export function templateOn<Fact extends TemplateFact>(
  facts: readonly Fact[],
  kind: string,
  on: string,
): Fact | null {
  const last = facts
    .filter((fact) => fact.kind === kind && fact.from <= on)
    .reduce<Fact | null>((latest, fact) => (latest && isAfter(latest, fact) ? latest : fact), null);
  return last?.file ? last : null;
}

function isAfter(a: TemplateFact, b: TemplateFact): boolean {
  if (a.from !== b.from) return a.from > b.from;
  const [first, second] = [Temporal.Instant.from(a.recordedAt), Temporal.Instant.from(b.recordedAt)];
  return Temporal.Instant.compare(first, second) > 0;
}
