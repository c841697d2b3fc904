/**
 * What happened to a letter, each recorded once: a try began; the server asked for the body and it was about to be
 * given; the server took it, refused it, or was lost before it answered; somebody asked for it to be sent again.
 */
export type DeliveryKind = 'begun' | 'handed' | 'sent' | 'failed' | 'unknown' | 'again';

export interface DeliveryFact {
  /** 1, 2, 3 …; of `again` the number of the last try before it. */
  try: number;
  kind: DeliveryKind;
  /** Of `failed`: trying again would be refused again. */
  permanent: boolean;
  /** ISO instant. */
  recordedAt: string;
}

/** Where a letter stands. `unknown`: the server may have taken it, so that it is not sent again unless somebody asks. */
export type Delivery =
  | { state: 'waiting'; tries: number; nextTryAt: string }
  | { state: 'under-way' | 'sent' | 'failed' | 'unknown'; tries: number };

/** Pauses after the first, second … failed try, minutes; the last one stays. */
const pauses = [1, 5, 15, 60, 120, 240];
/** A try without an end after this many minutes has died. */
const grace = 15;
/** A letter nobody could deliver within this many hours is given up; longer than the days off of a Tết. */
const givenUpAfter = 10 * 24;

const minutesAfter = (instant: string, minutes: number) => Temporal.Instant.from(instant).add({ minutes });
const hasPassed = (instant: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(instant, now) <= 0;

/**
 * Where a letter stands at an instant, from what happened to it. At most once after the body was given: a try that
 * died or was cut off then counts as unknown, one that died before is simply tried again.
 * @param wishedAt ISO instant at which it was to be sent
 */
export function deliveryOf(
  wishedAt: string,
  facts: readonly DeliveryFact[],
  now: Temporal.Instant,
): Delivery {
  const again = facts
    .filter(({ kind }) => kind === 'again')
    .toSorted((a, b) => a.try - b.try)
    .at(-1);
  const counted = facts.filter((fact) => fact.kind !== 'again' && fact.try > (again?.try ?? 0));
  const number = Math.max(0, ...facts.map((fact) => fact.try));
  const tries = counted.filter(({ kind }) => kind === 'begun').length;
  const ofLast = (kind: DeliveryKind) => counted.find((fact) => fact.try === number && fact.kind === kind);
  if (facts.some(({ kind }) => kind === 'sent')) return { state: 'sent', tries };
  const since = again?.recordedAt ?? wishedAt;
  const begun = ofLast('begun');
  if (!begun) return waiting(since, { tries, since, now });
  if (ofLast('unknown')) return { state: 'unknown', tries };
  const failed = ofLast('failed');
  if (failed?.permanent) return { state: 'failed', tries };
  if (failed) {
    const pause = pauses[Math.min(tries, pauses.length) - 1] ?? 0;
    return waiting(minutesAfter(failed.recordedAt, pause).toString(), { tries, since, now });
  }
  const dead = minutesAfter(begun.recordedAt, grace);
  if (!hasPassed(dead, now)) return { state: 'under-way', tries };
  return ofLast('handed') ? { state: 'unknown', tries } : waiting(dead.toString(), { tries, since, now });
}

function waiting(
  nextTryAt: string,
  { tries, since, now }: { tries: number; since: string; now: Temporal.Instant },
): Delivery {
  const givenUp = tries > 0 && hasPassed(minutesAfter(since, givenUpAfter * 60), now);
  return givenUp ? { state: 'failed', tries } : { state: 'waiting', tries, nextTryAt };
}
