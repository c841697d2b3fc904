import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindingFacts } from '../directives/facts.ts';
import type { DraftFact, DraftFactBody, DraftPlan } from '../drafts/facts.ts';
import { opinionsOf } from '../drafts/opinions.ts';
import { draftStandingOf } from '../drafts/standing.ts';
import { checkContinues, checkSums } from './checks.ts';
import { countedDraft, drafts } from './drafts.ts';
import { evaluate, type FigureValues } from './evaluate.ts';
import type { Reading } from './figure.ts';
import { countedOpinion, opinions } from './opinions.ts';

/** Days from the first of 2026, for counting by hand without a calendar. */
const dayOf = (n: number) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString();
const apart = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
const readingOf = (from: string, cutOff: string): Reading => ({
  ...{ from, to: cutOff, cutOff, soonUntil: cutOff },
  daysLate: (due, day) => Math.max(0, apart(due, day)),
});

const plan: DraftPlan = {
  ...{ title: 'Quy định hỗ trợ', kind: 'committee-decision', lead: { name: 'Phòng A', unitId: 'a' } },
  ...{ drafter: null, submittedTo: 'UBND tỉnh', shortened: false, bases: [], document: null },
};
let made = 0;
function fact(happenedOn: string, body: DraftFactBody, recordedOn = happenedOn): DraftFact {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { id, happenedOn, recordedAt: `${recordedOn}T03:00:00Z`, by: '', byId: null, inNameOf: null, body };
}
const planned = (on: string, issued: string, recordedOn = on) =>
  fact(on, { kind: 'planned', plan, days: { issued } }, recordedOn);
const moved = (on: string, issued: string, recordedOn = on) =>
  fact(on, { kind: 'moved', days: { issued }, reason: 'chờ', document: null }, recordedOn);
const issued = (on: string, recordedOn = on) =>
  fact(on, { kind: 'entered', stage: 'issued', document: null, holder: null, cause: null }, recordedOn);
const stopped = (on: string, recordedOn = on) =>
  fact(on, { kind: 'stopped', reason: 'trùng', document: null }, recordedOn);
const asked = (on: string, due: string, name = 'Sở Tư pháp', recordedOn = on) =>
  fact(on, { kind: 'asked', whom: { name }, due, document: null }, recordedOn);
const answered = (ask: DraftFact, on: string, recordedOn = on) =>
  fact(on, { kind: 'answered', ask: ask.id, answer: 'agree', remarks: [], document: null }, recordedOn);

type Told = FigureValues;

/** Both families over drafts by their facts, in a period cut off on its last day, as known at a moment. */
function told(
  schedule: readonly (readonly DraftFact[])[],
  from: string,
  cutOff: string,
  knownAt?: string,
): Told {
  const reading = readingOf(from, cutOff);
  const then = schedule.flatMap((facts, at) => {
    const known = facts.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
    const standing = draftStandingOf(known, { asOf: cutOff });
    return standing ? [{ id: String(at), known, standing }] : [];
  });
  const lastDay = (day: string) => day;
  const ofDrafts = then.map(({ id, standing }) =>
    countedDraft(standing, { id, unitId: 'a', day: cutOff, lastDay }),
  );
  const ofOpinions = then.flatMap(({ known, standing }) =>
    opinionsOf(known, cutOff, lastDay).map((one) => countedOpinion(one, standing, 'a')),
  );
  return new Map<string, { value: number | null; recordIds: readonly string[] }>([
    ...evaluate(drafts, ofDrafts, reading),
    ...evaluate(opinions, ofOpinions, reading),
  ]);
}
const numbers = (values: Told) => Object.fromEntries([...values].map(([id, { value }]) => [id, value]));

