import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type Finding, findingsOf } from '../../domain/conferences/check.ts';
import {
  type CarriedTask,
  draftAssessment,
  type NoticeContent,
  type NoticeLine,
} from '../../domain/conferences/content.ts';
import { type Conference, inNoticeOrder, type Line } from '../../domain/conferences/standing.ts';
import { termOf } from '../../domain/conferences/term.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import type { ReviewPeriod } from '../../domain/reviews/facts.ts';
import { fill } from '../../domain/reviews/words.ts';
import type { Tx } from '../../storage/store.ts';
import type { Block, OfficialDocument } from '../../writing/official/document.ts';
import { type Frame, type TaskLine, writtenDeadline } from '../../writing/official/kinds/frame.ts';
import { type ConclusionNotice, conclusionNotice } from '../../writing/official/kinds/notice.ts';
import { noticeData, type TemplateData } from '../../writing/official/templates/data.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { findUnits } from '../organisation/queries.ts';
import { frameOf } from '../papers/frame.ts';
import { rowsUnder, taskLineOf } from '../papers/tasks.ts';
import { readRegister } from '../reviews/read.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { findIssued, type KnownConference } from './read.ts';

/** More is a register, which Excel shows better than an appendix; the office then chooses. */
const mostCarried = 500;

/** A notice as it reads, what does not hold in it, and whether its assessment is the draft. */
export interface NoticeRead {
  content: NoticeContent;
  drafted: boolean;
  findings: Finding[];
  frame: Frame;
}

const lineOf = ({ id, line }: Line, day: string): NoticeLine => {
  const read = termOf(line.term, day);
  const { deadline, kind } = read.ok ? read : { deadline: { kind: 'none' } as const, kind: 'do' as const };
  const { lead, coordinating, product } = line;
  // One line of a document, however it was typed.
  const words = line.words.replace(/\s+/gu, ' ').trim();
  return { lineId: id, words, lead, coordinating, product, deadline, kind };
};

/** What a notice's figures are of: the year until the day of the conference, or today before it has come. */
export const figuresPeriod = (day: string): ReviewPeriod => ({
  ...{ words: `đến ngày ${sayDay(day)}`, from: `${day.slice(0, 4)}-01-01`, to: day, cutOff: day },
  ruleId: null,
});

async function carriedOn(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { ids, day, calendar }: { ids: readonly string[]; day: string; calendar: Calendar },
): Promise<CarriedTask[]> {
  if (ids.length === 0) return [];
  const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar, day);
  const rows = await rowsUnder(tx, actor, { ids: ids.slice(0, mostCarried), asOf: day }, asOf, calendar);
  return rows.map((row) => {
    const { words, unit, product, firstDue, due, timesExtended, daysLate } = taskLineOf(row);
    return { id: row.id, words, unit, product, firstDue, due, timesExtended, daysLate };
  });
}

/** The notice as it would be issued today: drafted from the conclusions and from what stood open on the day. */
export async function draftNotice(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { conference }: KnownConference,
  calendar: Calendar,
): Promise<NoticeRead> {
  const today = ctx.today().toString();
  const { plan, lines } = conference;
  const day = plan.day < today ? plan.day : today;
  const { figures } = await readRegister(tx, ctx, actor, figuresPeriod(day), calendar);
  const overdue = figures.find(({ key }) => key === 'overdue')?.recordIds ?? [];
  const ids = conference.carried ?? overdue;
  const recipients = ['Lãnh đạo cơ quan', 'Các đơn vị trực thuộc', 'Lưu: VT'];
  const frame = await frameOf(tx, actor, { on: today, date: null, recipients });
  const assessment = conference.assessment ?? draftAssessment(day, figures);
  return {
    content: {
      ...{ number: null, date: null, chair: plan.chairTitle, meeting: plan.name, heldOn: plan.day },
      ...{ assessment, figures },
      lines: inNoticeOrder(lines).map((line) => lineOf(line, plan.day)),
      carried: await carriedOn(tx, ctx, actor, { ids, day, calendar }),
      signature: { lines: [...frame.signature.lines], name: frame.signature.name },
    },
    drafted: conference.assessment === null,
    findings: await findingsToday(tx, ctx, actor.agencyId, { conference, assessment, calendar }),
    frame,
  };
}

async function findingsToday(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { conference, assessment, calendar }: { conference: Conference; assessment: string; calendar: Calendar },
): Promise<Finding[]> {
  const today = ctx.today().toString();
  const standing = new Set((await findUnits(tx, agencyId, today)).map(({ id }) => id));
  const settings = (await keptDueSettings(tx, ctx, agencyId))(today);
  return findingsOf(conference, {
    today,
    stands: (unitId) => standing.has(unitId),
    dueOf: ({ line }) => {
      const read = termOf(line.term, conference.plan.day);
      return read.ok ? dueDayOf(read.deadline, calendar, settings) : null;
    },
    assessment,
  });
}

/** The notice as it was issued, or as it would be. */
export async function noticeRead(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  known: KnownConference,
  calendar: Calendar,
): Promise<Omit<NoticeRead, 'frame'>> {
  const issued = await findIssued(tx, actor.agencyId, known.id);
  if (issued) return { content: issued.content, drafted: false, findings: [] };
  return draftNotice(tx, ctx, actor, known, calendar);
}

const taskOf = ({ words, lead, coordinating, product, deadline, kind }: NoticeLine): TaskLine => ({
  ...{
    words,
    product,
    unit: lead?.name ?? 'Chưa rõ đơn vị',
    coordinating: coordinating.map(({ name }) => name),
  },
  deadline: kind === 'standing' ? 'thường xuyên' : writtenDeadline(deadline),
  ...{ person: null, due: null, firstDue: null, timesExtended: 0, daysLate: 0 },
  ...{ overdue: false, state: '', source: null },
});

const carriedTask = (task: CarriedTask): TaskLine => ({
  ...task,
  ...{ coordinating: [], person: null, deadline: null, overdue: task.daysLate > 0, state: '', source: null },
});

/** The notice as an official document and as data of a template, a function of what it says; without a number it says that it is a draft. */
export function noticePaper(
  content: NoticeContent,
  frame: Frame,
): { document: OfficialDocument; data: TemplateData } {
  const { number, chair, meeting, heldOn, assessment, figures, lines, carried } = content;
  const told: ConclusionNotice = {
    ...{ frame, chair, meeting, heldOn },
    assessment: fill(assessment, figures)
      .split(/\n+/u)
      .filter((one) => one.trim() !== ''),
    tasks: lines.map(taskOf),
    carried: carried.map(carriedTask),
  };
  const notice = conclusionNotice(told);
  const data = noticeData(told, number === null);
  const draft: Block = { kind: 'paragraph', text: [{ text: 'DỰ THẢO', bold: true }], align: 'center' };
  return { document: number === null ? { ...notice, body: [draft, ...notice.body] } : notice, data };
}
