import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { Tx } from '../../storage/store.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import { assignmentSheet } from '../../writing/official/kinds/assignment.ts';
import { urgingLetter } from '../../writing/official/kinds/urging-letter.ts';
import { assignmentData, type TemplateData, urgingData } from '../../writing/official/templates/data.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { frameOf } from './frame.ts';
import { tasksUnder } from './tasks.ts';

/** A paper, the same as data for an office's own template, and what its file is called, without the ending. */
export interface Paper {
  document: OfficialDocument;
  data: TemplateData;
  name: string;
}

/** Names of files cannot hold everything that names of units may. */
const fileName = (...parts: string[]) => parts.join(' ').replace(/[\\/:*?"<>|]/gu, '-');

/** The person a sheet is narrowed to. @throws Refused 404 */
async function personNamed(tx: Tx, { agencyId }: Actor, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const found = await tx
    .selectFrom('person')
    .select('full_name')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw Refused.notFound();
  return found.full_name;
}

/** Keys of a filter that a sheet names itself. */
const named = new Set(['unit', 'part', 'person', 'sort', 'asOf']);

/**
 * The assignment sheet of what stands under a filter: of one unit, one person, or several.
 * @throws Refused 404 for a unit or person nobody has here; 400 for too many directives
 */
export async function assignmentPaper(ctx: Context, actor: Actor, filter: DirectiveFilter): Promise<Paper> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar, filter.asOf);
    const [only, ...others] = filter.unit ?? [];
    const unit = only === undefined || others.length > 0 ? null : asOf.unitNames.get(only);
    if (unit === undefined) throw Refused.notFound();
    const person = await personNamed(tx, actor, filter.person);
    const tasks = await tasksUnder(tx, actor, filter, asOf, calendar);
    const narrowed = Object.entries(filter).some(([key, value]) => value !== undefined && !named.has(key));
    const recipients = [person ?? unit ?? 'Các đơn vị', 'Lưu: VT'];
    const frame = await frameOf(tx, actor, { on: asOf.today, date: asOf.today, recipients });
    const sheet = {
      frame,
      unit,
      person,
      tasks,
      ...(narrowed && { narrowed: 'những nhiệm vụ được chọn từ sổ nhiệm vụ' }),
    };
    return {
      document: assignmentSheet(sheet),
      data: assignmentData(sheet),
      name: fileName('Phiếu giao việc', person ?? unit ?? 'các đơn vị', asOf.today),
    };
  });
}

/** A proposal, which whoever signs may change: no law fixes it. */
const usualAnswerDays = 5;

/**
 * A letter that urges a unit on with what it leads and has let pass its day.
 * @throws Refused 404 for a unit nobody has here; 400 for a day of answer that is past; 409 where nothing is late
 */
export async function urgingPaper(
  ctx: Context,
  actor: Actor,
  unitId: string,
  answerBy?: string,
): Promise<Paper> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar);
    const unit = asOf.unitNames.get(unitId);
    if (unit === undefined) throw Refused.notFound();
    const { today } = asOf;
    if (answerBy !== undefined && answerBy <= today)
      throw Refused.invalid(
        [{ path: 'answerBy', message: 'Chọn một ngày sau hôm nay' }],
        'Ngày đơn vị phải trả lời đã qua hoặc là hôm nay. Chọn một ngày sau hôm nay rồi lập lại công văn.',
      );
    const filter: DirectiveFilter = { unit: [unitId], part: 'lead', state: ['overdue'] };
    const tasks = await tasksUnder(tx, actor, filter, asOf, calendar);
    if (tasks.length === 0)
      throw Refused.conflict(`${unit} không có nhiệm vụ nào quá hạn, nên không có gì để đôn đốc.`);
    const frame = await frameOf(tx, actor, { on: today, date: null, recipients: ['Như trên', 'Lưu: VT'] });
    const usual = calendar.addWorkingDays(Temporal.PlainDate.from(today), usualAnswerDays).toString();
    const letter = { frame, unit, tasks, answerBy: answerBy ?? usual };
    return {
      document: urgingLetter(letter),
      data: urgingData(letter),
      name: fileName('Công văn đôn đốc', unit, today),
    };
  });
}