describe('half a year of the schedule, by hand', () => {
  const schedule = [
    // Carried over from 2025; issued on the last day in time.
    [planned('2025-11-03', '2026-03-31'), issued('2026-03-31')],
    // Moved once; late against the first plan, in time for the present one.
    [planned('2026-01-05', '2026-04-15'), moved('2026-04-01', '2026-05-20'), issued('2026-05-18')],
    // Ten days late.
    [planned('2026-01-05', '2026-05-10'), issued('2026-05-20')],
    // Twenty days late at the end of June, moved twice before.
    [
      planned('2026-01-05', '2026-03-02'),
      moved('2026-03-01', '2026-05-01'),
      moved('2026-04-29', '2026-06-10'),
    ],
    // On plan.
    [planned('2026-02-02', '2026-10-01')],
    [planned('2026-02-02', '2026-06-01'), stopped('2026-04-04')],
    // Over before the half-year: not in hand, though once due in it.
    [planned('2025-06-02', '2026-01-31'), issued('2025-12-20')],
    // Not planned until July.
    [planned('2026-07-01', '2026-07-31')],
  ];

  test('every figure has the value counted on paper', () => {
    expect(numbers(told(schedule, '2026-01-01', '2026-06-30'))).toMatchObject({
      ...{ 'drafts-in-hand': 6, 'drafts-carried-over': 1, 'drafts-new': 5 },
      ...{ 'drafts-issued': 3, 'drafts-issued-in-time': 2, 'drafts-issued-late': 1, 'drafts-stopped': 1 },
      ...{ 'drafts-open': 2, 'drafts-late': 1, 'drafts-on-plan': 1, 'drafts-longest-late': 20 },
      ...{ 'drafts-moved': 2, 'drafts-times-moved': 3 },
      // First planned for the half-year: all but the one of October and the one of July.
      ...{ 'drafts-promised': 6, 'drafts-by-first': 2, 'drafts-after-first': 2, 'drafts-not-issued': 1 },
      // Two of five.
      ...{ 'drafts-set-aside': 1, 'drafts-rate-by-first': 400 },
    });
  });

  test('what was entered late changes only readings that know of it', () => {
    const late = [[planned('2026-01-05', '2026-05-10'), issued('2026-05-08', '2026-07-06')]];
    const at = (knownAt?: string) => numbers(told(late, '2026-01-01', '2026-06-30', knownAt));
    expect(at('2026-07-01T00:00:00Z')).toMatchObject({
      ...{ 'drafts-late': 1, 'drafts-longest-late': 51, 'drafts-issued': 0 },
    });
    expect(at()).toMatchObject({ 'drafts-late': 0, 'drafts-longest-late': null, 'drafts-issued-in-time': 1 });
  });
});

describe('opinions on a draft, by hand', () => {
  const asks = {
    inTime: asked('2026-02-02', '2026-02-12', 'Sở Tư pháp'),
    late: asked('2026-02-02', '2026-02-12', 'Sở Tài chính'),
    silent: asked('2026-02-02', '2026-02-12', 'Sở Nội vụ'),
    waiting: asked('2026-02-20', '2026-03-20', 'VCCI'),
  };
  const running = [
    ...[planned('2026-01-05', '2026-06-30'), ...Object.values(asks)],
    ...[answered(asks.inTime, '2026-02-12'), answered(asks.late, '2026-02-18', '2026-03-05')],
  ];

  test('in time on the last day, late after it, silent and still waiting', () => {
    expect(numbers(told([running], '2026-02-01', '2026-02-28'))).toMatchObject({
      ...{ 'opinions-in-hand': 4, 'opinions-asked': 4, 'opinions-carried-over': 0 },
      ...{ 'opinions-in-time': 1, 'opinions-late': 1, 'opinions-lapsed': 0, 'opinions-unanswered': 2 },
      // Ten days and sixteen; silent for sixteen.
      ...{
        'opinions-silent': 1,
        'opinions-waiting': 1,
        'opinions-median': 13,
        'opinions-longest-silence': 16,
      },
    });
    // The late answer was entered in March.
    expect(numbers(told([running], '2026-02-01', '2026-02-28', '2026-03-01T00:00:00Z'))).toMatchObject({
      ...{ 'opinions-late': 0, 'opinions-silent': 2, 'opinions-median': 10 },
    });
  });

  test('who never answered is not awaited once the draft is issued; what comes after is no answer', () => {
    const over = [...running, issued('2026-03-10'), answered(asks.silent, '2026-03-15')];
    expect(numbers(told([over], '2026-03-01', '2026-03-31'))).toMatchObject({
      ...{ 'opinions-in-hand': 2, 'opinions-carried-over': 2, 'opinions-lapsed': 2 },
      ...{ 'opinions-in-time': 0, 'opinions-late': 0, 'opinions-unanswered': 0 },
    });
    expect(numbers(told([over], '2026-04-01', '2026-04-30'))['opinions-in-hand']).toBe(0);
  });
});

/** Something that happened on a day and was entered on another, not before. */
const entered = (first: number, last: number) =>
  fc.record({ on: fc.integer({ min: first, max: last }), entered: fc.nat(60) });
type Entered = { on: number; entered: number };

const life = fc.record({
  planned: entered(0, 60),
  due: fc.integer({ min: 60, max: 200 }),
  moved: fc.option(fc.record({ at: entered(61, 120), due: fc.integer({ min: 100, max: 240 }) })),
  end: fc.option(fc.record({ at: entered(121, 200), issued: fc.boolean() })),
  asks: fc.array(
    fc.record({
      at: entered(61, 110),
      due: fc.integer({ min: 70, max: 130 }),
      answer: fc.option(entered(111, 200)),
    }),
    { maxLength: 3 },
  ),
});
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never;

