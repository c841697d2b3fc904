import { z } from 'zod';
import { Cause } from '../directives/facts.ts';
import { causeWords } from '../directives/sentence.ts';
import type { Counted } from '../figures/counted.ts';
import { directives as directiveFamily, directiveFigures } from '../figures/directive-figures.ts';
import { evaluate, splitBy } from '../figures/evaluate.ts';
import { type FigureUnit, figureUnits, type Reading } from '../figures/figure.ts';

/** A figure as a review tells it: its number and the records it is a function of. */
export const ReviewFigure = z.object({
  /** A figure of the catalogue, or «hindered:people» for those of a cause. */
  key: z.string(),
  name: z.string(),
  unit: z.enum(figureUnits),
  value: z.number().nullable(),
  recordIds: z.array(z.string()),
});
export type ReviewFigure = z.infer<typeof ReviewFigure>;

const hinderedBy = (cause: Cause) => `hindered:${cause}`;

/** Every key a placeholder may name, with what it counts. */
export const reviewFigureNames: ReadonlyMap<string, string> = new Map([
  ...directiveFigures.map(({ id, name }) => [id, name] as const),
  ...Cause.options.map((cause) => [hinderedBy(cause), `Đang vướng mắc: ${causeWords[cause]}`] as const),
]);

/** Every figure of a review over directives as they stood at the cut-off; ids in order, so that equal readings are equal. */
export function reviewFiguresOf(directives: readonly Counted[], reading: Reading): ReviewFigure[] {
  const values = evaluate(directiveFamily, directives, reading);
  const byCause = splitBy(directiveFamily, 'hindered', directives, reading, 'cause');
  const told = (
    key: string,
    unit: FigureUnit,
    value: { value: number | null; recordIds: readonly string[] },
  ) => ({
    ...{ key, unit, value: value.value, name: reviewFigureNames.get(key) ?? key },
    recordIds: value.recordIds.toSorted(),
  });
  const none = { value: 0, recordIds: [] };
  return [
    ...directiveFigures.map(({ id, unit }) => told(id, unit, values.get(id) ?? none)),
    ...Cause.options.map((cause) => told(hinderedBy(cause), 'directives', byCause.get(cause) ?? none)),
  ];
}

/** A number in the words of a report: «1.204», «86,4%», «4,5»; «không có» where there is nothing to take a rate of. */
export function sayFigure({ value, unit }: Pick<ReviewFigure, 'value' | 'unit'>): string {
  if (value === null) return 'không có';
  const [whole = '', part] = String(unit === 'tenths-of-percent' ? value / 10 : value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${grouped}${part === undefined ? '' : `,${part}`}${unit === 'tenths-of-percent' ? '%' : ''}`;
}
