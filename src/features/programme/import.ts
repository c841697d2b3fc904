import { createHash } from 'node:crypto';
import { programmeColumns } from '../../domain/programme/import.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { sheetOf } from '../../writing/sheet.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { tellChanged } from '../directives/tell.ts';
import type { RegisterFile } from '../imports/import.ts';
import { checkedTable, presentTable, rowsOf } from '../planning/table.ts';
import type { PlanImport } from './contract.ts';
import { programmePolicy } from './policy.ts';
import { knownProgramme } from './queries.ts';
import { holdProgramme, insertItems } from './record.ts';

/** When the same file came into this programme before. */
async function knownAt(tx: Tx, actor: Actor, programmeId: string, hash: string): Promise<string | null> {
  const row = await tx
    .selectFrom('programme_import')
    .select('recorded_at as at')
    .where('agency_id', '=', actor.agencyId)
    .where('programme_id', '=', programmeId)
    .where('file_hash', '=', hash)
    .executeTakeFirst();
  return row?.at ?? null;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Looks at a table without storing anything. @throws Refused 409 once approved, 413, 422 */
export async function previewProgramme(
  ctx: Context,
  actor: Actor,
  { bytes }: RegisterFile,
  year: number,
): Promise<PlanImport> {
  const rows = await rowsOf(bytes);
  return ctx.store.read(actor.scope, async (tx) => {
    const programme = await knownProgramme(tx, actor.agencyId, { year });
    const known = programme ? await knownAt(tx, actor, programme.id, hashOf(bytes)) : null;
    if (known === null)
      programmePolicy.insist('bringIn', actor, { approved: Boolean(programme?.approval), items: 0 });
    return presentTable(await checkedTable(tx, ctx, actor, rows, year), false, known);
  });
}

/**
 * Brings a table into the draft of a year: all its rows, or none where one has a fault. The same file again stores
 * nothing. @throws Refused 409 with the faults or once approved, 413, 422
 */
export async function importProgramme(
  ctx: Context,
  actor: Actor,
  { name, bytes }: RegisterFile,
  year: number,
): Promise<PlanImport> {
  const rows = await rowsOf(bytes);
  const hash = hashOf(bytes);
  const detail = { year, fileHash: hash, fileName: name, rows: 0 };
  const about = { action: 'programme.imported', recordKind: 'programme', detail };
  const { result } = await command(ctx, actor, about, async (tx) => {
    const held = await holdProgramme(tx, ctx, actor, year);
    const table = await checkedTable(tx, ctx, actor, rows, year);
    const known = await knownAt(tx, actor, held.id, hash);
    if (known !== null) return { id: held.id, result: presentTable(table, true, known) };
    programmePolicy.insist('bringIn', actor, { approved: held.approval !== null, items: held.items });
    if (table.faults.length > 0) {
      const found = presentTable(table, false, null);
      throw Refused.conflict(
        `Còn ${found.faulty} dòng có lỗi nên chưa nhập dòng nào. Sửa các dòng ấy rồi nhập lại.`,
        found,
      );
    }
    const importId = uuidv7();
    detail.rows = table.items.length;
    await tx
      .insertInto('programme_import')
      .values({
        ...{ agency_id: actor.agencyId, id: importId, programme_id: held.id, file_hash: hash },
        ...{ file_name: name, rows: detail.rows },
        ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
      })
      .execute();
    const on = ctx.today().toString();
    await insertItems(
      tx,
      ctx,
      actor,
      { programmeId: held.id, position: held.items + 1, importId, inNameOf: held.inNameOf },
      table.items.map(({ planned }) => ({
        on,
        body: { kind: 'planned' as const, ...planned, amendment: null },
      })),
    );
    return { id: held.id, result: presentTable(table, true, null) };
  });
  tellChanged(ctx, actor.agencyId);
  return result;
}

/** A sheet with rows that show how to fill it. */
export function programmeTemplate(year: number): Promise<Uint8Array> {
  const widths = { words: 60, lead: 30, coordinating: 30, product: 24, submittedTo: 22, when: 16 };
  const columns = Object.entries(programmeColumns) as [keyof typeof widths, string][];
  return sheetOf(
    `Chương trình công tác ${year}`,
    columns.map(([column, header]) => ({ header, width: widths[column] })),
    [
      ['Tháng 1', null, null, null, null, null],
      ['Báo cáo kết quả năm trước', 'Văn phòng', null, 'Báo cáo', 'UBND tỉnh', '15/1'],
      ['Kế hoạch chuyển đổi số của Sở', 'Văn phòng', null, 'Kế hoạch', 'Giám đốc Sở', 'Tháng 2'],
    ],
  );
}
