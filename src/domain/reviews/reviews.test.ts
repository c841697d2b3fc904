import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical.ts';
import { Cause } from '../directives/facts.ts';
import type { Counted } from '../figures/counted.ts';
import type { Reading } from '../figures/figure.ts';
import { contentOf, missingOf, ReviewContent, type ReviewRead } from './content.ts';
import { differenceOf } from './difference.ts';
import { draftOf } from './draft.ts';
import { type ReviewFact, type ReviewFactBody, ReviewSection } from './facts.ts';
import { reviewFiguresOf as figuresOf, type Proved, sayFigure } from './figures.ts';
import { reviewStandingOf } from './standing.ts';
import { faultIn, fill, keysIn, typedNumbers } from './words.ts';

const reading: Reading = {
  ...{ from: '2025-12-15', to: '2026-06-14', cutOff: '2026-06-14', soonUntil: '2026-06-19' },
  daysLate: (due, day) => Math.max(0, Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(day)).days),
};
const directive = (id: string, more: Partial<Counted> = {}): Counted =>
  ({
    ...({
      id,
      kind: 'do',
      origin: 'document',
      leadUnitId: 'a',
      givenOn: '2026-02-02',
      phase: 'received',
    } as const),
    ...{ deadlineKind: 'on', suspended: false, firstDue: '2026-05-05', due: '2026-05-05', closedOn: null },
    ...{ acceptedOn: null, stoppedOn: null, timesExtended: 0, timesReturned: 0, product: true, cause: null },
    ...more,
  }) as Counted;

const day = fc
  .integer({ min: 0, max: 300 })
  .map((n) => Temporal.PlainDate.from('2025-11-01').add({ days: n }).toString());
const register = fc
  .array(
    fc.record({
      givenOn: day,
      due: day,
      closedOn: fc.option(day),
      phase: fc.constantFrom('received', 'submitted', 'accepted'),
      timesExtended: fc.nat(2),
      timesReturned: fc.nat(2),
      cause: fc.option(fc.constantFrom(...Cause.options)),
      suspended: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ closedOn, phase, due, ...row }, at) => {
      const done = phase === 'received' ? null : (closedOn ?? due);
      return directive(`d${at}`, {
        ...row,
        ...({
          phase,
          due,
          firstDue: due,
          closedOn: done,
          acceptedOn: phase === 'accepted' ? done : null,
        } as Partial<Counted>),
      });
    }),
  );
const reviewFiguresOf = (directives: readonly Counted[], at = reading, proved: Proved = new Set()) =>
  figuresOf(directives, at, proved, new Map());
const readOf = (directives: readonly Counted[]): ReviewRead => ({
  agency: { name: 'Sở', sign: 'SKHCN' },
  rules: { soonUntil: reading.soonUntil, readUntil: reading.cutOff },
  figures: reviewFiguresOf(directives, reading),
  units: [{ unitId: 'a', name: 'Phòng A', figures: reviewFiguresOf(directives, reading) }],
  overdue: [],
  tasks: [],
});

const period = {
  words: '6 tháng đầu năm 2026',
  from: reading.from,
  to: reading.to,
  cutOff: reading.cutOff,
  ruleId: 'r',
};
const factsOf = (...bodies: ReviewFactBody[]): ReviewFact[] =>
  bodies.map((body, at) => ({
    ...{ id: `f${at}`, happenedOn: '2026-06-15', recordedAt: `2026-06-15T0${at}:00:00Z`, by: 'Lê Thị Thử' },
    body,
  }));
const opened: ReviewFactBody = { kind: 'opened', period, unitsUntil: '2026-06-17' };
const signed: ReviewFactBody = { kind: 'signed', sha256: 'x', missing: [], reason: null };

