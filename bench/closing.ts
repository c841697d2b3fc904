import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { closingInstant } from '../src/domain/calls/call.ts';
import { canonicalJson } from '../src/domain/canonical.ts';
import type { Call } from '../src/features/calls/contract.ts';
import type { Dossier } from '../src/features/portal/contract.ts';
import { makeSetupToken } from '../src/features/setup/commands.ts';
import type { AttachedFile } from '../src/features/task-files/contract.ts';
import { startDatabase } from '../src/storage/launcher.ts';
import { migrate } from '../src/storage/migrate.ts';
import { openStore } from '../src/storage/store.ts';
import { temporaryFolder } from '../test/folder.ts';
import { callBody, dossierBody, pdfForm } from '../test/outside.ts';
import { firstAgency, password, totpCode } from '../test/server.ts';
import { taskProfile } from '../test/task-bodies.ts';

/**
 * The last minute of a call over HTTP: so many hosts, each with its own account, session and second factor, file at chance
 * moments of it, the last ones within its last second; the first second after it more try. Every receipt is held to what its
 * host wrote, all that was acknowledged must be there, and nothing that came late.
 */
const { values } = parseArgs({
  options: { hosts: { type: 'string', default: '200' }, tasks: { type: 'string', default: '5' } },
});
const hosts = Number(values.hosts);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const dataDir = await temporaryFolder('closing');
const database = await startDatabase({ dataDir: join(dataDir, 'data'), env: {}, log: () => undefined });
await migrate(database.ownerUrl, database.appRole);

/** The server's clock, moved to the last minute once everybody has written. */
let ahead = 0;
const clock = () => Temporal.Now.instant().add({ milliseconds: ahead });
const app = await buildApp({
  store: openStore(database.appUrl),
  appUrl: database.appUrl,
  // Each host sits at an address of its own, as the proxy before us tells.
  config: readConfig({ TRONGTAM_TRUST_PROXY: '1' }, { dataDir: database.dataDir }),
  clock,
});
const url = await app.server.listen({ port: 0, host: '127.0.0.1' });

/** Somebody at an address with cookies of their own. */
function visitorAt(address: string) {
  const cookies = new Map<string, string>();
  return async (method: string, path: string, body?: object | string, headers: object = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...{ origin: url, 'x-forwarded-for': address },
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(typeof body === 'object' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = one.split(';')[0]!.split(/=(.*)/u);
      cookies.set(name, value);
    }
    return { status: answer.status, json: JSON.parse((await answer.text()) || 'null') };
  };
}
type Visit = ReturnType<typeof visitorAt>;

/** The answer of a call that must succeed. */
async function ask<T>(visit: Visit, ...call: Parameters<Visit>): Promise<T> {
  const { status, json } = await visit(...call);
  if (status >= 300) throw new Error(`${call[0]} ${call[1]}: ${status} ${JSON.stringify(json)}`);
  return json as T;
}

const office = visitorAt('10.9.9.9');
await ask(office, 'POST', '/api/setup', { token: await makeSetupToken(app.ctx), ...firstAgency });
await ask(office, 'POST', '/api/auth/sign-in/username', { username: 'quantri', password });
const today = clock().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
const day = (ago: number) => today.subtract({ days: ago }).toString();
const [unit] = await ask<{ id: string }[]>(office, 'GET', '/api/units');
const taskIds: string[] = [];
for (let at = 0; at < Number(values.tasks); at += 1) {
  const profile = taskProfile(unit!.id, `Nghiên cứu số ${at}`);
  const { id } = await ask<{ id: string }>(office, 'POST', '/api/tasks', { profile, on: day(90) });
  await ask(office, 'POST', `/api/tasks/${id}/steps`, { on: day(89), event: { kind: 'ordered' } });
  taskIds.push(id);
}
const closesOn = day(-1);
const call = await ask<Call>(office, 'POST', '/api/calls', { ...callBody(taskIds, day(60)), closesOn });

interface Host {
  visit: Visit;
  name: string;
  partnerId: string;
  address: string;
  version: number;
  file: AttachedFile;
}

