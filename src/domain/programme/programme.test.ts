import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitMeant } from '../organisation/find-unit.ts';
import { programmeOf } from './import.ts';
import {
  deadlineOfItem,
  type ItemFact,
  type ItemFactBody,
  itemStandingOf,
  itemStateOn,
  type Planned,
} from './item.ts';
import { itemSentence } from './words.ts';

const units = ['Văn phòng', 'Phòng Kế hoạch, Tài chính', 'Thanh tra'];
const findUnit = (written: string): UnitMeant => {
  const at = units.findIndex((name) => name.toLowerCase() === written.toLowerCase());
  return at < 0 ? 'none' : { unitId: `unit ${at}`, name: units[at] ?? '' };
};

function read(...rows: string[][]) {
  const table = programmeOf(
    rows.map((cells, at) => ({ row: at + 1, cells })),
    { year: 2026, findUnit },
  );
  if ('refusal' in table) throw new Error(table.refusal);
  return table;
}
const head = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Cấp trình', 'Thời gian'];

describe('a table of the year’s work', () => {
  test('as offices write it: title above, months as headings, numbers, several forms of time', () => {
    const { items, faults, notes } = read(
      ['CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026'],
      [...head, 'Ý kiến'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['', 'I. Lĩnh vực khoa học', '', '', '', ''],
      ['THÁNG 01', 'THÁNG 01', 'THÁNG 01', '', '', ''],
      [
        '1',
        'Báo cáo kết quả năm trước',
        'Văn phòng',
        'Thanh tra; Phòng Kế hoạch, Tài chính',
        'UBND tỉnh',
        '',
      ],
      ['2', 'Kế hoạch thanh tra năm', 'thanh tra', '', '', 'trước 20/1'],
      ['Tháng 5/2026'],
      ['3', 'Sơ kết sáu tháng đầu năm', 'Văn phòng', '', 'Giám đốc Sở', 'Quý II'],
      ['4', 'Rà soát quy chế chi tiêu', 'Văn phòng', '', '', '07'],
      ['5', 'Tổng kết cuộc thi sáng tạo', 'Văn phòng', '', '', 'cuối tháng 9'],
    );
    expect(faults).toEqual([]);
    expect(items.map(({ row, planned }) => [row, planned.month, planned.day])).toEqual([
      [6, 1, null],
      [7, 1, '2026-01-19'],
      [9, 6, null],
      [10, 7, null],
      [11, 9, null],
    ]);
    expect(items[0]?.planned).toMatchObject({
      lead: { name: 'Văn phòng' },
      coordinating: [{ name: 'Thanh tra' }, { name: 'Phòng Kế hoạch, Tài chính' }],
      submittedTo: 'UBND tỉnh',
      product: null,
    });
    expect(notes).toEqual([
      'Cột không dùng đến: «Ý kiến».',
      'Dòng tiêu đề không phải việc: «I. Lĩnh vực khoa học».',
    ]);
  });

  test.each([
    ['Phòng Lạ', 'Tháng 3', 'Đơn vị chủ trì', 'Không có đơn vị «Phòng Lạ»'],
    ['', 'Tháng 3', 'Đơn vị chủ trì', 'Ghi đơn vị chủ trì'],
    ['Văn phòng', '13', 'Thời gian', 'không phải là tháng'],
    ['Văn phòng', '', 'Thời gian', 'Ghi tháng'],
    ['Văn phòng', 'hằng tháng', 'Thời gian', 'mỗi kỳ một dòng'],
    ['Văn phòng', '15/3/2027', 'Thời gian', 'không thuộc năm 2026'],
    ['Văn phòng', '31/2/2026', 'Thời gian', 'không có trong lịch'],
    ['Văn phòng', 'khi nào xong', 'Thời gian', ''],
  ])('tells what is wrong with «%s», «%s»', (lead, when, column, message) => {
    const { items, faults } = read(head, ['1', 'Một việc của năm', lead, '', '', when]);
    expect(items).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ row: 2, column });
    expect(faults[0]?.message).toContain(message);
  });

  test('is refused where it has no header, no lead or nothing to do', () => {
    const refused = (...rows: string[][]) =>
      programmeOf(
        rows.map((cells, at) => ({ row: at + 1, cells })),
        { year: 2026, findUnit },
      );
    expect(refused(['một', 'hai'])).toMatchObject({ refusal: expect.stringContaining('dòng tên cột') });
    expect(refused(['Nội dung', 'Thời gian'], ['Việc gì đó', '5'])).toMatchObject({
      refusal: expect.stringContaining('Đơn vị chủ trì'),
    });
    expect(refused(head)).toMatchObject({ refusal: expect.stringContaining('chưa có dòng') });
    expect(refused()).toMatchObject({ refusal: expect.any(String) });
  });

  test('whatever stands in the cells, every row is taken, told or a heading; nothing is thrown', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(...units, 'Tháng 2', '31/2', '5', 'hằng quý', 'I.', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const table = read(head, ['1', 'Một việc của năm', 'Văn phòng', '', '', '5'], ...rows);
        for (const { planned } of table.items) {
          expect(planned.month).toBeGreaterThanOrEqual(1);
          expect(planned.month).toBeLessThanOrEqual(12);
          if (planned.day !== null) expect(Number(planned.day.slice(5, 7))).toBe(planned.month);
        }
        const rowsTold = new Set([...table.items, ...table.faults].map(({ row }) => row));
        expect(rowsTold.size).toBeLessThanOrEqual(rows.length + 1);
      }),
    );
  });
});

