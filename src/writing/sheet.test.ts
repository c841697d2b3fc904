import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { beginCsv, sheetOf } from './sheet.ts';

const columns = [
  { header: 'Nhiệm vụ', width: 40 },
  { header: 'Hạn', width: 12 },
];

test('a day is the same day in Excel, whatever the time zone', async () => {
  const bytes = await sheetOf('Nhiệm vụ: giao/2026', columns, [
    ['Rà soát đề tài', Temporal.PlainDate.from('2026-11-24')],
  ]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.name).toBe('Nhiệm vụ  giao 2026');
  expect(sheets[0]?.rows[0]).toEqual(['Nhiệm vụ', 'Hạn']);
  const day = sheets[0]?.rows[1]?.[1];
  expect(day instanceof Date ? day.toISOString().slice(0, 10) : day).toBe('2026-11-24');
});

test('rare letters and long text come back whole', async () => {
  const words = `${'Ưỡn ẹo nghiễm nhiên '.repeat(200)}& <thẻ>`;
  const { sheets } = await readXlsx(await sheetOf('A', columns, [[words, null]]));
  expect(sheets[0]?.rows[1]?.[0]).toBe(words);
});

test('CSV quotes what must be quoted and defuses formulas', () => {
  const csv = beginCsv(columns);
  csv.add(['=HYPERLINK("x")', Temporal.PlainDate.from('2026-01-05')]);
  csv.add(['a, b', null]);
  expect(csv.finish().toString()).toBe(
    '\uFEFFNhiệm vụ,Hạn\r\n"\'=HYPERLINK(""x"")",05/01/2026\r\n"a, b",\r\n',
  );
});

test('a table of many lines loses none between its pieces', () => {
  const csv = beginCsv(columns);
  for (let line = 0; line < 1234; line += 1) csv.add([`Việc ${line}`, null]);
  expect(csv.finish().toString().trimEnd().split('\r\n').slice(1)).toEqual(
    Array.from({ length: 1234 }, (_, line) => `Việc ${line},`),
  );
});
