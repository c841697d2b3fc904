import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor, Context } from '../features/context.ts';
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

/** `trongtam import organisation FILE | documents FILE…` */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { agency: { type: 'string' }, dry: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [what, ...files] = positionals;
  const [file] = files;
  if (!file || (what !== 'organisation' && what !== 'documents'))
    throw new UsageFault('Dùng: trongtam import organisation FILE.xlsx | documents FILE… [--agency KÝ-HIỆU]');
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, values.agency);
    return what === 'organisation'
      ? organisation(ctx, actor, file, values.dry ?? false, values.json ?? false)
      : documents(ctx, actor, files, values.json ?? false);
  });
}
