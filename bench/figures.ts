import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { buildContext } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { contentOf } from '../src/domain/reviews/content.ts';
import { type Actor, type Context, systemActor } from '../src/features/context.ts';
import { FigureReading, listFigureRecords } from '../src/features/figures/contract.ts';
import { listFiguresOf } from '../src/features/figures/queries.ts';
import { listRecordsOf } from '../src/features/figures/records.ts';
import { readRegister } from '../src/features/reviews/read.ts';
import { reportOf } from '../src/features/reviews/report.ts';
import { giveBack } from '../src/http/give-back.ts';
import { startEmbedded } from '../src/storage/launcher/embedded.ts';
import { migrate } from '../src/storage/migrate.ts';
import { openStore } from '../src/storage/store.ts';
import { docxOf } from '../src/writing/official/docx.ts';
import { temporaryFolder } from '../test/folder.ts';
import { type Loaded, makeInstallation } from './register/place.ts';
import { timed, timedTogether } from './timed.ts';

/**
 * Figures of an agency with 30,000 directives in the period, within an installation of a million: opening one against its
 * count by hand in SQL, the whole page of figures, and the annual report to its Word file.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    /** Directives given within the period. */
    year: { type: 'string', default: '30000' },
    rounds: { type: 'string', default: '7' },
    /** Loads into this folder and leaves it, or uses what an earlier run left there; changed by migrations. */
    folder: { type: 'string' },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const wanted = Number(values.year);
const rounds = Number(values.rounds);

/** The most memory the process ever took, in MiB. */
const mostMemory = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** The same counts as somebody writes them for the database by hand. */
const byHand = (agencyId: string, from: string, today: string): Record<string, RawBuilder<unknown>> => {
  const own = sql`from directive_now where agency_id = ${agencyId} and origin <> 'part' and given_on <= ${today}`;
  const open = sql`phase not in ('accepted', 'stopped')`;
  return {
    given: sql`select count(*) ${own} and given_on >= ${from}`,
    accepted: sql`select count(*) ${own} and phase = 'accepted' and accepted_on >= ${from}`,
    open: sql`select count(*) ${own} and ${open}`,
    overdue: sql`select count(*) ${own} and ${open} and kind <> 'stop' and not suspended
      and phase in ('given', 'received', 'returned') and due < ${today}`,
    'done-by-first': sql`select count(*) ${own} and first_due between ${from} and ${today} and stopped_on is null
      and closed_on <= first_due`,
  };
};

async function measure(ctx: Context, actor: Actor): Promise<void> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const inTx = <T>(statement: RawBuilder<T>) =>
    ctx.store.read(actor.scope, async (tx) => (await statement.execute(tx)).rows);
  const [first] = await inTx(sql<{ from: string }>`
    select given_on as from from directive_now where agency_id = ${agencyId} and given_on <= ${today}
    order by given_on desc offset ${wanted - 1} limit 1`);
  if (!first) throw new Error(`The agency has no ${wanted} directives`);
  const { from } = first;
  const dates = { period: 'dates', from, to: today } as const;
  say(`figures from ${from} to ${today}: ${wanted} directives given`);
  // First, so that the memory told is that of the report: of one in a server at rest, and of all in a row.
  giveBack();
  await reportAt(ctx, actor, { from, to: today });
  const memory = { one: mostMemory(), all: 0 };
  const report = await timed(rounds, () => reportAt(ctx, actor, { from, to: today }));
  memory.all = mostMemory();
  say(
    `annual report to its Word file: ${(report / 1000).toFixed(2)} s (asked ≤ 3 s), ${memory.one} MiB (asked ≤ 300), ${memory.all} MiB after ${rounds + Math.ceil(rounds / 2) + 1} in a row`,
  );
  for (const [figure, statement] of Object.entries(byHand(agencyId, from, today))) {
    const asked = listFigureRecords.query!.parse({ ...dates, figure, limit: '50' });
    const { figure: told } = await listRecordsOf(ctx, actor, asked);
    const [opened, hand] = await timedTogether(
      rounds,
      () => listRecordsOf(ctx, actor, asked),
      () => inTx(statement),
    );
    say(
      `${figure.padEnd(16)} ${String(told.value).padStart(6)}  opened ${opened.toFixed(0)} ms  counted by hand ${hand.toFixed(1)} ms  ${(opened / hand).toFixed(1)}× (asked ≤ 2×)`,
    );
  }
  const all = await timed(rounds, () => listFiguresOf(ctx, actor, FigureReading.parse(dates)));
  say(`every figure with the two it is compared with and what does not hold: ${all.toFixed(0)} ms`);
}

async function reportAt(
  ctx: Context,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<Uint8Array> {
  const calendar = await ctx.calendar();
  const period = { words: 'năm', from, to, cutOff: to, ruleId: null };
  const read = await ctx.store.read(actor.scope, (tx) => readRegister(tx, ctx, actor, period, calendar));
  const content = contentOf({ period, pages: new Map(), composed: new Map() }, read);
  return docxOf(reportOf(content, { lines: ['GIÁM ĐỐC'], name: null }, { today: to, issued: null }));
}

const folder = values.folder ?? (await temporaryFolder('trongtam-bench-figures'));
const dataDir = join(folder, 'd');
const note = join(folder, 'loaded.json');
if (!existsSync(note)) {
  const made = await makeInstallation(dataDir, { count: Number(values.count), firstAtLeast: wanted });
  await writeFile(note, JSON.stringify(made));
}
const { counts, place } = JSON.parse(await readFile(note, 'utf8')) as Loaded;
const total = counts.reduce((sum, count) => sum + count, 0);
say(`${total} directives in ${counts.length} agencies, ${counts[0]} in the first`);
const database = await startEmbedded({ dataDir, env: {}, log: () => undefined });
await migrate(database.ownerUrl, 'trongtam_app');
const silent = { info: () => undefined, error: () => undefined };
const store = openStore(database.appUrl);
const { ctx, close } = buildContext(
  { store, appUrl: database.appUrl, config: readConfig({}, { dataDir }) },
  silent,
);
const actor: Actor = { ...systemActor([place.agencyId]), agencyId: place.agencyId, personId: place.personId };
try {
  await measure(ctx, actor);
} finally {
  await close();
  await database.stop();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}
