import type { Route } from '../src/features/route.ts';
import { allContracts } from '../src/http/contracts.ts';
import { type TestServer, totpCode, type Visitor } from './server.ts';
import { taskProfile } from './task-bodies.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

/** A host or an investigator outside, signed in with the second factor on. */
export interface Outsider {
  visitor: Visitor;
  partnerId: string;
  accountId: string;
  userName: string;
}

let invited = 0;

/** Somebody outside whom the agency has just invited: signed in, the second factor still off. */
export async function invite(
  server: TestServer,
  administrator: Visitor,
  { name, kind = 'organisation' }: { name: string; kind?: 'organisation' | 'person' },
): Promise<Outsider & { password: string }> {
  const said = { kind, profile: { name } };
  const partner = await administrator.post<{ id: string }>('/api/partners', { said, on: '2026-01-05' });
  return inviteFor(server, administrator, { partnerId: partner.id, fullName: `Người của ${name}` });
}

async function inviteFor(
  server: TestServer,
  administrator: Visitor,
  whom: { partnerId: string; investigatorId?: string; fullName: string },
): Promise<Outsider & { password: string }> {
  invited += 1;
  const userName = `ngoai-${invited}`;
  const body = { ...whom, userName };
  const { id, password } = await administrator.post<{ id: string; password: string }>(
    '/api/portal-accounts',
    body,
  );
  const visitor = server.visitor();
  await visitor.signIn(userName, password);
  return { visitor, partnerId: whom.partnerId, accountId: id, userName, password };
}

/** Somebody of an organisation whose account is for the tasks of one of its investigators. */
export async function assistant(
  server: TestServer,
  administrator: Visitor,
  whom: { partnerId: string; investigatorId: string },
): Promise<Outsider> {
  const { password, ...who } = await inviteFor(server, administrator, { ...whom, fullName: 'Người Trợ Lý' });
  await secure(who, password);
  return who;
}

/** Turns the second factor on, as every account outside must. */
export async function secure({ visitor }: { visitor: Visitor }, password: string): Promise<void> {
  const { totpURI } = await visitor.post<{ totpURI: string }>('/api/auth/two-factor/enable', { password });
  await visitor.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
}

/** Somebody outside with everything open to them. */
export async function outsider(
  server: TestServer,
  administrator: Visitor,
  said: { name: string; kind?: 'organisation' | 'person' },
): Promise<Outsider> {
  const { password, ...who } = await invite(server, administrator, said);
  await secure(who, password);
  return who;
}

/** Whether a door is of the portal, which nobody of the agency may use. */
export const isPortal = ({ permission }: Route): boolean => permission.startsWith('portal.');

/** Every door but those of the portal. */
export const agencyDoors = allContracts.filter((route) => !isPortal(route));

const call = {
  ...{ number: '15/TB-SKHCN', title: 'Tuyển chọn nhiệm vụ KH&CN năm 2027', mode: 'selection', words: '' },
  ...{ closesOn: '2099-12-31', contact: 'Phòng Quản lý Khoa học' },
};

/** What is said to open a call. */
export const callBody = (taskIds: string[], on: string) => ({ ...call, taskIds, on });

/** Opens a call for a task that stands at its beginning. @returns its id */
export async function openCallFor(visitor: Visitor, taskId: string, on: string): Promise<string> {
  await visitor.post(`/api/tasks/${taskId}/steps`, { on, event: { kind: 'ordered' } });
  return (await visitor.post<{ id: string }>('/api/calls', callBody([taskId], on))).id;
}

/** A task that was approved for a host early in 2026, its files begun with the selection. @returns its id */
export async function approvedTask(
  visitor: Visitor,
  {
    unitId,
    title,
    host,
    investigator,
  }: { unitId: string; title: string; host: object; investigator: object },
): Promise<string> {
  const { id } = await visitor.post<{ id: string }>('/api/tasks', {
    ...{ profile: taskProfile(unitId, title), on: '2026-01-05', takenOver: 'selection' },
  });
  const named = { host, investigator };
  const money = { stateMoney: 18e8, otherMoney: 0, khoan: 'by-part', months: 3 };
  const events: [string, object][] = [
    ['2026-01-06', { kind: 'called', mode: 'direct', closesOn: '2026-01-20' }],
    ['2026-01-15', { kind: 'filed', dossier: crypto.randomUUID(), ...named }],
    ['2026-01-21', { kind: 'opened', outcome: 'valid' }],
    ['2026-01-26', { kind: 'scored', outcome: 'proposed' }],
    ['2026-01-27', { kind: 'estimateFiled' }],
    ['2026-01-28', { kind: 'appraised', asked: 2e9, proposed: 18e8 }],
    ['2026-02-02', { kind: 'approved', ...named, ...money }],
  ];
  for (const [on, event] of events) await visitor.post(`/api/tasks/${id}/steps`, { on, event });
  return id;
}

/** What a host writes of a task. */
export const dossierBody = (more: object = {}) => ({
  ...{
    investigator: { id: null, name: 'TS. Người Chủ Nhiệm' },
    aims: 'Mục tiêu',
    content: 'Nội dung',
    months: 12,
  },
  ...more,
});

/** A body each of these routes takes, whoever sends it. */
export const portalBodies: Record<string, unknown> = {
  'call.extend': { number: '16/TB-SKHCN', closesOn: '2100-01-31', reason: 'ít hồ sơ' },
  'portal.begin': { callId: nobody, taskId: nobody },
  'portal.save': dossierBody(),
  'portal.withdraw': { reason: 'sửa dự toán' },
  'portal.record': { event: { kind: 'reported' } },
  'account.changeOutside': { open: false },
};

/** A small PDF that opens, as a multipart body. */
export const pdfForm = (name = 'thuyet-minh.pdf') => ({
  body: [
    '--x',
    `content-disposition: form-data; name="file"; filename="${name}"`,
    'content-type: application/pdf',
    '',
    `%PDF-1.4\n%${name}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>`,
    '--x--',
    '',
  ].join('\r\n'),
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
});