const planned: Planned = {
  words: 'Sơ kết sáu tháng',
  lead: { name: 'Văn phòng', unitId: 'unit 0' },
  coordinating: [],
  product: 'Báo cáo',
  submittedTo: 'Giám đốc Sở',
  month: 2,
  day: null,
};
const document = { words: 'Thông báo 12/TB-SKHCN', documentId: null };
let made = 0;
function fact(happenedOn: string, body: ItemFactBody): ItemFact {
  made += 1;
  const recordedAt = `${happenedOn}T03:00:00Z`;
  return { id: String(made).padStart(6, '0'), happenedOn, recordedAt, by: '', inNameOf: null, body };
}

test('an item is moved twice and dropped; before that it stands as it did', () => {
  const facts = [
    fact('2026-01-05', { kind: 'planned', ...planned, amendment: null }),
    fact('2026-02-20', { kind: 'moved', month: 4, day: null, reason: 'chờ số liệu', document }),
    fact('2026-04-20', { kind: 'moved', month: 6, day: '2026-06-15', reason: 'chờ hướng dẫn', document }),
    fact('2026-06-01', { kind: 'dropped', reason: 'không còn cần', document }),
  ];
  const state = (day: string) => {
    const standing = itemStandingOf(facts, day);
    return standing && itemStateOn(standing, { due: '2026-02-27', day, directive: null });
  };
  expect(itemStandingOf(facts)).toMatchObject({ firstMonth: 2, timesMoved: 2, droppedOn: '2026-06-01' });
  expect(itemStandingOf(facts.toReversed(), '2026-05-31')).toMatchObject({
    now: { month: 6, day: '2026-06-15' },
    droppedOn: null,
  });
  expect([state('2026-02-27'), state('2026-02-28'), state('2026-06-01')]).toEqual([
    'not-given',
    'overdue',
    'dropped',
  ]);
  expect(itemStandingOf(facts, '2026-01-04')).toBeNull();
  expect(facts.map(({ body }) => itemSentence(body, 2026))).toEqual([
    'Đưa vào chương trình: Văn phòng chủ trì; sản phẩm: Báo cáo; trình Giám đốc Sở; hạn: trong tháng 2/2026.',
    'Chuyển sang tháng 4 tại Thông báo 12/TB-SKHCN: chờ số liệu.',
    'Chuyển sang ngày 15/06/2026 tại Thông báo 12/TB-SKHCN: chờ hướng dẫn.',
    'Đưa ra khỏi chương trình tại Thông báo 12/TB-SKHCN: không còn cần.',
  ]);
});

test('a directive says how its item stands', () => {
  const standing = itemStandingOf([fact('2026-01-05', { kind: 'planned', ...planned, amendment: null })])!;
  const state = (directive: Parameters<typeof itemStateOn>[1]['directive']) =>
    itemStateOn(standing, { due: '2026-02-27', day: '2026-05-01', directive });
  expect(state('done-in-time')).toBe('done');
  expect(state('done-late')).toBe('done-late');
  expect(state('overdue')).toBe('overdue');
  expect(state('stopped')).toBe('stopped');
  expect(state('awaiting-confirmation')).toBe('in-work');
});

test('the last day of a month is its own', () => {
  expect(deadlineOfItem(2028, { month: 2, day: null })).toMatchObject({ kind: 'month', due: '2028-02-29' });
  expect(deadlineOfItem(2026, { month: 4, day: null })).toMatchObject({ due: '2026-04-30' });
  expect(deadlineOfItem(2026, { month: 4, day: '2026-04-10' })).toMatchObject({ kind: 'date', bound: 'by' });
});
