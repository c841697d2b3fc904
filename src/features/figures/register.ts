import { type RawBuilder, sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DirectiveFact, FactBody } from '../../domain/directives/facts.ts';
import type { DirectiveFilter, Origin } from '../../domain/directives/filter.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import { type Counted, countedOf } from '../../domain/figures/counted.ts';
import type { Reading } from '../../domain/figures/figure.ts';
import { type Tx, together } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { asItStands, type Moment, type Shown, sameThen, shownOn } from '../directives/as-of.ts';
import { asOfToday, type ShownOn } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';
import { unitFields } from '../organisation/unit-fields.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { readingOf } from './period.ts';

/** A period's days and its cut-off, as known at a moment. */
export interface CutKnown {
  cut: Cut;
  knownAt: string | undefined;
}

/** What is read of an agency's register: until a day, as known at a moment. */
export interface Asking extends CutKnown {
  unit: string | undefined;
  calendar: Calendar;
  /** All that is read to answer one question, this among it: what takes long is read once for all. */
  among?: readonly CutKnown[];
}

/** The register of an agency as it stood at a cut-off, as known at a moment. */
export interface RegisterThen {
  asOf: ShownOn;
  /** The same for statements over `directive_now`; put together when it is first asked for. */
  shown(): Promise<Shown>;
  /** Directives that figures of the period can count. */
  directives: Counted[];
}

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

/** Whether the register of today, with all that is recorded, is asked for. */
export const isNow = (ctx: Context, { cut, knownAt }: Pick<Asking, 'cut' | 'knownAt'>) =>
  cut.cutOff === ctx.today().toString() && knownAt === undefined;

/** A register or some of its directives as they stood then, for statements over `directive_now`. */
export async function shownThen(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  which: { ids: readonly string[] } | DirectiveFilter,
  { asOf, ...asking }: Omit<Asking, 'unit'> & { asOf: ShownOn },
): Promise<Shown> {
  if (isNow(ctx, asking)) return asItStands;
  const { knownAt, calendar } = asking;
  return shownOn(tx, agencyId, which, { ...asOf, ...(knownAt !== undefined && { knownAt }) }, calendar);
}

/** Today's register as it stands, an earlier one folded where it was touched since. */
export async function registerAt(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  asking: Asking,
): Promise<RegisterThen> {
  const { cut, knownAt, calendar } = asking;
  const asOf = await asOfToday(tx, ctx, agencyId, calendar, cut.cutOff);
  const moment: Moment = { ...asOf, ...(knownAt !== undefined && { knownAt }) };
  let put: Promise<Shown> | undefined;
  return {
    asOf,
    async shown() {
      put ??= shownThen(tx, ctx, agencyId, {}, { cut, knownAt, asOf, calendar });
      return put;
    },
    directives: await withFields(
      tx,
      agencyId,
      knownAt,
      isNow(ctx, asking)
        ? (await countedRows(withinReach(agencyId, asking, asOf)).execute(tx)).rows
        : await foldedThen(tx, ctx, agencyId, asking, moment),
    ),
  };
}

/** Gives directives the field of their lead unit on the day each was given, where no fact gives them one. */
export async function withFields(
  tx: Tx,
  agencyId: string,
  knownAt: string | undefined,
  directives: Counted[],
): Promise<Counted[]> {
  const fields = await unitFields(tx, agencyId, knownAt);
  // A register is long: its rows were just read for this and are nobody else's.
  for (const one of directives) one.field ??= fields.on(one.leadUnitId, one.givenOn);
  return directives;
}

/** Rows that stand as they stood then, and the others from the facts that count. */
async function foldedThen(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  asking: Asking,
  moment: Moment,
): Promise<Counted[]> {
  const { unit, calendar, knownAt, cut } = asking;
  const settings = await keptDueSettings(tx, ctx, agencyId);
  const [same, touched] = await together(tx, [
    countedRows(sql`${withinReach(agencyId, asking, moment)} and ${sameThen(moment)}`),
    factsThen(agencyId, cut, moment, knownAt),
  ]);
  const folded = touched.flatMap(({ facts, ...identity }) => {
    const standing = standingOf(facts.map(asFact));
    return standing ? [countedOf(identity, standing, calendar, settings(standing.givenOn))] : [];
  });
  return [...same, ...folded.filter(({ leadUnitId }) => unit === undefined || leadUnitId === unit)];
}

/** What of a fact the fold looks at, packed: its id, day, moment and body. */
type Packed = [id: string, happenedOn: string, recordedAt: string, body: FactBody];

const asFact = ([id, happenedOn, recordedAt, body]: Packed): DirectiveFact => ({
  ...{ id, happenedOn, recordedAt, body },
  by: '',
});

interface Touched {
  id: string;
  kind: DirectiveKind;
  origin: Origin;
  facts: Packed[];
}

/**
 * Whole directives given by the cut-off that were touched since, each with its facts that count. The moment is no condition of
 * the rows: the planner would then look through all the agency ever recorded by it, once for each directive.
 */
const factsThen = (agencyId: string, { cutOff }: Cut, moment: Moment, knownAt: string | undefined) =>
  sql<Touched>`
    select n.directive_id as id, n.kind, n.origin, f.facts from directive_now n
    cross join lateral (select json_agg(json_build_array(f.id, f.happened_on, f.recorded_at, f.body))
        ${knownAt === undefined ? sql`` : sql`filter (where f.recorded_at <= ${knownAt}::timestamptz)`} as facts
      from directive_fact f where f.agency_id = n.agency_id and f.directive_id = n.directive_id
        and f.happened_on <= ${cutOff}) f
    where n.agency_id = ${agencyId} and n.origin <> 'part' and n.given_on <= ${cutOff} and not ${sameThen(moment)}
      and f.facts is not null`;

/** Directives that a figure of a period can count, over `directive_now n`. */
function withinReach(
  agencyId: string,
  { cut: { from, cutOff }, unit }: Asking,
  asOf: Moment,
): RawBuilder<unknown> {
  const scope: DirectiveFilter = { level: 'whole', ...(unit !== undefined && { unit: [unit] }) };
  return sql`${directiveWhere(agencyId, scope, asOf)} and n.given_on <= ${cutOff} and (
    (n.phase <> 'accepted' or n.accepted_on >= ${from}) and (n.phase <> 'stopped' or n.stopped_on >= ${from})
    or n.first_due between ${from} and ${cutOff})`;
}

/** The statement that gives directives as figures look at them; `from` where the filter looks at words too. */
export const countedRows = (
  where: RawBuilder<unknown>,
  from: RawBuilder<unknown> = sql`directive_now n`,
): RawBuilder<Counted> => sql<Counted>`
  select n.directive_id as id, n.kind, n.origin, n.lead_unit_id as "leadUnitId", n.given_on as "givenOn",
    n.deadline_kind as "deadlineKind", n.phase, n.suspended, n.first_due as "firstDue", n.due,
    n.closed_on as "closedOn", n.accepted_on as "acceptedOn", n.stopped_on as "stoppedOn",
    n.times_extended as "timesExtended", n.times_returned as "timesReturned", n.product is not null as product, n.cause, n.field
  from ${from} where ${where}`;
