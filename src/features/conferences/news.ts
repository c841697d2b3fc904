import type { Change, Conference } from '../../domain/conferences/standing.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import type { Tx } from '../../storage/store.ts';
import { everybodyOn, type News, type NewsDay } from '../urging/news.ts';
import { sayAbsent } from '../urging/stand-ins.ts';
import { listedConferences } from './read.ts';

/** «dời từ 08:00 ngày 24/11/2026 sang 14:00 ngày 01/12/2026», «hoãn, chưa định ngày mới», «huỷ». */
const sayChange = ({ form, from, to }: Change): string =>
  ({
    moved: `dời từ ${from.start} ngày ${sayDay(from.day)} sang ${to?.start} ngày ${sayDay(to?.day ?? from.day)}`,
    postponed: `hoãn, không họp ngày ${sayDay(from.day)}; sẽ báo ngày mới`,
    cancelled: `huỷ, không họp ngày ${sayDay(from.day)}`,
  })[form];

/** Those of the agency who were invited: who heads a unit, a person; with who stands in for them. */
function invitedTo({ invitees }: Conference, { recipients }: NewsDay) {
  const everybody = invitees.flatMap(({ kind, recordId }) => {
    if (recordId === null) return [];
    return kind === 'unit'
      ? everybodyOn(recipients({ leadUnitId: recordId, assigneeId: null }), 'head')
      : everybodyOn(recipients({ leadUnitId: null, assigneeId: recordId }), 'person');
  });
  // Whoever is invited in their own right is told as themself.
  const byPerson = Map.groupBy(everybody, ({ personId }) => personId);
  return [...byPerson].map(([personId, same]) => ({
    personId,
    inNameOf: same.some(({ inNameOf }) => inNameOf === null) ? null : (same[0]?.inNameOf ?? null),
  }));
}

/** Conferences moved, put off or cancelled lately, for each who is invited: how it stands now, with the last reason. */
export async function calledOffNews(tx: Tx, day: NewsDay): Promise<News[]> {
  const known = await listedConferences(tx, day.agencyId);
  return known.flatMap(({ id, conference }) => {
    const recent = conference.changes.filter(({ at }) => at >= day.since);
    const last = recent.at(-1);
    if (last === undefined) return [];
    return invitedTo(conference, day).map(({ personId, inNameOf }) => ({
      ...{ personId, directiveId: null, factIds: recent.map((one) => one.id) },
      line: {
        words: `${conference.plan.name}: ${sayChange(last)}`,
        about: [`lý do: ${last.reason}`, ...(last.form === 'moved' ? [conference.plan.place] : [])],
        ...{ lead: null, due: null, lateness: '', when: 'conference' as const },
        inNameOf: inNameOf && sayAbsent(inNameOf),
        url: `${day.url}/conferences/${id}`,
      },
    }));
  });
}
