import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import { type Before, type OpenPost, planReorganisation } from '../../domain/organisation/reorganise.ts';
import { unitsOn } from '../../domain/organisation/units.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { factsOf } from '../directives/record.ts';
import { stateInSql } from '../directives/where.ts';
import { unitFacts } from '../organisation/queries.ts';
import { requestSide } from '../requests/sides.ts';

export interface DirectiveShown {
  id: string;
  words: string;
  part: boolean;
  firstDueDay: string | null;
  dueDay: string | null;
  state: DirectiveState;
  assignee: string | null;
}
export interface RequestShown {
  id: string;
  fromUnitId: string;
  toUnitId: string;
  askedOn: string;
  words: string;
  dueDay: string | null;
}

/** How things stand before the act, with what a person needs to see of each record. */
export interface Gathered {
  before: Before;
  directives: ReadonlyMap<string, DirectiveShown>;
  persons: ReadonlyMap<string, string>;
  requests: ReadonlyMap<string, RequestShown>;
}

/** Open directives that name one of the units; with `lock` nobody changes them until the transaction ends. */
async function directivesOf(
  tx: Tx,
  agencyId: string,
  units: readonly string[],
  asOf: AsOf,
  lock: boolean,
): Promise<DirectiveShown[]> {
  const { rows } = await sql<DirectiveShown>`
    select n.directive_id as id, d.words, n.origin = 'part' as part, n.first_due as "firstDueDay", n.due as "dueDay",
      ${stateInSql(asOf)} as state,
      (select p.full_name from person p where p.agency_id = n.agency_id and p.id = n.assignee_id) as assignee
    from directive_now n join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
    where n.agency_id = ${agencyId} and n.phase not in ('accepted', 'stopped')
      and (n.unit_ids && ${[...units]}::uuid[] or n.waiting_unit_id = any(${[...units]}::uuid[]))
    order by n.due nulls last, n.directive_id ${lock ? sql`for update of n` : sql``}`.execute(tx);
  return rows;
}

/** Posts at the units on the day or later that nobody has ended, heads first. */
async function postsOf(tx: Tx, agencyId: string, units: readonly string[]) {
  const { rows } = await sql<OpenPost & { fullName: string }>`
    select h.id, h.person_id as "personId", h.unit_id as "unitId", h.role, h.title, h.from_day as from,
      p.full_name as "fullName"
    from post_holding h join person p on p.agency_id = h.agency_id and p.id = h.person_id
    left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
    where h.agency_id = ${agencyId} and h.unit_id = any(${[...units]}::uuid[]) and e.post_id is null
    order by array_position(array['director', 'head', 'office', 'officer', 'auditor', 'administrator'], h.role),
      p.sort_key, h.id`.execute(tx);
  return rows;
}

async function requestsOf(tx: Tx, agencyId: string, units: readonly string[]): Promise<RequestShown[]> {
  const { rows } = await sql<RequestShown>`
    select * from (
      select q.id, ${requestSide('asks')} as "fromUnitId", ${requestSide('answers')} as "toUnitId",
        q.asked_on as "askedOn", q.words, q.due as "dueDay"
      from unit_request q
      where q.agency_id = ${agencyId} and not exists (
        select from unit_request_answer a where a.agency_id = q.agency_id and a.request_id = q.id)) open
    where "fromUnitId" = any(${[...units]}::uuid[]) or "toUnitId" = any(${[...units]}::uuid[])
    order by "dueDay" nulls last, id`.execute(tx);
  return rows;
}

/** Everything open that the act touches. */
export async function gather(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  act: Reorganisation,
  { calendar, lock = false }: { calendar: Calendar; lock?: boolean },
): Promise<Gathered> {
  const { agencyId } = actor;
  const asOf = await asOfToday(tx, ctx, agencyId, calendar);
  const units = unitsOn(await unitFacts(tx, agencyId), act.effectiveOn);
  const shown = await directivesOf(tx, agencyId, act.sources, asOf, lock);
  const facts = await factsOf(
    tx,
    agencyId,
    shown.map(({ id }) => id),
  );
  const receiving = act.targets.flatMap(({ unitId }) => unitId ?? []);
  const posts = await postsOf(tx, agencyId, [...new Set([...act.sources, ...receiving])]);
  const requests = await requestsOf(tx, agencyId, act.sources);
  const directives = shown.flatMap(({ id }) => {
    const standing = standingOf(facts.get(id) ?? []);
    if (standing === null) return [];
    const { lead, coordinating, obstacle, assignee, leadSince, lastOn } = standing;
    return [
      {
        id,
        leadUnitId: lead?.unitId ?? null,
        coordinatingUnitIds: coordinating.flatMap(({ unitId }) => unitId ?? []),
        waitingUnitId: obstacle?.waitingFor?.unitId ?? null,
        assigneeId: assignee?.personId ?? null,
        leadSince,
        lastOn,
      },
    ];
  });
  return {
    before: { units, directives, posts, requests },
    directives: new Map(shown.map((one) => [one.id, one])),
    persons: new Map(posts.map(({ id, fullName }) => [id, fullName])),
    requests: new Map(requests.map((one) => [one.id, one])),
  };
}

/** The plan of what was gathered. @throws Refused 400 with every reason */
export function planOf(act: Reorganisation, { before }: Gathered) {
  const planned = planReorganisation(act, before);
  if ('refusals' in planned) throw Refused.invalid(planned.refusals, planned.refusals[0]?.message);
  return planned.plan;
}

/** The names the targets bear from the day of the act on. */
export const targetNames = (act: Reorganisation, { units }: Before): string[] =>
  act.targets.map(({ unitId, name }) => name ?? units.find(({ id }) => id === unitId)?.name ?? '');

/** A reorganisation is recorded once its day has come: until then the old units work on. */
export const notYet = (ctx: Context, { effectiveOn }: Reorganisation): string | null =>
  effectiveOn > ctx.today().toString()
    ? 'Quyết định chưa có hiệu lực. Đơn vị cũ vẫn làm việc; thực hiện từ ngày có hiệu lực.'
    : null;
