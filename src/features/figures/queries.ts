import { allFigures, type FigureSaid, isCatalogued } from '../../domain/figures/catalogue.ts';
import { checkContinues, checkSums, sayFinding } from '../../domain/figures/checks.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import type { FigureValues } from '../../domain/figures/evaluate.ts';
import type { Actor, Context } from '../context.ts';
import type { FigureList, FigureReading, FigureRow, OwnFigure } from './contract.ts';
import { type OwnRow, ownFigures } from './own.ts';
import { countOwn } from './own-listed.ts';
import { cutsOf } from './period.ts';
import { type Plan, plansOf } from './plans.ts';
import { addingPolicy, ownFigurePolicy } from './policy.ts';
import { askingOf, seesFamily, tellPeriod } from './read.ts';
import type { CutKnown } from './register.ts';
import { differsFromSigned } from './signed.ts';

/** Values of a period, with those of the agency's own figures. */
interface Told {
  values: FigureValues;
  own: number[];
}

/**
 * Every figure of a period as known at a moment, with the same of the period before and of the year before, and what
 * does not hold.
 * @throws Refused 400
 */
export async function listFiguresOf(ctx: Context, actor: Actor, asked: FigureReading): Promise<FigureList> {
  const calendar = await ctx.calendar();
  const cuts = cutsOf(asked, ctx.today());
  const { knownAt, unit } = asked;
  // The year before a year is the period before.
  const sameCut = cuts.lastYear?.from === cuts.before?.from && cuts.lastYear?.cutOff === cuts.before?.cutOff;
  const compared = [cuts.period, cuts.before, sameCut ? null : cuts.lastYear].filter((cut) => cut !== null);
  const ended = endedBefore(cuts.period, knownAt);
  const question = { unit, calendar, among: [...compared.map((cut) => ({ cut, knownAt })), ended] };
  return ctx.store.read(actor.scope, async (tx) => {
    const ownRows = (await ownFigures(tx, actor.agencyId, cuts.period.cutOff)).filter(({ family }) =>
      seesFamily(actor, family),
    );
    const tellOf = async (cut: Cut): Promise<Told> => {
      const asking = await askingOf(tx, ctx, actor, { cut, knownAt, ...question });
      const { values, register } = await tellPeriod(asking);
      return { values, own: await countOwn(asking, ownRows, register) };
    };
    const now = await tellOf(cuts.period);
    const before = cuts.before && (await tellOf(cuts.before));
    const lastYear = sameCut ? before : cuts.lastYear && (await tellOf(cuts.lastYear));
    // Targets plan for the whole agency.
    const plans = unit === undefined ? await plansOf(tx, actor.agencyId, cuts.period, knownAt) : new Map();
    const then = await tellPeriod(await askingOf(tx, ctx, actor, { ...ended, ...question }));
    const findings = [...checkSums(now.values), ...checkContinues(now.values, then.values)];
    // What a report was signed of is the whole agency, with all that is recorded.
    const whole = unit === undefined && knownAt === undefined;
    const differs = whole ? await differsFromSigned(tx, ctx, actor, cuts.period, calendar) : [];
    return {
      period: cuts.period,
      before: cuts.before,
      lastYear: cuts.lastYear,
      knownAt: knownAt ?? null,
      figures: allFigures
        .filter(({ id }) => now.values.has(id))
        .map((figure) => rowOf(figure, { now, before, lastYear, plans })),
      own: ownRows.map((row, at) => presentOwn(actor, row, at, { now, before, lastYear, plans })),
      findings: [
        ...findings.map((finding) => ({ words: sayFinding(finding), figure: finding.figure })),
        ...differs.flatMap(({ words, figure }) => (isCatalogued(figure) ? [{ words, figure }] : [])),
      ],
      abilities: addingPolicy.abilitiesOf(actor, null),
    };
  });
}

interface Compared {
  now: Told;
  before: Told | null;
  lastYear: Told | null;
  plans: ReadonlyMap<string, Plan>;
}

function rowOf({ id, name, counts, unit, better }: FigureSaid, told: Compared): FigureRow {
  const of = (one: Told | null) => one?.values.get(id)?.value ?? null;
  return {
    ...{ id, name, counts, unit, better: better ?? null },
    ...{ value: of(told.now), before: of(told.before), lastYear: of(told.lastYear) },
    plan: told.plans.get(id) ?? null,
  };
}

/**
 * The day before a period, as it was known at the end of that day: what a report of then said. Later entries about that time make
 * the difference that is pointed out.
 */
export function endedBefore({ from }: Cut, knownAt: string | undefined): CutKnown {
  const first = Temporal.PlainDate.from(from);
  const last = first.subtract({ days: 1 }).toString();
  const closed = first.toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();
  const known = knownAt !== undefined && Temporal.Instant.compare(knownAt, closed) < 0 ? knownAt : closed;
  return { cut: { from: last, to: last, cutOff: last }, knownAt: known };
}

const countedAs = {
  standing: 'Nhiệm vụ khớp bộ lọc, như vào ngày chốt.',
  given: 'Nhiệm vụ khớp bộ lọc, giao trong kỳ đến ngày chốt.',
  'first-due': 'Nhiệm vụ khớp bộ lọc, hạn đầu rơi vào kỳ đến ngày chốt.',
  closed: 'Nhiệm vụ khớp bộ lọc, xong trong kỳ đến ngày chốt.',
};

const standingAs = {
  directives: countedAs.standing,
  targets: 'Chỉ tiêu của năm khớp bộ lọc, như vào ngày chốt.',
  programme: 'Mục của chương trình có tháng trong kỳ khớp bộ lọc, như vào ngày chốt.',
  drafts: 'Dự thảo của năm khớp bộ lọc, như vào ngày chốt.',
  opinions: 'Ý kiến góp ý phải trả lời trong kỳ khớp bộ lọc, như vào ngày chốt.',
  requests: 'Câu hỏi phải trả lời trong kỳ khớp bộ lọc, như vào ngày chốt.',
  documents: 'Văn bản vào sổ trong kỳ khớp bộ lọc, đến ngày chốt.',
};

/** What of an own figure is said without reading it. */
export const describeOwn = ({ id, name, family, datedBy }: OwnRow) => ({
  ...{ id, name, counts: datedBy === 'standing' ? standingAs[family] : countedAs[datedBy] },
  ...{ unit: family, better: null },
});

function presentOwn(
  actor: Actor,
  row: OwnRow,
  at: number,
  { now, before, lastYear, plans }: Compared,
): OwnFigure {
  const { family, query, datedBy, addedOn, addedBy, withdrawnOn, reason } = row;
  return {
    ...describeOwn(row),
    value: now.own[at] ?? 0,
    before: before?.own[at] ?? null,
    lastYear: lastYear?.own[at] ?? null,
    plan: plans.get(row.id) ?? null,
    ...{ family, query, datedBy, addedOn, addedBy },
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: reason ?? '' },
    abilities: ownFigurePolicy.abilitiesOf(actor, { withdrawn: withdrawnOn !== null }),
  };
}
