import { z } from 'zod';
import { Cause } from '../directives/facts.ts';
import { causeWords } from '../directives/sentence.ts';
import { directiveFigures } from '../figures/catalogue.ts';
import type { Counted } from '../figures/counted.ts';
import { evaluate, splitBy } from '../figures/evaluate.ts';
import { type FigureUnit, figureUnits, type Placed, placed, type Reading } from '../figures/figure.ts';

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

/** What of a directive only a review looks at. */
export interface Traits {
  /** It was given with a product to be handed in. */
  product: boolean;
  /** A product or proof of it stands in the register by the cut-off. */
  evidence: boolean;
}

/** Figures a review tells apart by cause. */
const causedFigures = { hindered: 'Đang vướng mắc', overdue: 'Quá hạn' } as const;
type Caused = keyof typeof causedFigures;
const ofCause = (figure: Caused, cause: Cause) => `${figure}:${cause}`;
const allCaused = (Object.keys(causedFigures) as Caused[]).flatMap((figure) =>
  Cause.options.map((cause) => ({ figure, cause, key: ofCause(figure, cause) })),
);

interface Shortcoming {
  key: string;
  name: string;
  holds(placed: Placed, traits: Traits, reading: Reading): boolean;
}

/** Ways in which work falls short that no figure of the catalogue counts. */
const shortcomings: readonly Shortcoming[] = [
  {
    key: 'extended-again',
    name: 'Gia hạn từ hai lần trở lên',
    holds: ({ inHand, directive }) => inHand && directive.timesExtended > 1,
  },
  {
    key: 'without-product',
    name: 'Giao trong kỳ mà không nêu sản phẩm',
    holds: ({ inHand, directive }, { product }, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && !product,
  },
  {
    key: 'without-deadline',
    name: 'Giao trong kỳ mà không nêu thời hạn',
    holds: ({ inHand, directive }, _, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && directive.deadlineKind === 'none',
  },
  {
    key: 'without-evidence',
    name: 'Đã trình hoặc nghiệm thu mà không kèm sản phẩm, minh chứng',
    holds: ({ inHand, directive: { phase } }, { evidence }) =>
      inHand && (phase === 'submitted' || phase === 'accepted') && !evidence,
  },
];

/** Every key a placeholder may name, with what it counts. */
export const reviewFigureNames: ReadonlyMap<string, string> = new Map([
  ...directiveFigures.map(({ id, name }) => [id, name] as const),
  ...shortcomings.map(({ key, name }) => [key, name] as const),
  ...allCaused.map(
    ({ figure, cause, key }) => [key, `${causedFigures[figure]}: ${causeWords[cause]}`] as const,
  ),
]);

const noTraits: Traits = { product: false, evidence: false };

/**
 * Every figure of a review over directives as they stood at the cut-off; ids in order, so that equal readings are equal.
 * @param traits by directive
 */
export function reviewFiguresOf(
  directives: readonly Counted[],
  reading: Reading,
  traits: ReadonlyMap<string, Traits>,
): ReviewFigure[] {
  const values = evaluate(directives, reading);
  const byCause = {
    hindered: splitBy('hindered', directives, reading, 'cause'),
    overdue: splitBy('overdue', directives, reading, 'cause'),
  };
  const whole = directives.filter(({ origin }) => origin !== 'part').map((one) => placed(one, reading));
  const counted = ({ holds }: Shortcoming) => {
    const found = whole.filter((one) => holds(one, traits.get(one.directive.id) ?? noTraits, reading));
    return { value: found.length, recordIds: found.map(({ directive }) => directive.id) };
  };
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
    ...shortcomings.map((one) => told(one.key, 'directives', counted(one))),
    ...allCaused.map(({ figure, cause, key }) => told(key, 'directives', byCause[figure].get(cause) ?? none)),
  ];
}

/** A number in the words of a report: «1.204», «86,4%», «4,5»; «không có» where there is nothing to take a rate of. */
export function sayFigure({ value, unit }: Pick<ReviewFigure, 'value' | 'unit'>): string {
  if (value === null) return 'không có';
  const [whole = '', part] = String(unit === 'tenths-of-percent' ? value / 10 : value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${grouped}${part === undefined ? '' : `,${part}`}${unit === 'tenths-of-percent' ? '%' : ''}`;
}