describe('drafted words', () => {
  test('say what the records say, sentence by sentence', () => {
    const figures = reviewFiguresOf(
      [directive('one'), directive('two', { cause: 'people', due: '2026-06-30', timesExtended: 2 })],
      reading,
    );
    expect(fill(draftOf('results', figures), figures)).toBe(
      [
        'Trong kỳ, cơ quan phải thực hiện 2 nhiệm vụ. Giao mới trong kỳ 2 nhiệm vụ.',
        'Trong kỳ có 2 nhiệm vụ đến hạn giao lần đầu.',
        'Đến ngày chốt còn mở 2 nhiệm vụ. Trong hạn 1 nhiệm vụ.',
      ].join('\n'),
    );
    expect(fill(draftOf('shortcomings', figures), figures)).toContain('Nguyên nhân thiếu người: 1 nhiệm vụ.');
    expect(draftOf('shortcomings', figures)).toContain('{{times-extended}} lần');
  });

  test('a shortcoming is told with its causes, each resting on the directives it counts', () => {
    const done = { phase: 'accepted', closedOn: '2026-05-04', acceptedOn: '2026-05-05' } as const;
    const figures = reviewFiguresOf(
      [
        directive('proved', done as Partial<Counted>),
        directive('bare', {
          ...{ ...done, product: false, deadlineKind: 'none', firstDue: null, due: null },
        } as Partial<Counted>),
        directive('moved', { timesExtended: 3, cause: 'other-unit' }),
      ],
      reading,
      new Set(['proved']),
    );
    const recordsOf = (key: string) => figures.find((one) => one.key === key)?.recordIds;
    expect(
      ['extended-again', 'without-product', 'without-deadline', 'without-evidence', 'overdue:other-unit'].map(
        recordsOf,
      ),
    ).toEqual([['moved'], ['bare'], ['bare'], ['bare'], ['moved']]);
    const said = fill(draftOf('shortcomings', figures), figures);
    expect(said).toContain('1 nhiệm vụ đã gia hạn từ hai lần trở lên, nhiều nhất 3 lần.');
    expect(said).toContain('Quá hạn có nguyên nhân chờ đơn vị khác: 1 nhiệm vụ.');
    expect(said).toContain('không kèm sản phẩm, minh chứng 1 nhiệm vụ.');
  });

  test('no sentence states what no record supports', () => {
    fc.assert(
      fc.property(register, fc.constantFrom(...ReviewSection.options), (directives, section) => {
        const figures = reviewFiguresOf(directives, reading);
        const draft = draftOf(section, figures);
        for (const sentence of draft.split(/(?<=\.)\s/u).filter(Boolean)) {
          expect(keysIn(sentence).length).toBeGreaterThan(0);
          for (const key of keysIn(sentence)) {
            const figure = figures.find((one) => one.key === key);
            expect(figure?.recordIds.length, key).toBeGreaterThan(0);
            expect(figure?.value, key).toBeGreaterThan(0);
          }
        }
        expect(typedNumbers(draft)).toEqual([]);
        expect(fill(draft, figures)).not.toContain('không có');
      }),
    );
    expect(draftOf('results', reviewFiguresOf([], reading))).toBe('');
  });
});

describe('words of the writer', () => {
  test('keep their placeholders live, and an unknown one is refused', () => {
    expect(faultIn('Giao {{given}} nhiệm vụ, {{hindered:people}} việc thiếu người')).toBeNull();
    expect(faultIn('Giao {{givn}} nhiệm vụ')).toContain('{{givn}}');
    expect(faultIn('Giao {{}} nhiệm vụ')).toContain('Không có số liệu');
    expect(faultIn('Giao {{given nhiệm vụ')).toContain('ngoặc');
    const one = reviewFiguresOf([directive('one')], reading);
    const two = reviewFiguresOf([directive('one'), directive('two')], reading);
    expect([fill('Giao {{ given }} việc', one), fill('Giao {{ given }} việc', two)]).toEqual([
      'Giao 1 việc',
      'Giao 2 việc',
    ]);
  });

  test('numbers typed by hand are pointed out; days and documents are not', () => {
    expect(typedNumbers('Hoàn thành 12 nhiệm vụ, đạt 86,4% trong {{given}} việc')).toEqual(['12', '86,4%']);
    expect(typedNumbers('Theo Quyết định 233/QĐ-UBND ngày 12/01/2026, quý 2 năm 2026')).toEqual([]);
  });

  test('numbers are said as reports do', () => {
    const said = (value: number | null, unit: 'directives' | 'tenths-of-percent' = 'directives') =>
      sayFigure({ value, unit });
    expect([
      said(1204567),
      said(4.5),
      said(864, 'tenths-of-percent'),
      said(1000, 'tenths-of-percent'),
      said(null),
    ]).toEqual(['1.204.567', '4,5', '86,4%', '100%', 'không có']);
  });
});

