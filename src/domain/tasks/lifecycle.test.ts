import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, taskFact } from '../../../test/task-facts.ts';
import { law } from '../../../test/task-look.ts';
import { goOn, marksLeft, possibleBodies, walk } from '../../../test/task-walk.ts';
import { canonicalJson } from '../canonical.ts';
import type { When } from '../directives/facts.ts';
import { happenedBy, stepKinds, type TaskEvent, type TaskFact } from './facts.ts';
import { type TaskRegime, taskRegimes } from './law.ts';
import { opensIn, stepsOf } from './lifecycle/opening.ts';
import { foldThrough, type TaskStanding, taskStandingOf } from './standing.ts';

const firstDay = Temporal.PlainDate.from('2026-01-05');
const courses = fc.record({
  straight: fc.nat(25),
  moves: fc.array(
    fc.record({ choice: fc.nat(500), whim: fc.nat(9), days: fc.integer({ min: 0, max: 60 }) }),
    { minLength: 1, maxLength: 70, size: 'max' },
  ),
});

/** A standing as text, everything in it but the definition it rests on. */
function said({ lifeCycle: _, marks, assumed, takenBack, open, optional, ...rest }: TaskStanding): string {
  return canonicalJson({
    ...rest,
    marks: [...marks].toSorted(),
    assumed: [...assumed],
    takenBack: [...takenBack].toSorted(),
    open: open.map(({ step, since }) => [step.kind, since]),
    optional: optional.map(({ kind }) => kind),
  });
}

const told = (facts: readonly TaskFact[], regime: TaskRegime, when: When = {}): string =>
  said(taskStandingOf(facts, regime, when));

describe.each(taskRegimes)('every course of %s', (regime) => {
  test('is walked: no step is too far off the way for the properties below', () => {
    // Which walks these are is fixed, so that they reach the same steps each time.
    const chosen = fc.sample(courses, { seed: 2, numRuns: regime === 'A' ? 60 : 200 });
    const walked = chosen.map((course) => walk(regime, course, law));
    const reached = new Set(walked.flat().flatMap(({ body }) => marksLeft(body)));
    const steps = stepsOf(regime).placed.map(({ step }) => step.kind);
    expect(steps.filter((kind) => !reached.has(kind))).toEqual([]);
  });

  test('can go on to an end: no dead end', () => {
    fc.assert(
      fc.property(courses, (steps) => {
        expect(goOn(walk(regime, steps, law), regime, law).ended).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('skips no join, and is over only where nothing may be done', () => {
    fc.assert(
      fc.property(courses, (steps) => {
        const standing = taskStandingOf(walk(regime, steps, law), regime);
        expect(standing.gaps).toEqual([]);
        if (standing.ended) expect(possibleBodies(standing, '2050-01-03', law)).toEqual([]);
        else expect(standing.open.length).toBeGreaterThan(0);
        // What the fold kept step by step is what the marks at the end say.
        const can = standing.ended ? [] : [...opensIn(standing)].map(({ step }) => step);
        const kept = [...standing.open.map(({ step }) => step), ...standing.optional];
        expect(new Set(kept)).toEqual(new Set(can));
      }),
      { numRuns: 40 },
    );
  });

  test('stands the same in whatever order it was recorded, and as of a day whatever happens after', () => {
    fc.assert(
      fc.property(courses, fc.infiniteStream(fc.nat(10_000)), fc.nat(2000), (steps, order, days) => {
        const facts = walk(regime, steps, law);
        expect(told(recordedLate(facts, order), regime)).toBe(told(facts, regime));
        const asOf = firstDay.add({ days }).toString();
        const before = facts.filter(({ happenedOn }) => happenedOn <= asOf);
        expect(told(facts, regime, { asOf })).toBe(told(before, regime));
      }),
      { numRuns: 40 },
    );
  });

  test('told at several moments in one pass is told as at each alone, recorded late, out of order and put right', () => {
    const moments = fc.array(fc.record({ days: fc.nat(2500), known: fc.option(fc.nat(80)) }), {
      minLength: 2,
    });
    const wrongs = fc.array(fc.nat(80), { maxLength: 3 });
    fc.assert(
      fc.property(
        courses,
        fc.infiniteStream(fc.nat(10_000)),
        wrongs,
        moments,
        (steps, order, wrong, asked) => {
          const walked = walk(regime, steps, law);
          const moved = wrong.flatMap((place, at) => movedOn(walked[place % walked.length], at));
          const facts = recordedLate([...walked, ...moved], order);
          const whens = asked.map(({ days, known }) => ({
            asOf: firstDay.add({ days }).toString(),
            ...(known !== null && { knownAt: recordedAt(known) }),
          }));
          const standingOf = foldThrough();
          const together = whens
            .toSorted((a, b) => a.asOf.localeCompare(b.asOf))
            .map((when) => ({ when, standing: standingOf(livedBy(facts, regime, when)) }));
          for (const { when, standing } of together) expect(said(standing)).toBe(told(facts, regime, when));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('takes whatever is on record, possible or not, and tells the same in any order', () => {
    const recorded = fc.array(fc.record({ kind: fc.constantFrom(...stepKinds), days: fc.nat(900) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(recorded, fc.infiniteStream(fc.nat(10_000)), (steps, order) => {
        const facts = steps.map(({ kind, days }) =>
          taskFact(firstDay.add({ days }).toString(), bodyOf(kind)),
        );
        expect(told(recordedLate(facts, order), regime)).toBe(told(facts, regime));
      }),
      { numRuns: 40 },
    );
  });

  test('stands as known at an instant the same whatever is corrected after', () => {
    fc.assert(
      fc.property(courses, fc.nat(80), (steps, place) => {
        const facts = walk(regime, steps, law);
        const wrong = facts[place % facts.length];
        if (!wrong) return;
        const both = [...facts, retraction(wrong)];
        expect(told(both, regime, { knownAt: '2040-12-31T00:00:00Z' })).toBe(told(facts, regime));
        expect(told(both, regime)).toBe(
          told(
            facts.filter((fact) => fact !== wrong),
            regime,
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});

const livedBy = (facts: readonly TaskFact[], regime: TaskRegime, when: When) => ({
  ...{ regime, happened: happenedBy(facts, when), begunOn: '' },
});

const recordedAt = (place: number) => `2040-01-01T00:00:00.${String(place).padStart(6, '0')}Z`;

/** The same facts, all recorded years later and in another order. */
const recordedLate = (facts: readonly TaskFact[], order: Iterator<number>): TaskFact[] =>
  facts
    .map((fact) => ({ fact, rank: order.next().value ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ fact }, place) => ({ ...fact, recordedAt: recordedAt(place) }));

const correction = (
  wrong: TaskFact,
  instead: TaskEvent | null,
  id = 'ffffffff-0000-4000-8000-000000000000',
): TaskFact => ({
  ...{ ...wrong, id, recordedAt: '2041-01-01T00:00:00Z' },
  body: { kind: 'corrected', supersedes: wrong.id, reason: 'ghi nhầm', instead },
});

const retraction = (wrong: TaskFact) => correction(wrong, null);

/** That a fact happened half a year later. */
const movedOn = (wrong: TaskFact | undefined, at: number): TaskFact[] =>
  wrong === undefined || wrong.body.kind === 'corrected'
    ? []
    : [
        {
          ...correction(wrong, wrong.body, `ffffffff-0000-4000-8000-00000000000${at}`),
          happenedOn: Temporal.PlainDate.from(wrong.happenedOn).add({ months: 6 }).toString(),
        },
      ];
