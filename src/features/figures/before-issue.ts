import { type FigureId, isCatalogued } from '../../domain/figures/catalogue.ts';
import { checkContinues, checkSums, sayFinding } from '../../domain/figures/checks.ts';
import type { FigureValues } from '../../domain/figures/evaluate.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import type { ReviewSection } from '../../domain/reviews/facts.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { endedBefore } from './queries.ts';
import { askingOf, tellPeriod } from './read.ts';
import { againstSigned, figuresAgain, signedReviews } from './signed.ts';
import { typedFindings } from './typed.ts';

/** Something in a review that does not hold. */
export interface IssueFinding {
  kind: 'sum' | 'continues' | 'differs' | 'units' | 'text';
  /** In Vietnamese, with both numbers. */
  words: string;
  /** The key of the figure it is about; null where it is a number of the words alone. */
  figure: string | null;
  /** Records that make the difference, where they can be named. */
  recordIds: readonly string[];
  /** Where in the words it stands; null where it is about the figures. */
  at: { section: ReviewSection; unitId: string | null } | null;
}

/**
 * What does not hold in a review, for whoever is about to issue it: sums and carried-over figures; figures of a period that
 * a signed review already told otherwise; units that do not add up to the whole; and numbers typed by hand that differ from
 * the figures, or from each other. Nothing is refused: people decide. Empty where all holds.
 * @param content what is about to be issued, as it reads
 */
export async function findingsBeforeIssue(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  content: ReviewContent,
): Promise<IssueFinding[]> {
  const values = valuesOf(content.figures);
  // A review of one document carries over nothing from a period.
  const { document } = content.period;
  return [
    ...checkSums(values).map((one) => found('sum', one.figure, sayFinding(one))),
    ...(document === undefined ? await againstOthers(tx, ctx, actor, content, values) : []),
    ...unitsAgainstWhole(content),
    ...typedFindings(content),
  ];
}

const found = (
  kind: IssueFinding['kind'],
  figure: string,
  words: string,
  recordIds: readonly string[] = [],
): IssueFinding => ({ kind, figure, words, recordIds, at: null });

const valuesOf = (figures: readonly ReviewFigure[]): FigureValues<FigureId> =>
  new Map(
    figures.flatMap(({ key, value, recordIds }) =>
      isCatalogued(key) ? [[key, { value, recordIds }] as const] : [],
    ),
  );

/** Against what was known when the period began, and against what signed reviews said of it and of the one before. */
async function againstOthers(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { period, figures, rules }: ReviewContent,
  values: FigureValues,
): Promise<IssueFinding[]> {
  const calendar = await ctx.calendar();
  const cut = { from: period.from, to: period.to, cutOff: rules.readUntil };
  const asked = { ...endedBefore(cut, undefined), unit: undefined, calendar };
  const ended = await tellPeriod(await askingOf(tx, ctx, actor, asked));
  const continues = checkContinues(values, ended.values).map((one) =>
    found('continues', one.figure, sayFinding(one), one.kind === 'continues' ? one.recordIds : []),
  );
  const before = Temporal.PlainDate.from(period.from).subtract({ days: 1 }).toString();
  const signed = await signedReviews(tx, actor.agencyId, { endedOn: [before, period.to] });
  const differs: IssueFinding[] = [];
  for (const review of signed) {
    const own = review.content.period.from === period.from && review.content.rules.readUntil === cut.cutOff;
    const now = own ? figures : await figuresAgain(tx, ctx, actor, review.content, calendar);
    differs.push(
      ...againstSigned(review.content, now).map(({ figure, words, recordIds }) =>
        found('differs', figure, words, recordIds),
      ),
    );
  }
  return [...continues, ...differs];
}

/** Counts that every unit has a part of: those of all units together are the whole. */
function unitsAgainstWhole({ figures, units }: ReviewContent): IssueFinding[] {
  return figures
    .filter(({ unit, recordIds, value }) => unit === 'directives' && value === recordIds.length)
    .flatMap(({ key, name, value }) => {
      const told = units.map((one) => one.figures.find((figure) => figure.key === key)?.value ?? 0);
      const sum = told.reduce((total, one) => total + one, 0);
      return units.length === 0 || sum === value
        ? []
        : [
            found(
              'units',
              key,
              `«${name}» của toàn cơ quan là ${sayFigure({ value, unit: 'directives' })}, các đơn vị cộng lại là ${sayFigure({ value: sum, unit: 'directives' })}: có việc chưa có đơn vị chủ trì, hoặc đơn vị không có trong bảng.`,
            ),
          ];
    });
}
