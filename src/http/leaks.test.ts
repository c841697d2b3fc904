import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvedTask,
  assistant,
  callBody,
  dossierBody,
  invite,
  isPortal,
  type Outsider,
  outsider,
  pdfForm,
  portalBodies,
  secure,
} from '../../test/outside.ts';
import { password, type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { taskProfile } from '../../test/task-bodies.ts';
import type { Dossier } from '../features/portal/contract.ts';
import type { Route } from '../features/route.ts';
import type { AttachedFile } from '../features/task-files/contract.ts';
import { allContracts } from './contracts.ts';

/** Words that stand only in what one host wrote, sent or is called. */
const secret = /hạt-dẻ-bí-mật|mat-ma-kin/u;
const ownerName = 'Viện Nộp Kín';
/** Of the owner's own people: knows whose account it is, and no task but those of one investigator. */
const ofOwner = 'an assistant of another investigator of the same host';
const outside = ['another host', 'an investigator', 'a host at another agency', 'nobody', ofOwner];

/** Whom every dossier here names. */
const lead = 'TS. Người Chủ Nhiệm';

let server: TestServer;
let office: Visitor;
let owner: Outsider;
/** Everybody outside who must see nothing of it. */
let others: Record<string, Visitor>;
/** Ids of the owner's records and of the agency's, by the name or the room of a parameter. */
let ids: Record<string, string>;
let secretIds: string[];

beforeAll(async () => {
  server = await testServer();
  office = await server.setUp();
  await office.post('/api/agencies', {
    ...{ name: 'Sở Công Thương Thử nghiệm', shortName: 'Sở CT', sign: 'SCT' },
    administrator: { fullName: 'Người Bên Kia', userName: 'benkia', password },
  });
  const elsewhere = server.visitor();
  await elsewhere.signIn('benkia');
  owner = await outsider(server, office, { name: ownerName });
  others = {
    'another host': (await outsider(server, office, { name: 'Trường Khác' })).visitor,
    'an investigator': (await outsider(server, office, { name: 'TS. Người Khác', kind: 'person' })).visitor,
    'a host at another agency': (await outsider(server, elsewhere, { name: 'Viện Nơi Khác' })).visitor,
    nobody: server.visitor(),
    [ofOwner]: await assistantOfAnother(),
  };
  const [unit] = await office.get<{ id: string }[]>('/api/units');
  const hosted = await office.post<{ id: string }>('/api/tasks', {
    ...{ profile: taskProfile(unit!.id, 'Nghiên cứu hạt-dẻ-bí-mật'), on: '2026-01-05', takenOver: 'running' },
  });
  const called = await office.post<{ id: string }>('/api/tasks', {
    ...{ profile: taskProfile(unit!.id, 'Nghiên cứu được thông báo'), on: '2026-01-05' },
  });
  await office.post(`/api/tasks/${called.id}/steps`, { on: '2026-01-06', event: { kind: 'ordered' } });
  await runLate(unit!.id);
  const call = await office.post<{ id: string }>('/api/calls', callBody([called.id], '2026-01-07'));
  const form = pdfForm('mat-ma-kin.pdf');
  const file = await owner.visitor.post<AttachedFile>('/api/portal/files', form.body, form.headers);
  const begun = await owner.visitor.post<Dossier>('/api/portal/dossiers', {
    callId: call.id,
    taskId: called.id,
  });
  const address = `/api/portal/dossiers/${begun.id}`;
  const written = dossierBody({ aims: 'Mục tiêu hạt-dẻ-bí-mật', files: [file.id] });
  const match = (version: number) => ({ 'if-match': `"${version}"` });
  expect((await owner.visitor.call('PUT', address, written, match(1))).statusCode).toBe(200);
  const filed = await owner.visitor.post<Dossier>(`${address}/filings`, undefined, match(2));
  ids = {
    ...{
      tasks: hosted.id,
      called: called.id,
      calls: call.id,
      dossiers: begun.id,
      files: file.id,
      fileId: file.id,
    },
    ...{ filings: filed.filings[0]!.id, partners: owner.partnerId, 'portal-accounts': owner.accountId },
  };
  secretIds = [
    begun.id,
    file.id,
    filed.filings[0]!.id,
    owner.accountId,
    file.sha256,
    filed.filings[0]!.sha256,
  ];
}, 90_000);
afterAll(() => server.close());

/** Who helps another investigator of the owner's, with the one task that this one leads. */
async function assistantOfAnother(): Promise<Visitor> {
  const named = { kind: 'person', profile: { name: 'TS. Người Bên Cạnh', organisationId: owner.partnerId } };
  const { id } = await office.post<{ id: string }>('/api/partners', { said: named, on: '2026-01-05' });
  const [unit] = await office.get<{ id: string }[]>('/api/units');
  const host = { id: owner.partnerId, name: ownerName };
  const title = 'Nghiên cứu của người bên cạnh';
  await approvedTask(office, {
    ...{ unitId: unit!.id, title, host, investigator: { id, name: named.profile.name } },
  });
  const whom = { partnerId: owner.partnerId, investigatorId: id };
  return (await assistant(server, office, whom)).visitor;
}

/** A task of the owner's that will be late long before the call closes: it bars the owner, and who leads it. */
async function runLate(unitId: string): Promise<void> {
  const host = { id: owner.partnerId, name: ownerName };
  const named = { kind: 'person', profile: { name: lead } };
  const { id: leadId } = await office.post<{ id: string }>('/api/partners', {
    said: named,
    on: '2026-01-05',
  });
  const id = await approvedTask(office, {
    ...{ unitId, title: 'Nhiệm vụ hạt-dẻ-bí-mật trễ hạn', host, investigator: { id: leadId, name: lead } },
  });
  const contract = { kind: 'contracted', number: '7/HĐ', from: '2026-02-05', to: '2026-05-05' };
  await office.post(`/api/tasks/${id}/steps`, { on: '2026-02-05', event: contract });
}

/** The address of a route with the owner's ids wherever it takes one. */
const addressOf = ({ path }: Route) =>
  path.replace(/:(\w+)/gu, (_, name: string) => {
    if (name === 'year') return '2026';
    if (name === 'page') return '1';
    const room = path.split('/').find((_, at, all) => all[at + 1] === `:${name}`) ?? '';
    return ids[name] ?? ids[room] ?? ids.tasks!;
  });

async function answer(visitor: Visitor, route: Route, query = ''): Promise<string> {
  if (route.raw?.contentType === 'text/event-stream') {
    const heard = await visitor.listen(addressOf(route));
    heard.leave();
    return heard.status < 300 ? 'a stream' : '';
  }
  const form = pdfForm();
  const body = route.upload ? form.body : portalBodies[route.id];
  const headers = { 'if-match': '"1"', ...(route.upload && form.headers) };
  const sent = route.method === 'GET' ? undefined : (body ?? {});
  const { body: said, headers: told } = await visitor.call(
    route.method,
    `${addressOf(route)}${query}`,
    sent,
    headers,
  );
  return `${said} ${JSON.stringify(told)}`;
}

/** Whether a text says anything that is the owner's alone; what was asked for by its id may be named again. */
const leaks = (text: string, who?: string) =>
  secret.test(text) ||
  (who !== ofOwner && text.includes(ownerName)) ||
  secretIds.some((id) => text.includes(id));

describe.each(outside)('%s', (who) => {
  // Sign-ins and set-ups of the installation itself are no doors to records.
  const tried = allContracts.filter(({ id }) => !/^(?:setup|demo)\./u.test(id));

  test('gets nothing of another’s file through any door, nor through what refuses', async () => {
    for (const route of tried) {
      const said = await answer(others[who]!, route);
      expect(leaks(said, who), `${route.id} ${said.slice(0, 400)}`).toBe(false);
    }
  });

  test('finds, counts and exports nothing of it by searching', async () => {
    for (const route of tried.filter(({ query, method }) => query && method === 'GET'))
      for (const words of ['q=hạt-dẻ', `partner=${ids.partners}`, 'limit=200']) {
        const said = await answer(others[who]!, route, `?${encodeURI(words)}`);
        expect(leaks(said, who), `${route.id}?${words} ${said.slice(0, 400)}`).toBe(false);
      }
  });

  test('is answered the same for another’s record as for one that is not there', async () => {
    const bare = (text: string) =>
      text.replace(/"traceId":"[^"]*"|"x-request-id":"[^"]*"|"date":"[^"]*"/gu, '');
    for (const route of tried.filter((one) => isPortal(one) && one.path.includes(':id'))) {
      const theirs = await answer(others[who]!, route);
      const real = ids;
      ids = Object.fromEntries(Object.keys(ids).map((name) => [name, crypto.randomUUID()]));
      const absent = await answer(others[who]!, route);
      ids = real;
      expect(bare(theirs), route.id).toBe(bare(absent));
    }
  });
});

test('what bars an investigator at the owner’s is told to the owner, and to nobody else who names the same', async () => {
  const gatesOf = async (visitor: Visitor, id: string) =>
    (await visitor.get<Dossier>(`/api/portal/dossiers/${id}`)).gates;
  expect((await gatesOf(owner.visitor, ids.dossiers!)).map(({ who }) => who)).toEqual([
    'self',
    'investigator',
  ]);
  const visitor = others['another host']!;
  const begun = await visitor.post<Dossier>('/api/portal/dossiers', {
    ...{ callId: ids.calls, taskId: ids.called },
  });
  const address = `/api/portal/dossiers/${begun.id}`;
  const saved = await visitor.call('PUT', address, dossierBody(), { 'if-match': '"1"' });
  expect(saved.json()).toMatchObject({ content: { investigator: { name: lead } }, gates: [] });
  for (const { body } of [saved, await visitor.call('GET', '/api/portal')]) expect(leaks(body)).toBe(false);
});

test('an assistant has the tasks of one investigator until the account is taken away, and files nothing', async () => {
  const helper = others[ofOwner]!;
  expect(await helper.get('/api/session')).toMatchObject({
    permissions: ['portal.view', 'portal.record'],
    partner: { name: ownerName, investigator: { name: 'TS. Người Bên Cạnh' } },
  });
  const home = await helper.get<{ tasks: { title: string }[]; calls: unknown[] }>('/api/portal');
  expect(home).toMatchObject({ calls: [], gates: [], tasks: [{ title: 'Nghiên cứu của người bên cạnh' }] });
  expect(home.tasks).toHaveLength(1);
  type Account = { id: string; name: string; investigator: { name: string } | null };
  const accounts = await office.get<Account[]>('/api/portal-accounts');
  const theirs = accounts.find(({ investigator }) => investigator?.name === 'TS. Người Bên Cạnh');
  await office.post(`/api/portal-accounts/${theirs!.id}/access`, { open: false });
  expect((await helper.call('GET', '/api/portal')).statusCode).toBe(401);
  expect((await owner.visitor.call('GET', '/api/portal')).statusCode).toBe(200);
});

test('an account is narrowed only to who is of the organisation', async () => {
  const whom = { partnerId: owner.partnerId, fullName: 'Trợ Lý', userName: 'tro-ly' };
  const stranger = await invite(server, office, { name: 'TS. Ở Nơi Khác', kind: 'person' });
  for (const investigatorId of [stranger.partnerId, owner.partnerId, crypto.randomUUID()]) {
    const refused = await office.call('POST', '/api/portal-accounts', { ...whom, investigatorId });
    expect(refused.json()).toMatchObject({ status: 400, errors: [{ path: 'investigatorId' }] });
  }
  const people = await office.get<{ items: { name: string }[] }>(
    `/api/partners?organisation=${owner.partnerId}`,
  );
  expect(people.items.map(({ name }) => name)).toEqual(['TS. Người Bên Cạnh', lead]);
});

test('a stranger who asks too often is asked to wait, and only that one', async () => {
  const [busy, calm] = [server.visitor(), server.visitor()];
  let asked = await busy.call('GET', '/api/public/calls');
  // A minute may end in between: then the count begins anew.
  for (let times = 0; times < 250 && asked.statusCode === 200; times += 1)
    asked = await busy.call('GET', '/api/public/calls');
  expect(asked.json()).toMatchObject({ status: 429, detail: expect.stringContaining('Chờ một phút') });
  expect((await busy.call('GET', `/api/public/calls/${ids.calls}`)).statusCode).toBe(429);
  expect((await calm.call('GET', '/api/public/calls')).statusCode).toBe(200);
});

test('what was tried is really there, for its owner', async () => {
  const { visitor } = owner;
  expect(leaks((await visitor.call('GET', '/api/portal')).body)).toBe(true);
  expect(leaks((await visitor.call('GET', `/api/portal/dossiers/${ids.dossiers}`)).body)).toBe(true);
  for (const address of [`files/${ids.files}`, `filings/${ids.filings}/receipt`])
    expect((await visitor.call('GET', `/api/portal/${address}`)).statusCode).toBe(200);
});

test('the agency itself is told no name before the dossiers are opened, and no file', async () => {
  const call = await office.call('GET', `/api/calls/${ids.calls}`);
  expect(call.json()).toMatchObject({ dossiers: 1, items: [{ count: 1, dossiers: [] }] });
  expect(leaks(call.body)).toBe(false);
  expect((await office.call('GET', `/api/calls/${ids.calls}/files/${ids.files}`)).statusCode).toBe(404);
});

test('without the second factor, or once closed, nothing opens', async () => {
  const who = await invite(server, office, { name: 'Viện Mới Mời' });
  const asked = await who.visitor.call('GET', '/api/portal');
  expect(asked.json()).toMatchObject({ status: 403, detail: expect.stringContaining('xác thực hai lớp') });
  expect(await who.visitor.get('/api/session')).toMatchObject({
    permissions: [],
    partner: { secondFactor: false },
  });
  await secure(who, who.password);
  expect((await who.visitor.call('GET', '/api/portal')).statusCode).toBe(200);
  await office.post(`/api/portal-accounts/${who.accountId}/access`, { open: false });
  expect((await who.visitor.call('GET', '/api/portal')).statusCode).toBe(401);
  await who.visitor.signIn(who.userName, who.password);
  expect((await who.visitor.call('GET', '/api/portal')).statusCode).toBe(401);
});
