import { expect, test } from 'vitest';
import { Cause } from '../../domain/directives/facts.ts';
import { directiveFigures } from '../../domain/figures/directive-figures.ts';
import type { ReviewFigure } from '../../domain/reviews/figures.ts';
import { faultsIn } from './typed.ts';

const told: Record<string, number> = { 'in-hand': 41, overdue: 5, 'done-by-first': 20, given: 12 };
const figures: ReviewFigure[] = [...directiveFigures].map(({ id, name, unit }) => ({
  ...{ key: id, name, unit, value: told[id] ?? 3 },
  recordIds: [],
}));

test.each([
  ['Đến ngày chốt còn 7 nhiệm vụ quá hạn.', 'overdue', 'số liệu «Quá hạn» là 5'],
  ['Trong kỳ giao mới 13 nhiệm vụ, hoàn thành tốt.', 'given', '«Giao mới trong kỳ» là 12'],
  ['Có 21 nhiệm vụ hoàn thành đúng hạn; còn lại đang làm.', 'done-by-first', 'là 20'],
  ['Tổng số 41 nhiệm vụ, trong đó 29 nhiệm vụ chuyển tiếp và 11 nhiệm vụ mới.', null, 'cộng lại là 40'],
  ['Đạt 80,0% (20/41 nhiệm vụ).', null, '20/41 là'],
])('«%s» is pointed out', (words, figure, said) => {
  const faults = faultsIn(words, figures);
  expect(faults.find((one) => one.words.includes(said))).toMatchObject({ figure });
});

test.each([
  'Đến ngày chốt còn 5 nhiệm vụ quá hạn.',
  'Đến ngày chốt còn {{open}} nhiệm vụ quá hạn.',
  'Phòng Kế hoạch có 2 nhiệm vụ quá hạn.',
  'Phòng Kế hoạch có 2 nhiệm vụ của năm trước, 4 nhiệm vụ quá hạn do Phòng chủ trì.',
  'Thực hiện Kế hoạch số 12/KH-SKHCN ngày 05/11/2026, mở 3 lớp tập huấn.',
  `Nguyên nhân: ${Cause.options.length} loại.`,
])('«%s» is let be', (words) => {
  expect(faultsIn(words, figures)).toEqual([]);
});
