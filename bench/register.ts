import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Product, startProduct } from '../e2e/product.ts';
import { startEmbedded } from '../src/storage/launcher/embedded.ts';
import { processesIn } from '../src/storage/launcher/postmaster.ts';
import { temporaryFolder } from '../test/folder.ts';
import { bringIn, importPeer } from './register/bring-in.ts';
import { handLoads, type Loads, productLoads, sameLoads, superiorLoads } from './register/loads.ts';
import { type Figure, type Load, measure, memoryOf, send } from './register/measure.ts';
import { type Peer, peers } from './register/peers.ts';
import { account, type Loaded, makeInstallation, superior } from './register/place.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    first: { type: 'string', default: '9000' },
    seconds: { type: 'string', default: '3' },
    /** Rows of the register that is brought in. */
    import: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
    /** Loads into this folder and leaves it, or uses what an earlier run left there. */
    folder: { type: 'string' },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const seconds = Number(values.seconds);
const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

function line(figure: Figure): string {
  const { name, clients, requests, failed, p50, p95, perSecond, cpu } = figure;
  const label = `${name} c${clients}`.padEnd(28);
  const wrong = failed > 0 ? `  FAILED ${failed}` : '';
  return `${label} p50 ${shown(p50)} ms  p95 ${shown(p95)} ms  ${shown(perSecond)}/s  CPU ${shown(cpu)} s/1000  n=${requests}${wrong}`;
}

function against(
  figure: Figure,
  peer: Peer | undefined,
  hand: Figure | undefined,
  same: Figure | undefined,
): string {
  const parts: string[] = [];
  if (peer?.cpu) parts.push(`CPU ${shown(peer.cpu / figure.cpu)}×`);
  if (peer?.p50) parts.push(`p50 ${shown(peer.p50 / figure.p50)}×`);
  if (peer?.perSecond) parts.push(`req/s ${shown(figure.perSecond / peer.perSecond)}×`);
  const better = peer ? `better than ${peer.who}: ${parts.join(', ')} (asked ${peer.factor}×)` : '';
  const over = (name: string, other: Figure | undefined) =>
    other
      ? `; over ${name}: CPU ${shown(figure.cpu / other.cpu)}×, p50 ${shown(figure.p50 / other.p50)}×`
      : '';
  const slower = over('the same SQL by hand', same) + over('the least SQL', hand);
  return better + slower === '' ? '' : `    ${better}${slower}`;
}

async function run(base: string, loads: Loads, headers: Record<string, string>, pids: number[]) {
  const figures = new Map<string, Figure>();
  const each = async (load: Load) => {
    if (values.only && !values.only.split(',').some((name) => load.name.startsWith(name))) return;
    const figure = await measure(base, headers, load, { seconds, pids });
    figures.set(`${load.name} c${load.clients}`, figure);
    say(line(figure));
  };
  for (const load of loads) await each(load);
  return figures;
}

/** A calibration on the same database: a script that serves the loads without the product. */
async function calibrate(
  dataDir: string,
  { place: { agencyId, units } }: Loaded,
  { script, loads, as }: { script: string; loads: Loads; as: 'superuserUrl' | 'appUrl' },
): Promise<Map<string, Figure>> {
  const database = await startEmbedded({ dataDir, env: {}, log: () => undefined });
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL(`register/${script}`, import.meta.url)), database[as], agencyId, units[0]!.id],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout!).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`The calibration ended with ${code}`)));
    });
    const pids = [child.pid!, ...(await processesIn(join(dataDir, 'postgres')))];
    return await run(address, loads, {}, pids);
  } finally {
    child.kill();
    await database.stop();
  }
}

/** As people get it: answers are not held to their contracts, as they are in tests. */
const measured = {
  NODE_OPTIONS: '--max-semi-space-size=16',
  TRONGTAM_IDLE_MINUTES: '600',
  TRONGTAM_CHECK_ANSWERS: '',
};

