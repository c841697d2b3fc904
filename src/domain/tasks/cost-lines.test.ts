import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, course, host, investigator } from '../../../test/task-facts.ts';
import { law } from '../../../test/task-look.ts';
import { type Change, dongWords } from './change.ts';
import { changeRefusal } from './changes.ts';
import { costTable } from './cost-lines.ts';
import { StepBody } from './facts.ts';
import { pastedCosts } from './pasted-costs.ts';
import { taskStandingOf } from './standing.ts';

const labour = { item: 'Công lao động', asked: 1200, proposed: 1000, reason: 'Bớt một người' };
const survey = { item: 'Khảo sát', asked: 300, proposed: 300, reason: '' };
const appraised = (lines: object[], asked = 1500, proposed = 1300) =>
  StepBody.safeParse(bodyOf('appraised', { asked, proposed, lines }));
const faultsOf = (read: ReturnType<typeof appraised>) =>
  read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('lines of the estimate', () => {
  test('add up to the totals; what is cut says why; older facts have none', () => {
    expect(appraised([labour, survey]).success).toBe(true);
    expect(StepBody.safeParse(bodyOf('appraised')).success).toBe(true);
    expect(StepBody.safeParse(bodyOf('approved')).success).toBe(true);
  });
  test('what is wrong is told line by line, with the difference in đồng', () => {
    expect(faultsOf(appraised([{ ...labour, reason: ' ' }, survey]))).toEqual([
      'lines.0.reason: Dòng 1 «Công lao động»: 1.200 đồng thành 1.000 đồng, nêu lý do.',
    ]);
    expect(faultsOf(appraised([labour, survey], 1500, 1250))).toEqual([
      'lines: Các dòng thẩm định cộng lại là 1.300 đồng, nhiều hơn tổng số 50 đồng. Sửa dòng hoặc tổng số.',
    ]);
    expect(
      faultsOf(appraised([labour, survey, { ...survey, item: ' khảo  SÁT', asked: 0, proposed: 0 }])),
    ).toEqual(['lines.2.item: Dòng 3 «khảo  SÁT»: trùng tên một dòng trên. Gộp lại hoặc đổi tên.']);
    const approved = { item: 'Máy', proposed: 500, approved: 400, khoan: false, reason: '' };
    expect(faultsOf(StepBody.safeParse(bodyOf('approved', { stateMoney: 450, lines: [approved] })))).toEqual([
      'lines.0.reason: Dòng 1 «Máy»: 500 đồng thành 400 đồng, nêu lý do.',
      'lines: Các dòng phê duyệt cộng lại là 400 đồng, ít hơn tổng số 50 đồng. Sửa dòng hoặc tổng số.',
    ]);
  });
  test('whatever the lines: taken with their sums, refused with any other, by exactly the difference', () => {
    const line = fc.record({ asked: fc.nat(1e9), proposed: fc.nat(1e9) });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (some, off) => {
          const lines = some.map((one, at) => ({ ...one, item: `Mục ${at}`, reason: 'theo định mức' }));
          const asked = lines.reduce((sum, one) => sum + one.asked, 0);
          const proposed = lines.reduce((sum, one) => sum + one.proposed, 0) + off;
          fc.pre(proposed >= 0);
          const read = appraised(lines, asked, proposed);
          expect(read.success).toBe(off === 0);
          if (off !== 0) expect(faultsOf(read)?.join()).toContain(`hơn tổng số ${dongWords(Math.abs(off))}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the budget through its life', () => {
  const approvedLines = [
    { item: 'Công lao động', proposed: 1000, approved: 900, khoan: true, reason: 'Theo định mức' },
    { item: 'Khảo sát', proposed: 300, approved: 300, khoan: true, reason: '' },
    { item: 'Dự phòng', proposed: 0, approved: 0, khoan: false, reason: '' },
  ];
  const before = approvedLines.map(({ item, approved: amount, khoan }) => ({ item, amount, khoan }));
  const after = before.map((one, at) => ({ ...one, amount: [850, 350, 0][at] ?? 0 }));
  const move: Change = { type: 'budget-move', before, after };
  const facts = course(
    ['2024-07-24', 'appraised', { asked: 1500, proposed: 1300, lines: [labour, survey] }],
    ['2024-08-15', 'approved', { host, investigator, stateMoney: 1200, lines: approvedLines }],
    ['2024-09-04', 'contracted'],
  );
  const moved = course(['2025-03-03', 'changeNotified', { change: move }]);
  const shown = (...more: typeof facts) => {
    const { history, terms } = taskStandingOf([...facts, ...more], 'A');
    return costTable(history, terms.budget);
  };

  test('asked, proposed, approved and in force stand in one row an item', () => {
    expect(shown()[0]).toEqual({
      ...{ item: 'Công lao động', asked: 1200, proposed: 1000, proposedWhy: 'Bớt một người' },
      ...{ approved: 900, approvedWhy: 'Theo định mức', now: 900, khoan: true },
    });
    expect(shown().map(({ item, asked }) => [item, asked])[2]).toEqual(['Dự phòng', null]);
    expect(shown(...moved).map(({ approved, now }) => [approved, now])).toEqual([
      [900, 850],
      [300, 350],
      [0, 0],
    ]);
  });
  test('an objection puts the budget back', () => {
    const objected = course(['2025-03-05', 'changeObjected']);
    expect(shown(...moved, ...objected)).toEqual(shown());
  });
  test('a move starts from what is in force', () => {
    const standing = taskStandingOf(facts, 'A');
    const judging = { standing, on: '2025-03-03', law, way: 'host' } as const;
    expect(changeRefusal(move, judging)).toBeNull();
    const old = {
      ...move,
      before: before.map((one, at) => ({ ...one, amount: one.amount + ([1, -1, 0][at] ?? 0) })),
    };
    expect(changeRefusal(old, judging)).toContain('«Công lao động» hiện không phải 901 đồng khoán');
    expect(
      changeRefusal({ ...move, before: before.slice(0, 2), after: after.slice(0, 2) }, judging),
    ).toContain('Nêu đủ mọi khoản mục');
  });
});

describe('what a clerk pastes from Excel', () => {
  test('numbers, heads and sums are no items; quotes and line ends in a cell are read', () => {
    const copied =
      'TT\tNội dung\tĐề nghị\tThẩm định\tLý do\r\n1\tCông lao động\t1.200.000\t1.000.000\t"Bớt\nmột người"\r\n\t"Mua ""máy"""\t5,000.00\t5,000.00\t\r\n\tTổng cộng\t1.205.000\t1.005.000\t\r\n';
    expect(pastedCosts(copied)).toEqual({
      left: 2,
      rows: [
        { item: 'Công lao động', amounts: ['1.200.000', '1.000.000'], reason: 'Bớt một người' },
        { item: 'Mua "máy"', amounts: ['5,000.00', '5,000.00'], reason: '' },
      ],
    });
    expect(pastedCosts('Khảo sát\t300\nMáy\t2 triệu\t1 triệu').rows).toEqual([
      { item: 'Khảo sát', amounts: ['300', ''], reason: '' },
      { item: 'Máy', amounts: ['2 triệu', '1 triệu'], reason: '' },
    ]);
  });
  test('whatever is pasted: it ends, and no row is lost unseen', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '"', 'a', '1', '.', '\r') }), (text) => {
        const { rows, left } = pastedCosts(text);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(rows.every(({ item }) => item !== '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
