import { sql } from 'kysely';

/** The unit on one side of a request `q` now, or on a day as known at a moment: as asked, or where a reorganisation moved it. */
export const requestSide = (
  side: 'asks' | 'answers',
  then?: { day: string; knownAt?: string },
) => sql<string>`coalesce((
  select m.unit_id from unit_request_move m where m.agency_id = q.agency_id and m.request_id = q.id and m.side = ${side}
  ${then === undefined ? sql`` : sql`and m.from_day <= ${then.day}`}
  ${then?.knownAt === undefined ? sql`` : sql`and m.recorded_at <= ${then.knownAt}::timestamptz`}
  order by m.from_day desc, m.recorded_at desc, m.id desc limit 1), ${side === 'asks' ? sql`q.from_unit_id` : sql`q.to_unit_id`})`;

/** Requests with the units they are between now. */
export const movedRequests = sql`(select q.agency_id, q.id, q.directive_id, ${requestSide('asks')} as from_unit_id,
  ${requestSide('answers')} as to_unit_id, q.words, q.asked_on, q.deadline, q.due, q.recorded_at, q.recorded_by from unit_request q)`;
