import { expect, test } from 'vitest';
import { endsOfStep, linesOf, pasteInto, typedOf } from './cost-rows.ts';
import { instalmentsOf, pasteInstalments } from './instalment-rows.ts';
import { moneyTyped } from './money.ts';

const ends = endsOfStep('appraised');
const rows = typedOf([{ item: 'Khảo sát', asked: 300, proposed: 300, reason: '' }], ends);
const nowhere = { key: undefined, column: undefined };

test('a table pasted is added; an item that stands already takes its amounts', () => {
  const made = pasteInto(rows, 'Khảo  sát\t400\t350\tbớt điểm\nMáy\t2 triệu\t0', nowhere);
  expect(made).toMatchObject({ pasted: 2, left: 0 });
  expect(linesOf(made?.rows ?? [], ends)).toEqual([
    { item: 'Khảo sát', asked: 400, proposed: 350, reason: 'bớt điểm' },
    { item: 'Máy', asked: Number.NaN, proposed: 0, reason: '' },
  ]);
  expect(made?.rows[1]?.from).toBe('2 triệu');
});

test('one column fills down from its cell; a single value is left to the field', () => {
  const at = { key: rows[0]?.key, column: 'to' as const };
  expect(pasteInto(rows, '1.000\n2000\n', at)?.rows.map(({ to }) => to)).toEqual(['1.000', '2.000']);
  expect(pasteInto(rows, '1.000', at)).toBeNull();
});

test('an instalment typed as a share becomes đồng, when is a day or an event', () => {
  const made = pasteInstalments(
    [],
    'Ký hợp đồng\tsau khi ký\t40 %\nNghiệm thu\t15/3/2027\t60%',
    nowhere,
    1_000_001,
  );
  expect(instalmentsOf(made?.rows ?? [])).toEqual([
    { needs: 'Ký hợp đồng', on: null, event: 'sau khi ký', amount: 400_000, advance: false },
    { needs: 'Nghiệm thu', on: '2027-03-15', event: '', amount: 600_001, advance: false },
  ]);
});

test('an amount is read with either mark and with noughts behind it, and never a hundredfold', () => {
  expect(['1.800.000.000', '1,800,000.00', '900 000 đồng', '5.000,00'].map(moneyTyped)).toEqual([
    ...[1_800_000_000, 1_800_000, 900_000, 5_000],
  ]);
  expect(['1.800.000,50', '2 triệu', '-5', ''].map(moneyTyped)).toEqual([null, null, null, null]);
});