async function signIn(product: Product, who: typeof account): Promise<Record<string, string>> {
  const answer = await send(
    product.url,
    {
      method: 'POST',
      path: '/api/auth/sign-in/username',
      body: { username: who.userName, password: who.password },
    },
    { origin: product.url },
  );
  const cookies = answer.headers['set-cookie'] ?? [];
  if (answer.status !== 200) throw new Error(`Sign-in failed: ${answer.status} ${answer.text}`);
  return { origin: product.url, cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** The last, since it doubles the register. */
async function importInto(dataDir: string): Promise<void> {
  if (values.only && !values.only.split(',').includes('import')) return;
  const product = await startProduct({ dataDir, env: measured });
  try {
    const pids = [product.process.pid!, ...(await processesIn(join(dataDir, 'postgres')))];
    await importOf(product.url, await signIn(product, account), pids);
  } finally {
    await product.stop();
  }
}

async function importOf(base: string, headers: Record<string, string>, pids: number[]): Promise<void> {
  const rows = Number(values.import);
  // Another file each time: the same again would be recognised.
  const from = 1_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000) * 1000;
  const { check, store, cpu, megabytes } = await bringIn(base, headers, { rows, pids, from });
  const wall = check + store;
  say(
    `import of ${rows} rows (${shown(megabytes)} MB)  checked ${shown(check)} s, checked and stored ${shown(store)} s  CPU ${shown(cpu)} s`,
  );
  const peer = (importPeer.secondsOf100k * rows) / 100_000;
  say(
    `    better than ${importPeer.who}: stored ${shown(peer / store)}×, with the look first ${shown(peer / wall)}× (asked ${importPeer.factor}×)`,
  );
}

async function theProduct(dataDir: string, loaded: Loaded): Promise<Map<string, Figure>> {
  const product = await startProduct({ dataDir, env: measured });
  try {
    const headers = await signIn(product, account);
    const server = product.process.pid!;
    // It gives back what its start took as soon as nobody asks.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    say(`idle memory of the server: ${memoryOf(server)} MiB`);
    const pids = [server, ...(await processesIn(join(dataDir, 'postgres')))];
    const hits = async (q: string) => {
      const { text } = await send(
        product.url,
        { path: `/api/directives?q=${encodeURIComponent(q)}&limit=1` },
        headers,
      );
      return (JSON.parse(text) as { total: number }).total;
    };
    say(
      `«nghiệm thu» finds ${await hits('nghiệm thu')}, «nghiem thu» finds ${await hits('nghiem thu')} of ${loaded.all.length}`,
    );
    // Before the writes: what is added to the roll-up is folded once a day, and no day has tens of thousands of acts.
    const above = await run(product.url, superiorLoads(), await signIn(product, superior), pids);
    const figures = await run(product.url, productLoads(loaded), headers, pids);
    for (const [name, figure] of above) figures.set(name, figure);
    say(`memory of the server after the load: ${memoryOf(server)} MiB`);
    return figures;
  } finally {
    await product.stop();
  }
}

const folder = values.folder ?? (await temporaryFolder('trongtam-bench-register'));
const dataDir = join(folder, 'd');
const note = join(folder, 'loaded.json');
if (!existsSync(note)) {
  const began = performance.now();
  const made = await makeInstallation(dataDir, {
    count: Number(values.count),
    firstAtLeast: Number(values.first),
  });
  await writeFile(note, JSON.stringify(made));
  say(`loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
const loaded = JSON.parse(await readFile(note, 'utf8')) as Loaded;
const total = loaded.counts.reduce((sum, count) => sum + count, 0);
say(`${total} directives in ${loaded.counts.length} agencies, ${loaded.all.length} in the first`);
say('— Trọng Tâm, signed in, permissions and row-level security on');
const figures = await theProduct(dataDir, loaded);
say('— the same SQL by hand through the driver: nothing checked, nothing presented');
const same = await calibrate(dataDir, loaded, {
  script: 'same-sql.ts',
  loads: sameLoads(loaded),
  as: 'appUrl',
});
say('— the least SQL by hand: bare Fastify, no sign-in, no permission, no row-level security');
const hand = await calibrate(dataDir, loaded, {
  script: 'by-hand.ts',
  loads: handLoads(loaded),
  as: 'superuserUrl',
});
say('— ratios');
for (const [name, figure] of figures) {
  const words = against(figure, peers[name], hand.get(name), same.get(name));
  if (words) say(`${name}\n${words}`);
}
if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
await importInto(dataDir);
