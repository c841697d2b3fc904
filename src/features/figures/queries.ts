import type { Calendar } from '../../domain/calendar/calendar.ts';
import { directiveFigures } from '../../domain/figures/catalogue.ts';
import { checkContinues, checkSums, sayFinding } from '../../domain/figures/checks.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import { evaluate, type FigureValues } from '../../domain/figures/evaluate.ts';
import type { Reading } from '../../domain/figures/figure.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import type { FigureList, FigureReading, FigureRow, OwnFigure } from './contract.ts';
import { countOwn, type OwnRow, ownFigures } from './own.ts';
import { cutsOf, readingOf } from './period.ts';
import { addingPolicy, ownFigurePolicy } from './policy.ts';
import { type Asking, type RegisterThen, registerAt } from './register.ts';

/** A period read: its register, and what a reading needs of the calendar. */
export interface Read {
  cut: Cut;
  register: RegisterThen;
  reading: Reading;
}

/** The register of a period at its cut-off. */
export async function readPeriod(tx: Tx, ctx: Context, agencyId: string, asking: Asking): Promise<Read> {
  const register = await registerAt(tx, ctx, agencyId, asking);
  const { cut, calendar } = asking;
  return { cut, register, reading: readingOf(cut, register.asOf.soonUntil, calendar) };
}

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
  const { agencyId } = actor;
  const { knownAt, unit } = asked;
  return ctx.store.read(actor.scope, async (tx) => {
    const ownRows = await ownFigures(tx, agencyId, cuts.period.cutOff);
    const tellOf = async (cut: Cut): Promise<Told> => {
      const { register, reading } = await readPeriod(tx, ctx, agencyId, { cut, knownAt, unit, calendar });
      return {
        values: evaluate(register.directives, reading),
        own: await countOwn(tx, agencyId, ownRows, { cut, unit, register }),
      };
    };
    const now = await tellOf(cuts.period);
    const before = cuts.before && (await tellOf(cuts.before));
    const lastYear = cuts.lastYear && (await tellOf(cuts.lastYear));
    const ended = await endOfBefore(tx, ctx, actor, asked, cuts.period, calendar);
    const findings = [...checkSums(now.values), ...checkContinues(now.values, ended)];
    return {
      period: cuts.period,
      before: cuts.before,
      lastYear: cuts.lastYear,
      knownAt: knownAt ?? null,
      figures: directiveFigures.map((definition): FigureRow => {
        const of = (told: Told | null) => told?.values.get(definition.id)?.value ?? null;
        const { id, name, counts, unit: inUnit, better = null } = definition;
        return {
          id,
          name,
          counts,
          unit: inUnit,
          better,
          value: of(now),
          before: of(before),
          lastYear: of(lastYear),
        };
      }),
      own: ownRows.map((row, at) => presentOwn(actor, row, at, { now, before, lastYear })),
      findings: findings.map((finding) => ({ words: sayFinding(finding), figure: finding.figure })),
      abilities: addingPolicy.abilitiesOf(actor, null),
    };
  });
}

/**
 * What stood open the day before the period, as it was known at the end of that day: what a report of then said. Later
 * entries about that time make the difference that is pointed out.
 */
async function endOfBefore(
  tx: Tx,
  ctx: Context,
  { agencyId }: Actor,
  { unit, knownAt }: FigureReading,
  { from }: Cut,
  calendar: Calendar,
): Promise<FigureValues> {
  const first = Temporal.PlainDate.from(from);
  const last = first.subtract({ days: 1 }).toString();
  const closed = first.toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();
  const known = knownAt !== undefined && Temporal.Instant.compare(knownAt, closed) < 0 ? knownAt : closed;
  const cut = { from: last, to: last, cutOff: last };
  const { register, reading } = await readPeriod(tx, ctx, agencyId, { cut, knownAt: known, unit, calendar });
  return evaluate(register.directives, reading);
}

const countedAs = {
  standing: 'Nhiệm vụ khớp bộ lọc, như vào ngày chốt.',
  given: 'Nhiệm vụ khớp bộ lọc, giao trong kỳ đến ngày chốt.',
  'first-due': 'Nhiệm vụ khớp bộ lọc, hạn đầu rơi vào kỳ đến ngày chốt.',
  closed: 'Nhiệm vụ khớp bộ lọc, xong trong kỳ đến ngày chốt.',
};

/** What of an own figure is said without reading it. */
export const describeOwn = ({ id, name, datedBy }: OwnRow) => ({
  ...{ id, name, counts: countedAs[datedBy] },
  ...({ unit: 'directives', better: null } as const),
});

function presentOwn(
  actor: Actor,
  row: OwnRow,
  at: number,
  { now, before, lastYear }: { now: Told; before: Told | null; lastYear: Told | null },
): OwnFigure {
  const { query, datedBy, addedOn, addedBy, withdrawnOn, reason } = row;
  return {
    ...describeOwn(row),
    value: now.own[at] ?? 0,
    before: before?.own[at] ?? null,
    lastYear: lastYear?.own[at] ?? null,
    ...{ query, datedBy, addedOn, addedBy },
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: reason ?? '' },
    abilities: ownFigurePolicy.abilitiesOf(actor, { withdrawn: withdrawnOn !== null }),
  };
}
