import { plainDay } from '../../domain/calendar/plain-day.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import { Stage } from '../../domain/drafts/facts.ts';
import type { DraftFilter } from '../../domain/drafts/filter.ts';
import {
  actKindWords,
  answerWords,
  draftStateWords,
  handlingWords,
  opinionStateWords,
  stageWords,
} from '../../domain/drafts/words.ts';
import { docxOf } from '../../writing/official/docx.ts';
import { opinionColumns, opinionSummary } from '../../writing/official/kinds/opinions.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { frameOf } from '../papers/frame.ts';
import type { Draft, OpinionShown } from './contract.ts';
import { getDraft, listDrafts } from './queries.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Tên dự thảo', width: 60 },
  { header: 'Loại văn bản', width: 24 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Soạn thảo', width: 24 },
  { header: 'Cấp trình', width: 20 },
  ...Stage.options.flatMap((stage) => [
    { header: `${stageWords[stage]}: kế hoạch`, width: 13, day: true },
    { header: `${stageWords[stage]}: thực tế`, width: 13, day: true },
  ]),
  { header: 'Đang ở bước', width: 14 },
  { header: 'Tình trạng', width: 18 },
  { header: 'Chậm', width: 24 },
  { header: 'Nguyên nhân', width: 24 },
  { header: 'Đang ở', width: 30 },
  { header: 'Im lặng quá hạn', width: 30 },
  { header: 'Số lần dời', width: 10 },
];

const dayOr = (day: string | null) => (day === null ? null : plainDay(day));

/** The schedule under a filter with what became of it, as .xlsx in the order of the list. */
export async function draftsXlsx(ctx: Context, actor: Actor, filter: DraftFilter): Promise<Uint8Array> {
  const { items, year } = await listDrafts(ctx, actor, filter);
  return sheetOf(
    `Xây dựng văn bản ${year}`,
    columns,
    items.map((item, at) => [
      ...[at + 1, item.title, actKindWords[item.kind], item.lead.name, item.drafter, item.submittedTo],
      ...item.stages.flatMap(({ planned, reachedOn }) => [dayOr(planned), dayOr(reachedOn)]),
      ...[item.stage && stageWords[item.stage], draftStateWords[item.state], item.lateness || null],
      ...[item.cause && causeWords[item.cause], item.ball.names.join('; ')],
      item.asked
        .filter(({ state }) => state === 'silent')
        .map(({ name }) => name)
        .join('; '),
      item.timesMoved,
    ]),
  );
}

const saidOf = ({ state, answer }: OpinionShown, silenceAgrees: boolean): string => {
  if (answer !== null) return `${answerWords[answer.answer]} (${sayDay(answer.on)})`;
  if (state !== 'silent') return opinionStateWords[state];
  return silenceAgrees ? 'Không trả lời, coi như nhất trí' : 'Không trả lời';
};

/** A row for each remark; who made none has one row. */
function rowsOf({ opinions, silenceAgrees }: Draft): string[][] {
  return opinions.flatMap((opinion, at) => {
    const head = [String(at + 1), opinion.whom.name, `${sayDay(opinion.sentOn)} – ${sayDay(opinion.due)}`];
    const said = saidOf(opinion, silenceAgrees);
    if (opinion.remarks.length === 0) return [[...head, said, '', '']];
    return opinion.remarks.map(({ words, handled }, nth) => [
      ...(nth === 0 ? [...head, said] : ['', opinion.whom.name, '', '']),
      words,
      handled === null ? '' : `${handlingWords[handled.how]}: ${handled.words}`,
    ]);
  });
}

/** Opinions on a draft as .xlsx. @throws Refused 404 */
export async function opinionsXlsx(ctx: Context, actor: Actor, id: string, asOf?: string) {
  const draft = await getDraft(ctx, actor, id, asOf);
  const heads = opinionColumns.map(({ head, width }) => ({ header: head, width }));
  return sheetOf('Tổng hợp ý kiến', heads, rowsOf(draft));
}

function openingOf({ opinions }: Draft, on: string): string {
  const count = (...states: OpinionShown['state'][]) =>
    opinions.filter(({ state }) => states.includes(state)).length;
  const remarks = opinions.flatMap((one) => one.remarks);
  const open = remarks.filter(({ handled }) => handled === null).length;
  return [
    `Đến ngày ${sayDay(on)}, đã gửi lấy ý kiến ${opinions.length} cơ quan, đơn vị: ${count('in-time')} trả lời đúng hạn,`,
    `${count('late')} trả lời muộn, ${count('silent')} không trả lời khi hết hạn, ${count('waiting')} còn trong hạn.`,
    `Có ${remarks.length} góp ý, trong đó ${remarks.length - open} đã được tiếp thu hoặc giải trình.`,
  ].join(' ');
}

/** The same as Word, under the head of the agency. @throws Refused 404 */
export async function opinionsDocx(
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<Uint8Array> {
  const on = asOf ?? ctx.today().toString();
  const draft = await getDraft(ctx, actor, id, asOf);
  const recipients = [draft.submittedTo, draft.lead.name, 'Lưu: VT'];
  const frame = await ctx.store.read(actor.scope, (tx) => frameOf(tx, actor, { on, date: null, recipients }));
  return docxOf(
    opinionSummary({ frame, draft: draft.title, opening: openingOf(draft, on), rows: rowsOf(draft) }),
  );
}
