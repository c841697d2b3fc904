import { sql } from 'kysely';
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness } from '../../domain/calendar/due.ts';
import { type PeriodKind, periodContaining, periodWords, windowOf } from '../../domain/calendar/periods.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import type { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import { type Share, shareNames } from '../../domain/directives/rates.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import { directives } from '../../domain/figures/directive-figures.ts';
import { splitBy } from '../../domain/figures/evaluate.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { doerOf } from '../directives/doer.ts';
import {
  asOfToday,
  fromDirectives,
  presentDirective,
  type Selected,
  selectedColumns,
} from '../directives/queries.ts';
import { type StateCounts, standingsOf } from '../directives/standings.ts';
import { directiveWhere, shareInSql } from '../directives/where.ts';
import { readPeriod } from '../figures/register.ts';
import { speaksFor } from '../requests/queries.ts';
import type { Bar, Dashboard, Figure, getDashboard, UnitShown } from './contract.ts';
import { countRequests, decideFigures, figure, median, unanswered, unitsShown } from './figures.ts';
import { scienceOf } from './science.ts';
import { waitsOf } from './waits.ts';

type Asked = z.infer<NonNullable<typeof getDashboard.query>>;

/** Overdue directives told one by one; the number beside them opens all. */
const overdueShown = 8;

/** What a director sees first: rates of a period as of today, open work by unit, what is late and what waits. */
export async function getDashboardOf(ctx: Context, actor: Actor, asked: Asked): Promise<Dashboard> {
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  const period = periodOf(asked, ctx.today(), actor.language);
  const scope: DirectiveFilter = {
    level: 'whole',
    ...(asked.unit !== undefined && { unit: [asked.unit] }),
  };
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar);
    const doer = await doerOf(tx, actor, asOf.today);
    const at = { day: asOf.today, units: await speaksFor(tx, actor, asOf.today) };
    const shown = await unitsShown(tx, agencyId, asOf.today);
    const late: DirectiveFilter = { ...scope, state: ['overdue'] };
    const overdue = await longestOverdue(tx, agencyId, late, asOf);
    const done = await doneOf(tx, ctx, agencyId, period, calendar);
    const bars = await barsOf(tx, agencyId, { unit: asked.unit, period, done, asOf, shown });
    return {
      asOf: asOf.today,
      period,
      unit: asked.unit === undefined ? null : shown(asked.unit),
      rates: {
        ...(await ratesOf(tx, agencyId, scope, period, asOf, calendar)),
        before: await yearBefore(tx, actor, scope, asked, asOf, calendar),
      },
      decide: await decideFigures(tx, agencyId, doer, asOf, asked.unit),
      questions: await countRequests(tx, agencyId, { mine: 'to-answer', state: unanswered }, at),
      bars,
      overdue: {
        all: figure(
          bars.reduce((sum, bar) => sum + bar.overdue.count, 0),
          late,
        ),
        items: overdue.map((row) => presentDirective(row, asOf, calendar)),
      },
      waits: await waitsOf(tx, agencyId, asOf, calendar, shown, asked.unit),
      science: await scienceOf(tx, ctx, actor, { period, unit: asked.unit, calendar }),
    };
  });
}

const daysIn: Record<Language, (from: string, to: string) => string> = {
  vi: (from, to) => `từ ${from} đến ${to}`,
  en: (from, to) => `from ${from} to ${to}`,
};

/** The window of figures that holds today, by the reporting rules, or the days asked for. @throws Refused 400 */
export function periodOf(
  { period, from, to }: Asked,
  today: Temporal.PlainDate,
  language: Language = 'vi',
): Dashboard['period'] {
  if (period === 'dates') {
    if (from === undefined || to === undefined || from > to)
      throw Refused.invalid([
        { path: 'from', message: 'Chọn ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.' },
      ]);
    return { kind: period, from, to, words: daysIn[language](sayDay(from), sayDay(to)) };
  }
  const kind: PeriodKind = period;
  const containing = periodContaining(today, kind);
  if (containing === null) throw new RangeError(`No ${kind} holds ${today}`);
  const window = windowOf(containing);
  return {
    kind: period,
    from: window.from.toString(),
    to: window.to.toString(),
    words: periodWords(containing, language),
  };
}

async function ratesOf(
  tx: Tx,
  agencyId: string,
  scope: DirectiveFilter,
  { from, to }: { from: string; to: string },
  asOf: AsOf,
  calendar: Calendar,
): Promise<Omit<Dashboard['rates'], 'before'>> {
  const promised: DirectiveFilter = { ...scope, periodFrom: from, periodTo: to };
  const { rows } = await sql<{
    share: Share | 'set-aside';
    count: number;
    late: [due: string, closed: string, count: number][] | null;
  }>`
    select share, sum(count)::int as count, json_agg(json_build_array(due, closed, count)) filter (where due is not null) as late
    from (
      select share, count(*) as count, case when share = 'done-after-first' then first_due end as due,
        case when share = 'done-after-first' then closed_on end as closed
      from (select ${shareInSql(asOf.today)} as share, n.first_due, n.closed_on
        from directive_now n where ${directiveWhere(agencyId, promised, asOf)}) placed
      where share is not null group by 1, 3, 4) grouped
    group by share`.execute(tx);
  const found = new Map(rows.map((row) => [row.share, row]));
  const count = (share: Share | 'set-aside') => found.get(share)?.count ?? 0;
  const shares = shareNames.map(
    (share) => [share, figure(count(share), { ...promised, share: [share] })] as const,
  );
  const late = (found.get('done-after-first')?.late ?? []).flatMap(([due, closed, count]) =>
    Array.from({ length: count }, () => lateness(due, closed, calendar).workingDays),
  );
  return {
    base: figure(
      shareNames.reduce((sum, share) => sum + count(share), 0),
      { ...promised, share: [...shareNames] },
    ),
    shares: Object.fromEntries(shares) as Dashboard['rates']['shares'],
    setAside: figure(count('set-aside'), { ...promised, share: ['set-aside'] }),
    medianLate: late.length === 0 ? null : median(late),
  };
}

