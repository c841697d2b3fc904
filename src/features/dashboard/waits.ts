import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import { waitingSince } from '../../domain/directives/waiting.ts';
import type { Tx } from '../../storage/store.ts';
import { factsOf } from '../directives/record.ts';
import { directiveWhere } from '../directives/where.ts';
import { fromRequests, requestWhere } from '../requests/queries.ts';
import type { UnitShown, Wait } from './contract.ts';
import { figure, median, requestFigure, unanswered } from './figures.ts';

interface Waiting {
  from: string;
  to: string;
  /** The directive that waits; null for a question. */
  directiveId: string | null;
  askedOn: string | null;
}

/**
 * Who waits for whom as of today: work whose last report names a unit it waits for, and questions not yet answered,
 * by pair of units, the longest wait first.
 */
export async function waitsOf(
  tx: Tx,
  agencyId: string,
  asOf: AsOf,
  calendar: Calendar,
  shown: (unitId: string | null) => UnitShown,
  unit?: string,
): Promise<Wait[]> {
  const at = { day: asOf.today, units: [] };
  const { rows } = await sql<Waiting>`
    select w.* from (
      select n.lead_unit_id as from, n.waiting_unit_id as to, n.directive_id as "directiveId", null::date as "askedOn"
      from directive_now n where ${directiveWhere(agencyId, {}, asOf)} and n.waiting_unit_id is not null
        and n.lead_unit_id is not null and n.phase not in ('accepted', 'stopped')
      union all
      select r.from_unit_id, r.to_unit_id, null, r.asked_on from ${fromRequests}
      where ${requestWhere(agencyId, { state: unanswered }, at)}) w
    ${unit === undefined ? sql`` : sql`where w.from = ${unit} or w.to = ${unit}`}`.execute(tx);
  const facts = await factsOf(
    tx,
    agencyId,
    rows.flatMap(({ directiveId }) => directiveId ?? []),
  );
  const today = Temporal.PlainDate.from(asOf.today);
  const daysOf = ({ directiveId, askedOn }: Waiting) => {
    const since = directiveId === null ? askedOn : waitingSince(facts.get(directiveId) ?? []);
    return since === null ? 0 : calendar.workingDaysBetween(Temporal.PlainDate.from(since), today);
  };
  return [...Map.groupBy(rows, ({ from, to }) => `${from} ${to}`).values()]
    .map((pair) => waitOf(pair, pair.map(daysOf), shown))
    .toSorted(
      (a, b) =>
        b.longest - a.longest ||
        a.from.name.localeCompare(b.from.name, 'vi') ||
        a.to.name.localeCompare(b.to.name, 'vi'),
    );
}

function waitOf(
  pair: readonly Waiting[],
  days: readonly number[],
  shown: (unitId: string | null) => UnitShown,
): Wait {
  const { from = '', to = '' } = pair[0] ?? {};
  const work = pair.filter(({ directiveId }) => directiveId !== null).length;
  return {
    from: shown(from),
    to: shown(to),
    work: figure(work, { unit: [from], waiting: to }),
    questions: requestFigure(pair.length - work, { from, to, state: unanswered }),
    longest: Math.max(0, ...days),
    median: median(days),
  };
}
