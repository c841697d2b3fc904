import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Actor, type Context, Refused } from '../features/context.ts';
import { DirectiveImport } from '../features/imports/contract.ts';
import { importDirectives, previewImport } from '../features/imports/import.ts';
import { makeReadingDesk } from '../features/intake/desk.ts';
import { receive } from '../features/intake/receive.ts';
import { getReview } from '../features/intake/review.ts';
import { importOrganisation } from '../features/organisation/import.ts';
import { readInWorker } from '../reading/sandbox.ts';
import { consoleActor, say, sayJson, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

async function organisation(ctx: Context, actor: Actor, file: string, dry: boolean, json: boolean) {
  const result = await importOrganisation(ctx, actor, await readFile(file), dry);
  const wrong = result.rows.filter(({ outcome }) => outcome === 'error');
  if (json) sayJson(result);
  else {
    say(
      `${result.stored ? 'Đã nhập' : 'Xem trước'}: ${result.units.new} đơn vị mới, ${result.persons.new} người mới, ${result.persons.changed} người đổi.`,
    );
    for (const { row, name, message } of wrong) say(`  dòng ${row}, ${name}: ${message}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

/** A register of directives from Excel or CSV: all its rows or none. */
async function directives(ctx: Context, actor: Actor, path: string, dry: boolean, json: boolean) {
  const file = { name: basename(path).normalize('NFC'), bytes: await readFile(path) };
  const result = await (dry ? previewImport(ctx, actor, file) : importDirectives(ctx, actor, file)).catch(
    (error: unknown) => {
      const faults = error instanceof Refused ? DirectiveImport.safeParse(error.current) : undefined;
      if (!faults?.success) throw error;
      return faults.data;
    },
  );
  if (json) sayJson(result);
  else {
    const { rows, faulty, known, stored } = result;
    if (known) say(`Tệp này đã nhập trước đây (${known.rows} nhiệm vụ); không ghi lần nữa.`);
    else if (faulty > 0) say(`${faulty} trên ${rows} dòng có lỗi; chưa nhập dòng nào.`);
    else say(stored ? `Đã nhập ${rows} nhiệm vụ.` : `Xem trước: sẽ nhập ${rows} nhiệm vụ.`);
    for (const { row, column, message } of result.faults) say(`  dòng ${row}, cột ${column}: ${message}`);
    for (const note of result.notes) say(`  ${note}`);
  }
  return result.faulty === 0 ? 0 : 1;
}

/** Receives documents and waits until they are read; people review them in the browser. */
async function documents(ctx: Context, actor: Actor, files: readonly string[], json: boolean) {
  const desk = makeReadingDesk(ctx, readInWorker);
  const received = [];
  for (const file of files) {
    const incoming = {
      name: basename(file).normalize('NFC'),
      bytes: await readFile(file),
      mediaType: 'application/octet-stream',
      source: 'file' as const,
    };
    received.push(await receive(ctx, actor, desk, incoming));
  }
  desk.wake();
  await desk.idle();
  const results = await Promise.all(
    received.map(async ({ name, intake, knownAs, refusal }) => {
      const id = intake?.id ?? knownAs?.intakeId;
      const read = id ? await getReview(ctx, actor, desk, id) : undefined;
      return {
        name,
        intakeId: id ?? null,
        known: knownAs !== null,
        state: read?.intake.state ?? 'unreadable',
        directives: read?.review?.lines.length ?? 0,
        refusal: refusal ?? read?.intake.refusal ?? null,
      };
    }),
  );
  await desk.stop();
  if (json) sayJson(results);
  else
    for (const { name, known, directives, refusal } of results)
      say(
        `${name}: ${refusal ?? `${known ? 'đã tiếp nhận trước đây, ' : ''}${directives} nhiệm vụ đọc được`}`,
      );
  return results.some(({ refusal }) => refusal !== null) ? 1 : 0;
}

/** `trongtam import organisation FILE | directives FILE | documents FILE…` */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { agency: { type: 'string' }, dry: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [what, ...files] = positionals;
  const [file] = files;
  if (!file || (what !== 'organisation' && what !== 'directives' && what !== 'documents'))
    throw new UsageFault(
      'Dùng: trongtam import organisation FILE.xlsx | directives FILE.xlsx|csv | documents FILE… [--dry] [--agency KÝ-HIỆU]',
    );
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, values.agency);
    const { dry = false, json = false } = values;
    if (what === 'organisation') return organisation(ctx, actor, file, dry, json);
    return what === 'directives'
      ? directives(ctx, actor, file, dry, json)
      : documents(ctx, actor, files, json);
  });
}