const recordedDay = ({ on, entered: later }: Entered) => dayOf(on + later);
function factsOf({ planned: began, due, moved: change, end, asks }: Life): DraftFact[] {
  const over = end && (end.issued ? issued : stopped);
  return [
    planned(dayOf(began.on), dayOf(due), recordedDay(began)),
    ...(change ? [moved(dayOf(change.at.on), dayOf(change.due), recordedDay(change.at))] : []),
    ...(end && over ? [over(dayOf(end.at.on), recordedDay(end.at))] : []),
    ...asks.flatMap(({ at, due: until, answer }) => {
      const ask = asked(dayOf(at.on), dayOf(until), 'Sở', recordedDay(at));
      return answer ? [ask, answered(ask, dayOf(answer.on), recordedDay(answer))] : [ask];
    }),
  ];
}

/** The same counted a second time, from the days alone. */
function byHand(lives: readonly Life[], from: number, cut: number, known: number) {
  const counts = {
    ...{ 'drafts-in-hand': 0, 'drafts-carried-over': 0, 'drafts-issued-in-time': 0, 'drafts-issued-late': 0 },
    ...{ 'drafts-stopped': 0, 'drafts-late': 0, 'drafts-on-plan': 0, 'drafts-moved': 0 },
    ...{ 'drafts-promised': 0, 'drafts-by-first': 0, 'drafts-not-issued': 0 },
    ...{ 'opinions-in-hand': 0, 'opinions-in-time': 0, 'opinions-late': 0, 'opinions-lapsed': 0 },
    ...{ 'opinions-silent': 0, 'opinions-waiting': 0 },
  };
  const seen = (one: Entered | null | undefined) => one && one.on <= cut && one.on + one.entered <= known;
  for (const { planned: began, due: first, moved: change, end, asks } of lives) {
    if (!seen(began)) continue;
    const due = change && seen(change.at) ? change.due : first;
    const over = end && seen(end.at) ? end.at.on : null;
    const went = over === null ? 'open' : end?.issued ? 'issued' : 'stopped';
    const add = (name: keyof typeof counts, when: boolean | null | undefined) => {
      if (when) counts[name] += 1;
    };
    const inHand = over === null || over >= from;
    add('drafts-in-hand', inHand);
    add('drafts-carried-over', inHand && began.on < from);
    add('drafts-issued-in-time', inHand && went === 'issued' && (over ?? 0) <= due);
    add('drafts-issued-late', inHand && went === 'issued' && (over ?? 0) > due);
    add('drafts-stopped', inHand && went === 'stopped');
    add('drafts-late', went === 'open' && due < cut);
    add('drafts-on-plan', went === 'open' && due >= cut);
    add('drafts-moved', inHand && change && seen(change.at));
    const promised = from <= first && first <= cut;
    add('drafts-promised', promised);
    add('drafts-by-first', promised && went === 'issued' && (over ?? 0) <= first);
    add('drafts-not-issued', promised && went === 'open');
    for (const { at, due: until, answer } of asks) {
      if (!seen(at)) continue;
      const came = answer && seen(answer) && (over === null || answer.on <= over) ? answer.on : null;
      const closed = came ?? over;
      const awaited = closed === null || closed >= from;
      add('opinions-in-hand', awaited);
      add('opinions-in-time', awaited && came !== null && came <= until);
      add('opinions-late', awaited && came !== null && came > until);
      add('opinions-lapsed', awaited && came === null && over !== null);
      add('opinions-silent', closed === null && until < cut);
      add('opinions-waiting', closed === null && until >= cut);
    }
  }
  return counts;
}

test('any schedule, entered late and out of order, counts as by hand and reads the same whatever comes after', () => {
  const asking = fc.record({ from: fc.integer({ min: 20, max: 130 }), long: fc.nat(80), known: fc.nat(80) });
  fc.assert(
    fc.property(
      fc.array(life, { maxLength: 8 }),
      asking,
      fc.infiniteStream(fc.nat(20)),
      (lives, asked, order) => {
        const cut = asked.from + asked.long;
        const [from, cutOff, known] = [dayOf(asked.from), dayOf(cut), cut + asked.known];
        const moment = `${dayOf(known)}T23:00:00Z`;
        const schedule = lives.map(factsOf);
        const values = told(schedule, from, cutOff, moment);
        expect(numbers(values)).toMatchObject(byHand(lives, asked.from, cut, known));
        expect(checkSums(values)).toEqual([]);
        // The period before, known at the same moment, ends with what this one begins with.
        const before = told(schedule, dayOf(0), dayOf(asked.from - 1), moment);
        expect(checkContinues(values, before)).toEqual([]);
        const inAnyOrder = schedule.map((facts) => {
          const keyed = facts.map((one) => ({ one, key: order.next().value as number }));
          return keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        });
        // Nor do facts entered later, nor taking one back later.
        const after = inAnyOrder.map((facts) => [
          ...facts,
          fact(cutOff, { kind: 'retracted', supersedes: facts[0]!.id, reason: 'nhầm' }, dayOf(known + 1)),
        ]);
        expect(numbers(told(after, from, cutOff, moment))).toEqual(numbers(values));
        expect(after.every((facts) => bindingFacts(facts).length === facts.length - 2)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
