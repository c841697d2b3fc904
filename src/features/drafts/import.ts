import { sql } from 'kysely';
import type { DraftFactBody } from '../../domain/drafts/facts.ts';
import { kindNamed } from '../../domain/drafts/kind.ts';
import { draftStandingOf } from '../../domain/drafts/standing.ts';
import { type ProgrammeTable, programmeColumns } from '../../domain/programme/import.ts';
import { deadlineOfItem, type Planned } from '../../domain/programme/item.ts';
import { searchable } from '../../domain/text/search.ts';
import type { Tx } from '../../storage/store.ts';
import { sheetOf } from '../../writing/sheet.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { tellChanged } from '../directives/tell.ts';
import type { RegisterFile } from '../imports/import.ts';
import { beginRecord } from '../planning/facts.ts';
import { checkedTable, presentTable, rowsOf, type TableRows } from '../planning/table.ts';
import type { PlanImport } from '../programme/contract.ts';
import { knownDrafts } from './queries.ts';

/** The rows that may be planned: each says to whom it is submitted, and is not in the plan of the year yet. */
async function checked(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  rows: TableRows,
  year: number,
): Promise<ProgrammeTable> {
  const known = new Set(
    (await knownDrafts(tx, actor.agencyId))
      .filter((one) => one.year === year)
      .flatMap(({ facts }) => draftStandingOf(facts)?.now.title ?? [])
      .map(searchable),
  );
  const { items, faults, notes } = await checkedTable(tx, ctx, actor, rows, year);
  const wrong = (row: number, column: 'words' | 'submittedTo', message: string) =>
    faults.push({ row, column: programmeColumns[column], message });
  for (const { row, planned } of items) {
    const key = searchable(planned.words);
    if (planned.submittedTo === null) wrong(row, 'submittedTo', 'Ghi cấp trình, ví dụ UBND tỉnh.');
    if (known.has(key)) wrong(row, 'words', 'Dự thảo này đã có trong kế hoạch của năm. Bỏ dòng này.');
    known.add(key);
  }
  const faulty = new Set(faults.map(({ row }) => row));
  return { items: items.filter(({ row }) => !faulty.has(row)), faults, notes };
}

/** Looks at a table of the year's legal drafts without storing anything. @throws Refused 413, 422 */
export async function previewDrafts(
  ctx: Context,
  actor: Actor,
  { bytes }: RegisterFile,
  year: number,
): Promise<PlanImport> {
  const rows = await rowsOf(bytes);
  return ctx.store.read(actor.scope, async (tx) =>
    presentTable(await checked(tx, ctx, actor, rows, year), false, null),
  );
}

function bodyOf(planned: Planned, year: number): DraftFactBody {
  const { words, lead, product, submittedTo } = planned;
  const deadline = deadlineOfItem(year, planned);
  return {
    kind: 'planned',
    plan: {
      ...{ title: words, kind: kindNamed(product, words), lead, submittedTo: submittedTo ?? '' },
      ...{ drafter: null, shortened: false, bases: [], document: null },
    },
    days: { issued: 'due' in deadline ? deadline.due : `${year}-12-31` },
  };
}

/**
 * Brings a table into the plan of a year, all its rows or none; the time in it is the day of issuing. What is in the plan
 * already is a fault, so the same file again stores nothing. @throws Refused 409 with the faults, 413, 422
 */
export async function importDrafts(
  ctx: Context,
  actor: Actor,
  { name, bytes }: RegisterFile,
  year: number,
): Promise<PlanImport> {
  const rows = await rowsOf(bytes);
  const detail = { year, fileName: name, rows: 0 };
  const about = { action: 'draft.imported', recordKind: 'draft', detail };
  const { result } = await command(ctx, actor, about, async (tx) => {
    const key = `draft plan ${actor.agencyId} ${year}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const table = await checked(tx, ctx, actor, rows, year);
    if (table.faults.length > 0) {
      const found = presentTable(table, false, null);
      throw Refused.conflict(
        `Còn ${found.faulty} dòng có lỗi nên chưa nhập dòng nào. Sửa các dòng ấy rồi nhập lại.`,
        found,
      );
    }
    detail.rows = table.items.length;
    const on = ctx.today().toString();
    const inNameOf = await givesInNameOf(tx, actor, on);
    const ids: string[] = [];
    for (const { planned } of table.items)
      ids.push(
        await beginRecord(tx, ctx, actor, 'draft', { on, inNameOf, body: bodyOf(planned, year), year }),
      );
    return { id: ids[0] ?? '', result: presentTable(table, true, null) };
  });
  tellChanged(ctx, actor.agencyId);
  return result;
}

/** A sheet with rows that show how to fill it. */
export function draftsTemplate(year: number): Promise<Uint8Array> {
  const columns = ['words', 'product', 'lead', 'submittedTo', 'when'] as const;
  const widths = { words: 60, product: 24, lead: 30, submittedTo: 22, when: 16 };
  return sheetOf(
    `Xây dựng văn bản ${year}`,
    columns.map((column) => ({ header: programmeColumns[column], width: widths[column] })),
    [['Quy định hỗ trợ đổi mới công nghệ', 'Nghị quyết', 'Văn phòng', 'HĐND tỉnh', 'Tháng 7']],
  );
}
