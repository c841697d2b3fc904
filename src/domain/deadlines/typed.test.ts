import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline.ts';
import { parseTyped } from './typed.ts';
import { sayDay, sayDeadline } from './words.ts';

const today = '2026-11-24';
const typed = (input: string) => {
  const read = parseTyped(input, { today });
  return read.ok ? sayDeadline(read.deadline) : read.message;
};

describe('parseTyped', () => {
  it.each([
    ['trc 15/12', 'trước 15/12/2026'],
    ['truoc 15/11/2026', 'trước 15/11/2026'],
    ['Trước 15/12', 'trước 15/12/2026'],
    ['tr 15/12', 'trước 15/12/2026'],
    ['15.12', 'chậm nhất 15/12/2026'],
    ['15-12', 'chậm nhất 15/12/2026'],
    ['15/12/26', 'chậm nhất 15/12/2026'],
    ['ngày 15/12', 'ngày 15/12/2026'],
    ['20 tháng 1', 'chậm nhất 20/01/2027'],
    ['han 30.12.2026', 'chậm nhất 30/12/2026'],
    ['xong trước 30/4', 'trước 30/04/2027'],
    ['trước 16h ngày 30/11', 'trước 30/11/2026'],
    ['15', 'chậm nhất 15/12/2026'],
    ['ngay 31', 'ngày 31/12/2026'],
    ['mai', 'chậm nhất 25/11/2026'],
    ['hôm nay', 'chậm nhất 24/11/2026'],
    ['trước mai', 'trước 25/11/2026'],
    ['thu 6', 'chậm nhất 27/11/2026'],
    ['thứ 2', 'chậm nhất 30/11/2026'],
    ['thu 6 tuan sau', 'chậm nhất 04/12/2026'],
    ['trước thứ sáu', 'trước 27/11/2026'],
    ['cuối tuần', 'chậm nhất 27/11/2026'],
    ['thang 12', 'trong tháng 12/2026'],
    ['12/2026', 'trong tháng 12/2026'],
    ['cuoi thang 12', 'đến hết tháng 12/2026'],
    ['cuối tháng', 'đến hết tháng 11/2026'],
    ['tháng sau', 'trong tháng 12/2026'],
    ['quy 4', 'trong quý IV/2026'],
    ['trong quý IV/2026', 'trong quý IV/2026'],
    ['quý sau', 'trong quý I/2027'],
    ['6 thang dau nam 2027', 'trong 6 tháng đầu năm 2027'],
    ['cuối năm', 'đến hết năm 2026'],
    ['2027', 'trong năm 2027'],
    ['hang thang', 'hằng tháng'],
    ['hàng tháng ngày 25', 'hằng tháng, ngày 25'],
    ['dinh ky 6 thang, nam', 'định kỳ 6 tháng, năm'],
    ['7 ngày làm việc từ khi nhận hồ sơ', '7 ngày làm việc kể từ khi nhận hồ sơ'],
    ['7 ngay lam viec tu khi nhan ho so', '7 ngày làm việc kể từ khi nhan ho so'],
    ['7 ngày', '7 ngày kể từ khi giao việc'],
    ['khong han', 'không nêu hạn'],
    ['Không có hạn', 'không nêu hạn'],
  ])('%s → %s', (input, said) => {
    expect(typed(input)).toBe(said);
  });

  it.each(['', 'abc', '31/6/2027', '40/1', 'thường xuyên', '30/11 và 5/12', 'giao anh Nam làm'])(
    'asks again: «%s»',
    (input) => {
      const read = parseTyped(input, { today });
      expect(read).toMatchObject({ ok: false, message: expect.stringMatching(/[Gg]õ/u) });
    },
  );

  it('keeps what was typed, and marks a year it inferred', () => {
    const read = parseTyped('  trc 15/12 ', { today });
    expect(read).toEqual({
      ok: true,
      deadline: {
        kind: 'date',
        due: '2026-12-15',
        bound: 'before',
        yearInferred: true,
        text: 'trc 15/12',
        span: [0, 9],
      },
    });
  });

  it('reads back whatever it says', () => {
    fc.assert(
      fc.property(deadlines, (deadline) => {
        const read = parseTyped(sayDeadline(deadline), { today });
        expect(read.ok && bare(read.deadline), sayDeadline(deadline)).toEqual(bare(deadline));
      }),
    );
  });

  it('answers any input without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (input) => void parseTyped(input, { today })));
    expect(parseTyped('1/'.repeat(50_000), { today }).ok).toBe(false);
  });
});

describe('sayDay', () => {
  it('writes days as people do', () => {
    expect(sayDay('2022-11-05')).toBe('05/11/2022');
    expect(sayDay('XXXX-11-05')).toBe('05/11');
  });
});

/** What a deadline means, without the words it was said in. */
function bare(deadline: Deadline): object {
  if (deadline.kind === 'none') return deadline;
  const { text: _text, span: _span, ...meaning } = deadline;
  return meaning;
}

const said = { text: '', span: [0, 0] as [number, number] };
const years = fc.integer({ min: 2020, max: 2039 });
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');
const lastOf = (year: number, month: number) =>
  `${year}-${two(month)}-${month === 2 && year % 4 === 0 ? 29 : lastDays[month - 1]}`;
const deadlines: fc.Arbitrary<Deadline> = fc.oneof(
  fc.constant<Deadline>({ kind: 'none' }),
  fc
    .tuple(
      years,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('before', 'by', 'on', 'from'),
    )
    .map(
      ([year, month, day, bound]) =>
        ({ kind: 'date', due: `${year}-${two(month)}-${two(day)}`, bound, ...said }) as Deadline,
    ),
  fc
    .tuple(
      years,
      fc.constantFrom('month', 'quarter', 'half', 'year'),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('in', 'by'),
    )
    .map(([year, kind, month, bound]) => {
      const step = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
      return { kind, due: lastOf(year, Math.ceil(month / step) * step), bound, ...said } as Deadline;
    }),
  fc
    .tuple(
      fc.constantFrom('day', 'week', 'month', 'quarter', 'half', 'year'),
      fc.constantFrom(undefined, 'ngày 25', 'trước ngày 20', 'thứ sáu'),
    )
    .map(
      ([every, on]) =>
        ({ kind: 'recurring', every: [every], ...(on === undefined ? {} : { on }), ...said }) as Deadline,
    ),
  fc
    .tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('working-day', 'day', 'week', 'month', 'hour'),
      fc.constantFrom('nhận đủ hồ sơ', 'được phê duyệt', 'trước khi họp Hội đồng'),
    )
    .map(
      ([amount, unit, from]) => ({ kind: 'relative', relative: { amount, unit, from }, ...said }) as Deadline,
    ),
);
