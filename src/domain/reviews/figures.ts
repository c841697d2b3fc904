import { z } from 'zod';
import { Cause } from '../directives/facts.ts';
import { causeWords } from '../directives/sentence.ts';
import { allFigures, figureOf, isCatalogued } from '../figures/catalogue.ts';
import { type Counted, type Placed, placed } from '../figures/counted.ts';
import { directives as directiveFamily, directiveFigures } from '../figures/directive-figures.ts';
import { evaluate, type FigureValues, splitBy } from '../figures/evaluate.ts';
import {
  type FigureUnit,
  type FigureValue,
  figureUnits,
  type Reading,
  type RecordUnit,
} from '../figures/figure.ts';

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

/** Directives with a product or proof of one in the register by the cut-off. */
export type Proved = ReadonlySet<string>;

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
  holds(placed: Placed, reading: Reading, proved: Proved): boolean;
}

/** Whether its product was handed in. */
export const isHandedIn = ({ phase }: Pick<Counted, 'phase'>) =>
  phase === 'submitted' || phase === 'accepted';

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
    holds: ({ inHand, directive }, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && !directive.product,
  },
  {
    key: 'without-deadline',
    name: 'Giao trong kỳ mà không nêu thời hạn',
    holds: ({ inHand, directive }, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && directive.deadlineKind === 'none',
  },
  {
    key: 'without-evidence',
    name: 'Đã trình hoặc nghiệm thu mà không kèm sản phẩm, minh chứng',
    holds: ({ inHand, directive }, _, proved) => inHand && isHandedIn(directive) && !proved.has(directive.id),
  },
];

/** Families a review tells of beside directives; what papers came in is the clerks' to tell. */
export const besideDirectives = ['requests', 'programme', 'targets', 'drafts', 'opinions'] as const;
export type BesideDirectives = (typeof besideDirectives)[number];

/** Figures of one family are named as those of another: beside each other each says whose it is. */
const familyWords: Record<BesideDirectives, string> = {
  requests: 'Hỏi đáp giữa các đơn vị',
  programme: 'Chương trình công tác',
  targets: 'Chỉ tiêu',
  drafts: 'Xây dựng văn bản',
  opinions: 'Góp ý dự thảo',
};
const isBeside = (family: RecordUnit): family is BesideDirectives =>
  besideDirectives.some((one) => one === family);
const besideFigures = allFigures.flatMap(({ id, name, unit, family }) =>
  isBeside(family) ? [{ id, unit, name: `${familyWords[family]}: ${name.toLocaleLowerCase('vi')}` }] : [],
);

/** The kind of records behind a figure of a review. */
export function familyOf(key: string): RecordUnit {
  return isCatalogued(key) ? figureOf(key).family : 'directives';
}

/** Every key a placeholder may name, with what it counts. */
export const reviewFigureNames: ReadonlyMap<string, string> = new Map([
  ...directiveFigures.map(({ id, name }) => [id, name] as const),
  ...shortcomings.map(({ key, name }) => [key, name] as const),
  ...allCaused.map(
    ({ figure, cause, key }) => [key, `${causedFigures[figure]}: ${causeWords[cause]}`] as const,
  ),
  ...besideFigures.map(({ id, name }) => [id, name] as const),
]);

const byId = (a: Counted, b: Counted) => (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Every figure of a review over directives as they stood at the cut-off; ids in order, so that equal readings are equal.
 * @param beside figures of the other families; none where they are not looked at
 */
export function reviewFiguresOf(
  directives: readonly Counted[],
  reading: Reading,
  proved: Proved,
  beside: FigureValues,
): ReviewFigure[] {
  const inOrder = directives.toSorted(byId);
  const values = evaluate(directiveFamily, inOrder, reading);
  const byCause = {
    hindered: splitBy(directiveFamily, 'hindered', inOrder, reading, 'cause'),
    overdue: splitBy(directiveFamily, 'overdue', inOrder, reading, 'cause'),
  };
  const counted = ({ holds }: Shortcoming): FigureValue => {
    const recordIds = inOrder.flatMap((one) => {
      const where = placed(one, reading);
      return where && holds(where, reading, proved) ? [one.id] : [];
    });
    return { value: recordIds.length, recordIds };
  };
  const told = (key: string, unit: FigureUnit, { value, recordIds }: FigureValue): ReviewFigure => ({
    ...{ key, unit, value, name: reviewFigureNames.get(key) ?? key },
    recordIds: [...recordIds],
  });
  const toldBeside = (key: string, unit: FigureUnit, { value, recordIds }: FigureValue) =>
    told(key, unit, { value, recordIds: recordIds.toSorted() });
  const none: FigureValue = { value: 0, recordIds: [] };
  return [
    ...directiveFigures.map(({ id, unit }) => told(id, unit, values.get(id) ?? none)),
    ...shortcomings.map((one) => told(one.key, 'directives', counted(one))),
    ...allCaused.map(({ figure, cause, key }) => told(key, 'directives', byCause[figure].get(cause) ?? none)),
    ...besideFigures.map(({ id, unit }) => toldBeside(id, unit, beside.get(id) ?? none)),
  ];
}

/** A number in the words of a report: «1.204», «86,4%», «4,5»; «không có» where there is nothing to take a rate of. */
export function sayFigure({ value, unit }: Pick<ReviewFigure, 'value' | 'unit'>): string {
  if (value === null) return 'không có';
  const [whole = '', part] = String(unit === 'tenths-of-percent' ? value / 10 : value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${grouped}${part === undefined ? '' : `,${part}`}${unit === 'tenths-of-percent' ? '%' : ''}`;
}
