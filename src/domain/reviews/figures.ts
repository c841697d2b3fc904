import { z } from 'zod';
import { Cause } from '../directives/facts.ts';
import { causeWords } from '../directives/sentence.ts';
import { allFigures, figureOf, isCatalogued } from '../figures/catalogue.ts';
import type { Counted, Placed } from '../figures/counted.ts';
import { directives as directiveFamily, directiveFigures } from '../figures/directive-figures.ts';
import { evaluate, type FigureValues } from '../figures/evaluate.ts';
import { definitionsOf, type Family } from '../figures/family.ts';
import {
  type FigureDefinition,
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

const plain = { counts: '', unit: 'directives' } as const;
type Told = FigureDefinition<Placed>;

const caused: readonly Told[] = (Object.keys(causedFigures) as Caused[]).flatMap((figure) => {
  const whole = directiveFigures.find(({ id }) => id === figure);
  return Cause.options.map((cause) => ({
    ...{ ...plain, id: `${figure}:${cause}`, name: `${causedFigures[figure]}: ${causeWords[cause]}` },
    holds: (one, reading) => one.directive.cause === cause && whole?.holds(one, reading) === true,
  }));
});

/** Whether its product was handed in. */
export const isHandedIn = ({ phase }: Pick<Counted, 'phase'>) =>
  phase === 'submitted' || phase === 'accepted';

/** Ways in which work falls short that no figure of the catalogue counts. */
const shortcomings = (proved: Proved): readonly Told[] => [
  {
    ...{ ...plain, id: 'extended-again', name: 'Gia hạn từ hai lần trở lên' },
    holds: ({ inHand, directive }) => inHand && directive.timesExtended > 1,
  },
  {
    ...{ ...plain, id: 'without-product', name: 'Giao trong kỳ mà không nêu sản phẩm' },
    holds: ({ inHand, directive }, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && !directive.product,
  },
  {
    ...{ ...plain, id: 'without-deadline', name: 'Giao trong kỳ mà không nêu thời hạn' },
    holds: ({ inHand, directive }, { from }) =>
      inHand && directive.kind === 'do' && directive.givenOn >= from && directive.deadlineKind === 'none',
  },
  {
    ...{
      ...plain,
      id: 'without-evidence',
      name: 'Đã trình hoặc nghiệm thu mà không kèm sản phẩm, minh chứng',
    },
    holds: ({ inHand, directive }) => inHand && isHandedIn(directive) && !proved.has(directive.id),
  },
];

/** Directives as a review tells of them: the catalogue's figures, ways of falling short, and causes, in this order. */
const reviewed = (proved: Proved): Family<Counted, Placed> => ({
  ...directiveFamily,
  groups: { ...directiveFamily.groups, shortcomings: shortcomings(proved), caused },
});

/** Families a review tells of beside directives; what papers came in is the clerks' to tell. */
export const besideDirectives = [
  ...(['requests', 'programme', 'targets', 'drafts', 'opinions'] as const),
  ...(['tasks', 'inspections', 'task-changes', 'task-steps'] as const),
] as const;
export type BesideDirectives = (typeof besideDirectives)[number];

/** Figures of one family are named as those of another: beside each other each says whose it is. */
const familyWords: Record<BesideDirectives, string> = {
  requests: 'Hỏi đáp giữa các đơn vị',
  programme: 'Chương trình công tác',
  targets: 'Chỉ tiêu',
  drafts: 'Xây dựng văn bản',
  opinions: 'Góp ý dự thảo',
  tasks: 'Nhiệm vụ KH&CN',
  inspections: 'Kiểm tra nhiệm vụ KH&CN',
  'task-changes': 'Điều chỉnh nhiệm vụ KH&CN',
  'task-steps': 'Thời gian các bước',
};
const isBeside = (family: RecordUnit): family is BesideDirectives =>
  besideDirectives.some((one) => one === family);
const besideFigures = allFigures.flatMap(({ id, name, unit, family }) =>
  isBeside(family)
    ? [
        {
          id,
          unit,
          name: `${familyWords[family]}: ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`,
        },
      ]
    : [],
);

/** The kind of records behind a figure of a review. */
export function familyOf(key: string): RecordUnit {
  return isCatalogued(key) ? figureOf(key).family : 'directives';
}

/** Every key a placeholder may name, with what it counts. */
export const reviewFigureNames: ReadonlyMap<string, string> = new Map(
  [...definitionsOf(reviewed(new Set())), ...besideFigures].map(({ id, name }) => [id, name]),
);

const byId = (a: Counted, b: Counted) => (a.id < b.id ? -1 : Number(a.id > b.id));
const none: FigureValue = { value: 0, recordIds: [] };

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
  const family = reviewed(proved);
  const values = evaluate(family, directives.toSorted(byId), reading);
  const told = (key: string, name: string, unit: FigureUnit, { value, recordIds }: FigureValue) => ({
    ...{ key, name, unit, value },
    recordIds: [...recordIds],
  });
  return [
    ...definitionsOf(family).map(({ id, name, unit }) => told(id, name, unit, values.get(id) ?? none)),
    ...besideFigures.map(({ id, name, unit }) => {
      const { value, recordIds } = beside.get(id) ?? none;
      return told(id, name, unit, { value, recordIds: recordIds.toSorted() });
    }),
  ];
}

/** A number in the words of a report: «1.204», «86,4%», «4,5»; «không có» where there is nothing to take a rate of. */
export function sayFigure({ value, unit }: Pick<ReviewFigure, 'value' | 'unit'>): string {
  if (value === null) return 'không có';
  const [whole = '', part] = String(unit === 'tenths-of-percent' ? value / 10 : value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${grouped}${part === undefined ? '' : `,${part}`}${unit === 'tenths-of-percent' ? '%' : ''}`;
}
