import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Office, openOffice, type Somebody } from '../../test/abilities/office.ts';
import { type Tally, tryActs } from '../../test/abilities/trial.ts';
import { trialsFor } from '../../test/abilities/trials.ts';
import { password, type TestServer, testServer } from '../../test/server.ts';
import { Role } from '../domain/permissions/permission.ts';
import { allContracts } from './contracts.ts';

let server: TestServer;
let office: Office;
const tally: Tally = new Map();

beforeAll(async () => {
  server = await testServer();
  office = await openOffice(server);
}, 60_000);
afterAll(() => server.close());

/** A person with these posts at the unit and an account, signed in. */
async function somebody(name: string, roles: readonly Role[], unitId: string): Promise<Somebody> {
  const { chief } = office;
  const { id } = await chief.post<{ id: string }>('/api/persons', { fullName: `Người ${name}` });
  for (const role of roles)
    await chief.post(`/api/persons/${id}/posts`, { unitId, role, from: '2020-01-01' });
  await chief.post(`/api/persons/${id}/account`, { userName: name, password });
  const visitor = server.visitor();
  await visitor.signIn(name);
  return { personId: id, visitor };
}

async function tryAll(who: Somebody): Promise<void> {
  const settle = () => server.app.desk.idle();
  for (const trial of await trialsFor(office, who)) await tryActs(who.visitor, trial, { tally, settle });
}

test.each(Role.options)(
  'for %s a record says of each act what its command does',
  async (role) => tryAll(await somebody(role, [role], office.research)),
  60_000,
);

test('the same for who administers the installation, and for a deputy by what is lent', async () => {
  await tryAll({ visitor: office.chief, personId: office.chiefId });
  const director = await somebody('vangmat', ['director'], office.research);
  const deputy = await somebody('lamthay', ['officer'], office.planning);
  await office.delegate(director.personId, deputy.personId);
  await tryAll(deputy);
}, 120_000);

test('a superior authority is told of no act at all', async () => {
  const { chief } = office;
  await chief.post('/api/agencies', {
    name: 'Uỷ ban Thử nghiệm',
    shortName: 'UB thử',
    sign: 'UB',
    administrator: { fullName: 'Người Cấp Trên', userName: 'captren', password },
  });
  const { agency } = await chief.get<{ agency: { id: string } }>('/api/session');
  await chief.call('POST', `/api/agencies/${agency.id}/viewers`, { userName: 'captren' });
  const superior = server.visitor();
  await superior.signIn('captren');
  await superior.post('/api/session/agency', { agencyId: agency.id });
  const abilities: unknown[] = [];
  for (const url of ['/api/units', '/api/persons', '/api/delegations'])
    for (const row of await superior.get<{ abilities: unknown }[]>(url)) abilities.push(row.abilities);
  for (const url of [
    '/api/documents',
    '/api/requests',
    '/api/targets?year=2026',
    '/api/programme?year=2026',
    '/api/drafts?year=2026',
  ])
    for (const row of (await superior.get<{ items: { abilities: unknown }[] }>(url)).items)
      abilities.push(row.abilities);
  expect(abilities.length).toBeGreaterThan(10);
  expect(abilities.filter((one) => Object.keys(one as object).length > 0)).toEqual([]);
});

/** Every act that a reply of a contract may tell of. */
function actsToldIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(actsToldIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, { propertyNames?: { enum?: string[] } }> };
  return [
    ...(properties?.abilities?.propertyNames?.enum ?? []),
    ...Object.values(schema).flatMap(actsToldIn),
  ];
}

/** Told under another name by the session, which speaks for several policies. */
const alias: Record<string, string> = {
  delegateForOthers: 'delegate',
  shareView: 'save',
  createFeed: 'create',
  createToken: 'create',
  feed: 'create',
};

test('every act a contract tells of was tried, possible and not', () => {
  const told = new Set(
    allContracts
      .filter(({ raw }) => !raw)
      .flatMap(({ reply }) => actsToldIn(z.toJSONSchema(reply, { unrepresentable: 'any', io: 'output' }))),
  );
  expect(told.size).toBeGreaterThan(40);
  const tried = [...tally.keys()].map((key) => key.split(' ')[1]);
  expect([...told].filter((act) => !tried.includes(alias[act] ?? act))).toEqual([]);
  const onesided = [...tally].filter(([, { possible, not }]) => possible === 0 || not === 0);
  expect(onesided.map(([key]) => key)).toEqual([]);
});