/** A host that has secured its account and written all of its dossier, and not yet filed it. */
async function ready(at: number): Promise<Host> {
  const visit = visitorAt(`10.1.${at >> 8}.${at & 255}`);
  const name = `Viện số ${at}`;
  const said = { kind: 'organisation', profile: { name } };
  const partner = await ask<{ id: string }>(office, 'POST', '/api/partners', { said, on: day(300) });
  const invited = { partnerId: partner.id, fullName: `Người ${at}`, userName: `vien-${at}` };
  const account = await ask<{ password: string }>(office, 'POST', '/api/portal-accounts', invited);
  const secret = { username: invited.userName, password: account.password };
  await ask(visit, 'POST', '/api/auth/sign-in/username', secret);
  const { totpURI } = await ask<{ totpURI: string }>(visit, 'POST', '/api/auth/two-factor/enable', {
    password: account.password,
  });
  await ask(visit, 'POST', '/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
  const taskId = taskIds[at % taskIds.length];
  const begun = await ask<Dossier>(visit, 'POST', '/api/portal/dossiers', { callId: call.id, taskId });
  const form = pdfForm(`thuyet-minh-${at}.pdf`);
  const file = await ask<AttachedFile>(visit, 'POST', '/api/portal/files', form.body, form.headers);
  const address = `/api/portal/dossiers/${begun.id}`;
  const content = dossierBody({ aims: `Mục tiêu của ${name}`, files: [file.id] });
  const saved = await ask<Dossier>(visit, 'PUT', address, content, { 'if-match': '"1"' });
  return { visit, name, partnerId: partner.id, address, version: saved.version, file };
}

say(`${hosts} hosts come in, secure their accounts and write…`);
const all: Host[] = [];
for (let at = 0; at < hosts; at += 4)
  all.push(
    ...(await Promise.all([0, 1, 2, 3].filter((more) => at + more < hosts).map((more) => ready(at + more)))),
  );

interface Outcome {
  host: Host;
  status: number;
  dossier: Dossier;
  took: number;
}

async function file(host: Host): Promise<Outcome> {
  const began = performance.now();
  const { status, json } = await host.visit('POST', `${host.address}/filings`, undefined, {
    'if-match': `"${host.version}"`,
  });
  return { host, status, dossier: json as Dossier, took: performance.now() - began };
}

const closing = closingInstant(closesOn);
ahead = closing.epochMilliseconds - 60_000 - Date.now();
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const left = () => closing.epochMilliseconds - clock().epochMilliseconds;

say('the last minute begins');
const outcomes = await Promise.all(
  all.map(async (host, at) => {
    // A quarter of them in the last three seconds, as people do; the rest at any moment before.
    const sends = at % 4 === 0 ? 57_000 + Math.random() * 2500 : Math.random() * 57_000;
    await wait(sends);
    return file(host);
  }),
);
await wait(Math.max(0, left()) + 5);
const late = await Promise.all(all.slice(0, 20).map(file));

const faults: string[] = [];
const receipts = new Set<string>();
for (const { host, status, dossier } of outcomes) {
  const [filing] = dossier.filings ?? [];
  if (status >= 300 || !filing) {
    faults.push(`${host.name}: ${status} ${JSON.stringify(dossier).slice(0, 200)}`);
    continue;
  }
  receipts.add(filing.receipt);
  const { id, name, bytes, sha256 } = host.file;
  const { files: _, ...words } = dossier.content;
  const content = {
    ...words,
    task: dossier.task,
    host: { id: host.partnerId, name: host.name },
    files: [{ id, name, bytes, sha256 }],
  };
  if (createHash('sha256').update(canonicalJson(content)).digest('hex') !== filing.sha256)
    faults.push(`${host.name}: the receipt is not of what was written`);
  if (Temporal.Instant.compare(Temporal.Instant.from(filing.filedAt), closing) >= 0)
    faults.push(`${host.name}: received after the closing`);
}
const inTime = outcomes.filter(({ status }) => status < 300).length;
if (receipts.size !== inTime) faults.push(`${inTime} acknowledged, ${receipts.size} receipts`);
for (const { host, status } of late)
  if (status !== 409) faults.push(`${host.name}: late and answered ${status}`);

// The day after: what the agency opens is exactly what was acknowledged.
const opened = Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString();
for (const id of taskIds)
  await ask(office, 'POST', `/api/tasks/${id}/steps`, {
    on: opened,
    event: { kind: 'opened', outcome: 'valid' },
  });
const { items } = await ask<Call>(office, 'GET', `/api/calls/${call.id}`);
const found = new Set(items.flatMap(({ dossiers }) => dossiers.map(({ receipt }) => receipt)));
for (const receipt of receipts)
  if (!found.has(receipt)) faults.push(`${receipt} was acknowledged and is lost`);
if (found.size !== receipts.size) faults.push(`${found.size} opened, ${receipts.size} acknowledged`);

const took = outcomes.map((one) => one.took).toSorted((a, b) => a - b);
const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(0);
say(`filed ${inTime} of ${hosts}, receipts right and all there: ${faults.length === 0 ? 'yes' : 'NO'}`);
say(`after the closing ${late.filter(({ status }) => status === 409).length} of ${late.length} refused`);
say(`ms to the receipt: median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(0.999)}`);
for (const fault of faults.slice(0, 20)) say(fault);
await app.close();
await database.stop();
process.exitCode = faults.length === 0 ? 0 : 1;
