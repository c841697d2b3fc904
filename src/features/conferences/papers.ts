import { agendaTimes } from '../../domain/conferences/agenda.ts';
import type { Presence } from '../../domain/conferences/facts.ts';
import type { Conference } from '../../domain/conferences/standing.ts';
import type { Tx } from '../../storage/store.ts';
import {
  type Invitation,
  invitation,
  type MeetingPlace,
  type Programme,
  programme,
} from '../../writing/official/kinds/meeting.ts';
import { invitationData, programmeData } from '../../writing/official/templates/data.ts';
import type { TemplateKind } from '../../writing/official/templates/fields.ts';
import { sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { writeApart } from '../papers/apart.ts';
import type { PaperFormat } from '../papers/contract.ts';
import { frameOf } from '../papers/frame.ts';
import { templateInForce } from '../papers/kept.ts';
import type { Paper } from '../papers/papers.ts';
import { writeWord } from '../papers/templates.ts';
import type { ConferencePaper } from './contract.ts';
import { noticeName } from './issue.ts';
import { draftNotice, noticePaper } from './notice.ts';
import { findIssued, knownConference } from './read.ts';

interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** «8 giờ 00». */
const sayClock = (clock: string) => {
  const [hours = '', minutes = ''] = clock.split(':');
  return `${Number(hours)} giờ ${minutes}`;
};

const placeOf = ({ plan }: Conference): MeetingPlace => ({
  meeting: plan.name,
  day: plan.day,
  time: sayClock(plan.start),
  room: plan.place,
});

async function invitationOf(
  tx: Tx,
  actor: Actor,
  conference: Conference,
  today: string,
): Promise<Pick<Paper, 'document' | 'data'>> {
  const { plan, agenda, invitees } = conference;
  const recipients = ['Như trên', 'Lưu: VT'];
  const told: Invitation = {
    frame: await frameOf(tx, actor, { on: today, date: null, recipients }),
    at: placeOf(conference),
    chair: `${plan.chair}, ${plan.chairTitle}`,
    invited: invitees.map(({ name }) => name),
    agenda: agenda.map(({ title }) => title),
    prepare: agenda.flatMap(({ title, presenter }) => (presenter === '' ? [] : [`${presenter}: ${title}`])),
  };
  return { document: invitation(told), data: invitationData(told) };
}

async function programmeOf(
  tx: Tx,
  actor: Actor,
  conference: Conference,
  today: string,
): Promise<Pick<Paper, 'document' | 'data'>> {
  const times = agendaTimes(conference.plan.start, conference.agenda);
  const told: Programme = {
    frame: await frameOf(tx, actor, { on: today, date: null, recipients: ['Đại biểu dự', 'Lưu: VT'] }),
    at: placeOf(conference),
    items: conference.agenda.map(({ title, presenter }, at) => ({
      time: times[at] ?? '',
      words: title,
      who: presenter,
    })),
  };
  return { document: programme(told), data: programmeData(told) };
}

const paperNames = { invitation: 'Giấy mời', programme: 'Chương trình' } as const;

const templateOf = {
  ...{ invitation: 'invitation', programme: 'programme', notice: 'conclusion-notice' },
} as const satisfies Record<ConferencePaper, TemplateKind>;

/**
 * A paper of a conference in a format, Word by the agency's own template unless the layout of the decree is asked for;
 * the notice as it was issued, or a draft of it. @throws Refused 404
 */
export async function conferencePaper(
  ctx: Context,
  actor: Actor,
  id: string,
  kind: ConferencePaper,
  { format, layout }: { format: PaperFormat; layout?: 'standard' | undefined },
): Promise<NamedFile> {
  const today = ctx.today().toString();
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  const made = await ctx.store.read(actor.scope, async (tx): Promise<{ name: string } & Made> => {
    const known = await knownConference(tx, agencyId, id);
    const { conference } = known;
    const own =
      format === 'docx' && !layout ? await templateInForce(tx, ctx, actor, templateOf[kind], today) : null;
    if (kind !== 'notice') {
      const paper = await { invitation: invitationOf, programme: programmeOf }[kind](
        tx,
        actor,
        conference,
        today,
      );
      return { name: `${paperNames[kind]} ${conference.plan.name}`.replaceAll('/', '-'), paper, own };
    }
    const issued = await findIssued(tx, agencyId, id);
    if (issued)
      return {
        name: noticeName(issued.content),
        hash: format === 'docx' ? issued.docxHash : issued.pdfHash,
      };
    const { content, frame } = await draftNotice(tx, ctx, actor, known, calendar);
    return { name: noticeName(content), paper: noticePaper(content, frame), own };
  });
  const write = async (one: Made) => {
    if ('hash' in one) return ctx.files.read(agencyId, one.hash);
    if (format === 'pdf') return writeApart(one.paper.document, 'pdf');
    return writeWord(one.paper, templateOf[kind], one.own);
  };
  return { name: `${made.name}.${format}`, bytes: await write(made) };
}

/** A paper still to be written, with the agency's own template, or the hash of the file that was issued. */
type Made = { paper: Pick<Paper, 'document' | 'data'>; own: Uint8Array | null } | { hash: string };

const presenceWords: Record<Presence, string> = {
  present: 'Có mặt',
  absent: 'Vắng',
  'in-stead': 'Người đi thay',
};
const kindWords = { unit: 'Đơn vị', person: 'Cá nhân', guest: 'Khách mời' } as const;

/** The list of those invited with who came, as Excel. @throws Refused 404 */
export async function attendanceList(ctx: Context, actor: Actor, id: string): Promise<NamedFile> {
  const { conference } = await ctx.store.read(actor.scope, (tx) => knownConference(tx, actor.agencyId, id));
  const { plan, invitees, presence } = conference;
  const bytes = await sheetOf(
    'Điểm danh',
    [
      { header: 'TT', width: 6 },
      { header: 'Đại biểu', width: 48 },
      { header: 'Thành phần', width: 14 },
      { header: 'Điểm danh', width: 16 },
      { header: 'Người đi thay', width: 32 },
    ],
    invitees.map(({ id: inviteeId, name, kind }, at) => {
      const came = presence.get(inviteeId);
      return [at + 1, name, kindWords[kind], came ? presenceWords[came.presence] : '', came?.stead ?? ''];
    }),
  );
  return { name: `Điểm danh ${plan.name}.xlsx`.replaceAll('/', '-'), bytes };
}
