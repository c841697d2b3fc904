import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { plainDay } from '../../domain/calendar/plain-day.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import type { DirectiveFilter, Origin } from '../../domain/directives/filter.ts';
import { type AsOf, stateWords } from '../../domain/directives/state.ts';
import type { Party } from '../../domain/documents/reading.ts';
import { freeText, inLines } from '../../storage/lines.ts';
import { beginCsv, beginSheet, type CellValue, type SheetColumn } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { documentLabel } from '../documents/label.ts';
import { shownUnder } from './as-of.ts';
import { asOfToday, everyFound, latenessOf, type ShownOn } from './queries.ts';
import { stateInSql } from './where.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Nhiệm vụ', width: 80 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Đơn vị phối hợp', width: 30 },
  { header: 'Sản phẩm', width: 30 },
  { header: 'Hạn theo văn bản', width: 26 },
  { header: 'Ngày cuối còn đúng hạn', width: 14, day: true },
  { header: 'Hạn giao lần đầu', width: 14, day: true },
  { header: 'Số lần gia hạn', width: 10 },
  { header: 'Tiến độ (%)', width: 10 },
  { header: 'Người thực hiện', width: 24 },
  { header: 'Tình trạng', width: 18 },
  { header: 'Còn, muộn', width: 22 },
  { header: 'Ngày giao', width: 12, day: true },
  { header: 'Văn bản giao', width: 40 },
  { header: 'Văn bản giao số', width: 20 },
];

/** No export carries more: an agency has some thousands of directives a year, and a file must open in Excel. */
const mostRows = 100_000;

/** What a row is written from, in the order in which `rowsOn` takes it. */
const writtenFrom = (asOf: AsOf) => [
  freeText(sql`d.words`),
  sql`n.lead_unit_id`,
  freeText(sql`n.lead_name`),
  sql`nullif(n.coordinating::text, '[]')`,
  freeText(sql`n.product`),
  sql`n.deadline`,
  sql`n.due`,
  sql`n.first_due`,
  sql`n.times_extended`,
  sql`n.percent`,
  freeText(sql`doer.full_name`),
  sql`n.kind`,
  stateInSql(asOf),
  sql`n.closed_on`,
  sql`n.given_on`,
  sql`doc.id`,
  sql`doc.kind`,
  freeText(sql`doc.number`),
  sql`doc.issued_on`,
  freeText(sql`doc.subject`),
  freeText(sql`d.source_number`),
  sql`n.origin`,
];

/** The rows of the table, some hundred at a time, each handed over and forgotten. */
async function eachRow(
  ctx: Context,
  actor: Actor,
  filter: DirectiveFilter,
  take: (row: CellValue[]) => void,
): Promise<void> {
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  await ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar, filter.asOf);
    const shown = await shownUnder(tx, agencyId, filter, asOf, calendar);
    const rowOf = rowsOn(asOf, calendar);
    let place = 0;
    for await (const batch of inLines(tx, writtenFrom(asOf), everyFound(agencyId, filter, asOf), shown))
      for (const written of batch) {
        place += 1;
        if (place <= mostRows) take(rowOf(place, written));
      }
  });
}

type Standing = Parameters<typeof latenessOf>[0];
type Eight = [string, string, string, string, string, string, string, string];

/** How rows are written on a day; deadlines, of which there are far fewer than rows, are put into words once. */
function rowsOn(
  asOf: ShownOn,
  calendar: Calendar,
): (place: number, written: readonly string[]) => CellValue[] {
  const said = new Map<string, string>();
  const deadlineOf = (text: string) => {
    const known = said.get(text);
    if (known !== undefined) return known;
    const words = sayDeadline(JSON.parse(text) as Deadline);
    said.set(text, words);
    return words;
  };
  const unitOf = (unitId: string, name: string) => asOf.unitNames.get(unitId) ?? name;
  const partiesOf = (text: string) =>
    (JSON.parse(text) as Party[]).map(({ unitId, name }) => unitOf(unitId ?? '', name)).join('; ');
  const day = (text: string): CellValue => (text === '' ? null : plainDay(text));
  return (place, written) => {
    const [words, leadUnitId, leadName, coordinating, product, deadline, due, firstDue] = written as Eight;
    const [extended, percent, assignee, kind, state, closedOn, givenOn] = written.slice(8) as Eight;
    const standing = { due: due || null, closedOn: closedOn || null, kind, state } as Standing;
    const late = latenessOf(standing, asOf, calendar);
    return [
      place,
      words,
      leadName === '' ? 'Không nêu' : unitOf(leadUnitId, leadName),
      coordinating === '' ? '' : partiesOf(coordinating),
      product || null,
      deadlineOf(deadline),
      day(due),
      day(firstDue),
      Number(extended),
      Number(percent),
      assignee || null,
      stateWords[standing.state],
      late === null ? '' : closedOn === '' ? late.words : late.doneWords,
      day(givenOn),
      documentOf(written.slice(15)),
      // As an imported register wrote it, else that of the document.
      written[20] || written[17] || null,
    ];
  };
}

/** What stands where no document of ours gave it. */
const withoutDocument: Record<Origin, string> = {
  document: 'Văn bản chưa vào sổ',
  word: 'Giao bằng lời',
  meeting: 'Kết luận họp',
  'state-audit': 'Kết luận kiểm toán nhà nước',
  inspection: 'Kết luận thanh tra',
  part: 'Phần tách từ nhiệm vụ khác',
  occurrence: 'Kỳ của việc định kỳ',
};

function documentOf([id, kind, number, date, subject, , origin]: readonly string[]): string {
  if (id === '') return withoutDocument[origin as Origin];
  return documentLabel({
    kind: kind || null,
    number: number || null,
    date: date || null,
    subject: subject ?? '',
  });
}

/** Directives under a filter as an Excel sheet, in the list's order. */
export async function directivesXlsx(
  ctx: Context,
  actor: Actor,
  filter: DirectiveFilter,
): Promise<Uint8Array> {
  const sheet = beginSheet('Nhiệm vụ giao', columns);
  await eachRow(ctx, actor, filter, sheet.add);
  return sheet.finish();
}

/** The same rows as CSV. */
export async function directivesCsv(ctx: Context, actor: Actor, filter: DirectiveFilter): Promise<Buffer> {
  const csv = beginCsv(columns);
  await eachRow(ctx, actor, filter, csv.add);
  return csv.finish();
}