/** How much of what the same period promised a year before was done by the first deadline. */
async function yearBefore(
  tx: Tx,
  { agencyId, language }: Actor,
  scope: DirectiveFilter,
  asked: Asked,
  asOf: AsOf,
  calendar: Calendar,
): Promise<Dashboard['rates']['before']> {
  if (asked.period === 'dates') return null;
  const period = periodOf(asked, Temporal.PlainDate.from(asOf.today).subtract({ years: 1 }), language);
  const { base, shares } = await ratesOf(tx, agencyId, scope, period, asOf, calendar);
  if (base.count === 0) return null;
  return { words: period.words, base: base.count, doneByFirst: shares['done-by-first'] };
}

/** States that make up each piece of a bar. What has no day is not drawn. */
const pieces = {
  'in-time': ['in-time', 'returned'],
  'due-soon': ['due-soon'],
  overdue: ['overdue'],
  awaiting: ['awaiting-confirmation', 'refused'],
} as const satisfies Record<string, readonly DirectiveState[]>;
type Piece = keyof typeof pieces;
const pieceNames = Object.keys(pieces) as Piece[];

/**
 * What was accepted of each unit in a period: the figure «accepted» by unit. Counted by the database while the period is under
 * way, since every morning asks for it; a test holds the two equal.
 */
async function doneOf(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { from, to }: { from: string; to: string },
  calendar: Calendar,
): Promise<Map<string | null, number>> {
  const today = ctx.today().toString();
  if (to < today) {
    const asking = { cut: { from, to, cutOff: to }, calendar, knownAt: undefined, unit: undefined };
    const { register, reading } = await readPeriod(tx, ctx, agencyId, asking);
    const parts = splitBy(directives, 'accepted', register.directives, reading, 'unit');
    return new Map([...parts].map(([unitId, { recordIds }]) => [unitId || null, recordIds.length]));
  }
  const { rows } = await sql<{ unitId: string | null; done: number }>`
    select lead_unit_id as "unitId", count(*)::int as done from directive_now
    where agency_id = ${agencyId} and phase = 'accepted' and accepted_on >= ${from} and given_on <= ${today} and origin <> 'part'
    group by lead_unit_id`.execute(tx);
  return new Map(rows.map(({ unitId, done }) => [unitId, done]));
}

async function barsOf(
  tx: Tx,
  agencyId: string,
  {
    unit,
    period,
    done,
    asOf,
    shown,
  }: {
    unit: string | undefined;
    period: Dashboard['period'];
    done: ReadonlyMap<string | null, number>;
    asOf: AsOf;
    shown: (unitId: string | null) => UnitShown;
  },
): Promise<Bar[]> {
  const standings = await standingsOf(tx, agencyId, asOf);
  const units = new Set([...standings.keys(), ...done.keys()]);
  return [...units]
    .filter((unitId) => unit === undefined || unitId === unit)
    .map((unitId) =>
      barOf(shown(unitId), standings.get(unitId) ?? {}, done.get(unitId) ?? 0, period, asOf.today),
    )
    .filter((bar) => bar.done.count > 0 || pieceNames.some((piece) => bar[piece].count > 0))
    .toSorted(
      (a, b) =>
        b.overdue.count - a.overdue.count ||
        b['due-soon'].count - a['due-soon'].count ||
        a.unit.name.localeCompare(b.unit.name, 'vi'),
    );
}

function barOf(
  unit: UnitShown,
  counts: StateCounts,
  done: number,
  period: Dashboard['period'],
  today: string,
): Bar {
  const own: DirectiveFilter =
    unit.unitId === null ? { level: 'whole', lead: 'none' } : { level: 'whole', unit: [unit.unitId] };
  const piece = (name: Piece) => {
    const state = [...pieces[name]];
    return figure(
      state.reduce((sum, one) => sum + (counts[one] ?? 0), 0),
      { ...own, state },
    );
  };
  return {
    unit,
    'in-time': piece('in-time'),
    'due-soon': piece('due-soon'),
    overdue: piece('overdue'),
    awaiting: piece('awaiting'),
    // Of days to come no figure is read, and nothing is done.
    done:
      period.from > today
        ? figure(done, { ...own, closedFrom: period.from, closedTo: period.to })
        : acceptedFigure(done, unit.unitId, period),
  };
}

/** The part of the figure «accepted» that is of one unit, and its records. */
const acceptedFigure = (
  count: number,
  unitId: string | null,
  { kind, from, to }: Dashboard['period'],
): Figure => ({
  count,
  list: 'figures',
  opens: {
    ...(kind === 'dates' ? { period: kind, from, to } : { period: kind }),
    ...{ figure: 'accepted', by: 'unit', key: unitId ?? '' },
  },
});

/** The first of what is overdue, the longest overdue first. */
async function longestOverdue(
  tx: Tx,
  agencyId: string,
  late: DirectiveFilter,
  asOf: AsOf,
): Promise<Selected[]> {
  const { rows } = await sql<Selected>`
    with first as materialized (
      select n.agency_id, n.directive_id from directive_now n where ${directiveWhere(agencyId, late, asOf)}
      order by n.agency_id, n.due, n.directive_id limit ${overdueShown})
    select ${selectedColumns(asOf)} from first f
    join (${fromDirectives}) on n.agency_id = f.agency_id and n.directive_id = f.directive_id
    order by n.due, n.directive_id`.execute(tx);
  return rows;
}
