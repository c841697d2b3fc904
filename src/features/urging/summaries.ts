import { sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import type { Summary } from '../../writing/digest.ts';
import type { Post } from './recipients.ts';
import { type StandIn, sayAbsent } from './stand-ins.ts';

type Counted = Summary['units'][number] & { unitId: string | null };

/** Open work by leading unit, unit names as of the day; parts are not counted beside their whole. */
async function countsByUnit(tx: Tx, agencyId: string, days: { today: string; sunday: string }) {
  const { rows } = await sql<Counted>`
    select n.lead_unit_id as "unitId", coalesce((
        select u.name from unit_name u where u.agency_id = ${agencyId} and u.unit_id = n.lead_unit_id
          and u.from_day <= ${days.today} order by u.from_day desc, u.recorded_at desc limit 1), 'Chưa giao đơn vị') as name,
      count(*)::int as open,
      (count(*) filter (where n.due < ${days.today} and n.phase in ('given', 'received', 'returned')))::int as overdue,
      (count(*) filter (where n.due between ${days.today} and ${days.sunday}
        and n.phase in ('given', 'received', 'returned')))::int as "thisWeek",
      (count(*) filter (where n.phase = 'submitted'))::int as submitted
    from directive_now n
    where n.agency_id = ${agencyId} and n.phase not in ('accepted', 'stopped') and not n.suspended
      and n.kind <> 'stop' and n.origin <> 'part'
      and (n.due is not null or n.deadline_kind <> 'recurring')
    group by n.lead_unit_id order by overdue desc, name`.execute(tx);
  return rows;
}

interface About {
  today: Temporal.PlainDate;
  posts: readonly Post[];
  standIns: readonly StandIn[];
  agencyName: string;
  url: string;
}

/**
 * What heads and directors are told of their units on the first working day of a week: of a head the units headed, of a
 * director all. Whoever acts in the stead of one is told the same, with the name of the absent one. Nothing where
 * nothing is open.
 */
export async function summariesFor(
  tx: Tx,
  agencyId: string,
  { today, posts, standIns, agencyName, url }: About,
): Promise<(personId: string) => Summary[]> {
  const sunday = today.add({ days: 7 - today.dayOfWeek }).toString();
  const counted = await countsByUnit(tx, agencyId, { today: today.toString(), sunday });
  const by = (mine: readonly Post[]): Summary[] => {
    if (mine.some(({ role }) => role === 'director')) {
      if (counted.length === 0) return [];
      return [{ title: `Tổng hợp tuần của ${agencyName}`, units: counted, url: `${url}/directives` }];
    }
    const headed = new Set(mine.filter(({ role }) => role === 'head').map(({ unitId }) => unitId));
    return counted
      .filter(({ unitId }) => unitId !== null && headed.has(unitId))
      .map((unit) => ({
        title: `Tổng hợp tuần của ${unit.name}`,
        units: [unit],
        url: `${url}/directives?unit=${unit.unitId}`,
      }));
  };
  return (personId) => {
    const own = by(posts.filter((post) => post.personId === personId));
    const seen = new Set(own.map((summary) => summary.url));
    const lent = standIns
      .filter((one) => one.personId === personId)
      .flatMap(({ inNameOf, unitId }) =>
        by(
          posts.filter(
            (post) => post.personId === inNameOf.personId && (unitId === null || post.unitId === unitId),
          ),
        ).map((summary) => ({ ...summary, title: `${summary.title} (${sayAbsent(inNameOf)})` })),
      )
      .filter((summary) => !seen.has(summary.url));
    return [...own, ...lent];
  };
}