describe('a review by its facts', () => {
  test('a page written on after it was confirmed is confirmed anew, and says what is missing', () => {
    const words: ReviewFactBody = {
      kind: 'unit-words',
      unitId: 'a',
      words: { results: 'Xong {{accepted}} việc' },
    };
    const confirmed: ReviewFactBody = { kind: 'unit-confirmed', unitId: 'a' };
    const missing = (...bodies: ReviewFactBody[]) => {
      const standing = reviewStandingOf(factsOf(opened, ...bodies));
      return missingOf(contentOf(standing!, readOf([directive('one')])).units[0]!);
    };
    expect(missing()).toEqual(['words', 'confirmation']);
    expect(missing(words)).toEqual(['confirmation']);
    expect(missing(words, confirmed)).toEqual([]);
    expect(missing(words, confirmed, words)).toEqual(['confirmation']);
    expect(reviewStandingOf([])).toBeNull();
  });

  test('frozen, it reads the same byte for byte whatever is recorded afterwards', () => {
    fc.assert(
      fc.property(register, register, (then, later) => {
        const facts = factsOf(
          opened,
          { kind: 'composed', section: 'results', words: 'Giao {{given}} việc' },
          signed,
        );
        const kept = canonicalJson(contentOf(reviewStandingOf(facts)!, readOf(then)));
        const more = factsOf(opened, ...facts.slice(1).map(({ body }) => body), {
          ...{ kind: 'composed', section: 'results', words: 'Sửa sau khi ký' },
        } as ReviewFactBody);
        expect(reviewStandingOf(more)).toEqual(reviewStandingOf(facts));
        readOf(later);
        expect(canonicalJson(ReviewContent.parse(JSON.parse(kept)))).toBe(kept);
      }),
      { numRuns: 40 },
    );
  });

  test('opened again it keeps every version that was signed, and what was written stays', () => {
    const words: ReviewFactBody = { kind: 'composed', section: 'results', words: 'Giao {{given}} việc' };
    const again: ReviewFactBody = { kind: 'reopened', reason: 'sửa số của Phòng A' };
    const standing = reviewStandingOf(
      factsOf(opened, again, words, signed, words, again, { ...words, words: 'Sửa lại' }, signed, signed),
    )!;
    expect(standing.versions.map(({ version, reopened }) => [version, reopened?.reason])).toEqual([
      [1, 'sửa số của Phòng A'],
      [2, undefined],
    ]);
    expect(standing.signed?.version).toBe(2);
    expect(standing.composed.get('results')).toMatchObject({ words: 'Sửa lại', version: 2 });
    expect(reviewStandingOf(factsOf(opened, signed, again))?.signed).toBeNull();
  });

  test('the order of the register changes nothing', () => {
    fc.assert(
      fc.property(register, (directives) => {
        expect(canonicalJson(readOf(directives.toReversed()))).toBe(canonicalJson(readOf(directives)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('then and now', () => {
  test('name exactly the record that changed, in every figure it entered or left', () => {
    fc.assert(
      fc.property(register, (rest) => {
        const then = reviewFiguresOf([...rest, directive('late')], reading);
        const now = reviewFiguresOf(
          [
            ...rest,
            directive('late', { phase: 'accepted', closedOn: '2026-05-04', acceptedOn: '2026-05-06' }),
          ],
          reading,
        );
        const difference = differenceOf(then, now);
        const moved = new Set(difference.flatMap(({ entered, left }) => [...entered, ...left]));
        expect([...moved]).toEqual(['late']);
        const keys = (side: 'entered' | 'left') =>
          difference.filter((one) => one[side].length > 0).map(({ key }) => key);
        expect(keys('entered')).toEqual(['accepted', 'done-by-first', 'rate-by-first', 'without-evidence']);
        expect(keys('left')).toEqual([
          ...['open', 'overdue', 'overdue-promised', 'rate-overdue', 'median-overdue', 'longest-overdue'],
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing where nothing changed', () => {
    fc.assert(
      fc.property(register, (directives) => {
        const figures = reviewFiguresOf(directives, reading);
        expect(differenceOf(figures, reviewFiguresOf(directives.toReversed(), reading))).toEqual([]);
      }),
    );
  });
});
