import { afterAll, beforeAll, expect, test } from 'vitest';
import { conferenceBodies } from '../../test/conference.ts';
import { keptBodies } from '../../test/kept-bodies.ts';
import { isPortal, outsider } from '../../test/outside.ts';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { type Permission, Role } from '../domain/permissions/permission.ts';
import { permissionsOf } from '../domain/permissions/policy.ts';
import type { Route } from '../features/route.ts';
import { uuidv7 } from '../storage/ids.ts';
import { allContracts } from './contracts.ts';

let server: TestServer;
let administrator: Visitor;
/** Signed in, a person of the agency, but without a post: may do nothing that asks for a permission. */
let bystander: Visitor;
/** A host outside: the only ones who get through the doors of the portal. */
let host: Visitor;

beforeAll(async () => {
  server = await testServer();
  administrator = await server.setUp();
  const person = await administrator.post<{ id: string }>('/api/persons', { fullName: 'Lê Không Việc' });
  const account = { userName: 'khongviec', password: 'một mật khẩu đủ dài' };
  await administrator.post(`/api/persons/${person.id}/account`, account);
  bystander = server.visitor();
  await bystander.signIn(account.userName, account.password);
  host = (await outsider(server, administrator, { name: 'Viện Thử nghiệm' })).visitor;
});
afterAll(() => server.close());

const day = '2026-11-24';
const guarded = allContracts.filter(({ permission }) => permission !== 'public');
const permitted = guarded.filter(({ permission }) => permission !== 'signed-in');
const named = ({ method, path }: Route) => `${method} ${path}`;

/** An address of the route with ids nobody has. */
function addressOf(path: string): string {
  return path.replace(/:(\w+)/gu, (_, name: string) => {
    if (name === 'year') return '2026';
    if (name === 'page') return '1';
    return name === 'key' ? 'dueSoonWorkingDays' : uuidv7();
  });
}

/** A body each changing route accepts, where its record is then not found. */
const bodies: Record<string, unknown> = {
  'agency.grantView': { userName: 'quantri' },
  'organisation.renameUnit': { name: 'Phòng Khác', from: day },
  'organisation.moveUnit': { parentId: null, from: day },
  'organisation.setField': { field: 'Chuyển đổi số', from: day },
  'organisation.addAlias': { alias: 'phòng khác' },
  'organisation.changePerson': { fullName: 'Tên Khác' },
  'organisation.holdPost': { unitId: uuidv7(), role: 'officer', from: day },
  'organisation.endPost': { to: day },
  'organisation.giveAccount': { userName: 'aido', password: 'một mật khẩu đủ dài' },
  'organisation.reviewMerge': { intoId: uuidv7() },
  'organisation.mergePersons': { intoId: uuidv7(), reason: 'cùng một người' },
  'delegation.end': { endedOn: day },
  'organisation.changeAccess': { open: false },
  'directive.correct': { reason: 'ghi nhầm' },
  'directive.act': { act: { kind: 'received' } },
  'directive.retract': { factId: uuidv7(), reason: 'ghi nhầm' },
  'directive.part': { words: 'Một phần việc', leadUnitId: uuidv7(), deadline: { kind: 'none' } },
  'request.answer': { words: 'Đã gửi số liệu' },
  'target.amend': {
    ...{ words: 'Chỉ tiêu khác', measure: 'number', unit: 'nhiệm vụ', aim: 'at-least', value: 1, due: day },
    ...{ leadUnitId: uuidv7(), assignedBy: 'UBND tỉnh', document: '1/QĐ', on: day, reason: 'điều chỉnh' },
  },
  'target.plan': { quarters: [1, 2, 3, 4] },
  'target.report': { value: 1, on: day },
  'target.withdraw': { reason: 'thôi giao', document: '1/QĐ', on: day },
  'target.retract': { factId: uuidv7(), reason: 'ghi nhầm' },
  'programme.change': { words: 'Việc khác', leadUnitId: uuidv7(), month: 5 },
  'programme.move': { month: 5, reason: 'chuyển', document: '1/TB', on: day },
  'programme.drop': { reason: 'thôi làm', on: day },
  'programme.give': {},
  ...keptBodies(day),
  'review.write': { unitId: uuidv7(), words: { results: 'Đã xong' } },
  'review.confirm': { unitId: uuidv7() },
  'review.compose': { section: 'results', words: 'Đã xong' },
  'review.sign': { reason: 'đơn vị đã báo miệng' },
  'directive.withdrawTemplate': { kind: 'assignment', from: '2026-11-01' },
  'review.reopen': { reason: 'sửa số của một đơn vị' },
  ...conferenceBodies(uuidv7()),
  'intake.edit': { act: 'undo' },
  'intake.confirm': { direction: 'in' },
  'intake.drop': { reason: 'gửi nhầm' },
  'view.change': { name: 'Cách xem khác', query: '' },
  'figure.withdraw': { reason: 'không dùng nữa' },
};

test('every contract names its permission and none is forgotten', () => {
  expect(server.app.bounds.length).toBe(allContracts.length);
  expect(new Set(allContracts.map(({ id }) => id)).size).toBe(allContracts.length);
  expect(
    allContracts
      .filter(({ permission }) => permission === 'public')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'demo.persons',
    'demo.signIn',
    'feed.read',
    'publicCall.get',
    'publicCall.list',
    'publicCall.notice',
    'publicResult.list',
    'setup.create',
    'setup.demo',
    'setup.get',
    'setup.previewUnits',
  ]);
});

test('what anyone signed in may ask is about themselves only', () => {
  expect(allContracts.filter(({ permission }) => permission === 'signed-in').map(({ id }) => id)).toEqual([
    'session.get',
    'session.openAgency',
    'token.list',
  ]);
});

/** Permissions of another feature under which a route may stand. */
const borrowed: Record<string, string> = {
  'organisation.giveAccount': 'account.manage',
  'organisation.changeAccess': 'account.manage',
  // A calendar address is a token of its maker; a saved view and a reminder are ways to look at directives.
  'feed.list': 'token.manage',
  'feed.create': 'token.manage',
  'feed.revoke': 'token.manage',
  'view.groups': 'directive.view',
  'view.span': 'directive.view',
  'view.list': 'directive.view',
  'view.save': 'directive.view',
  'view.change': 'directive.view',
  'view.end': 'directive.view',
  'reminder.list': 'directive.view',
  'reminder.read': 'directive.view',
  'delegation.list': 'organisation.view',
  // Figures are read off the register, and defined by who gives directives.
  'figure.list': 'directive.view',
  'figure.exportXlsx': 'directive.view',
  'figure.records': 'directive.view',
  'figure.add': 'directive.give',
  'figure.withdraw': 'directive.give',
  'dashboard.get': 'directive.view',
  'dashboard.today': 'directive.view',
  'request.list': 'directive.view',
  'request.ask': 'directive.act',
  'request.answer': 'directive.act',
  // Partners are kept by who keeps tasks.
  'partner.list': 'task.view',
  'partner.get': 'task.view',
  'partner.eligibility': 'task.view',
  'inspection.list': 'task.view',
  'inspection.get': 'task.view',
  'inspection.plan': 'task.record',
  'inspection.amend': 'task.record',
  'inspection.minute': 'task.record',
  'inspection.give': 'directive.give',
  'inspection.drop': 'task.record',
  'scienceProgramme.list': 'task.view',
  'scienceProgramme.get': 'task.view',
  'scienceProgramme.open': 'task.record',
  'scienceProgramme.record': 'task.record',
  'task.overlaps': 'task.view',
  'taskRule.list': 'task.view',
  'taskRule.get': 'task.view',
  'taskRule.decide': 'task.decide',
  'partner.add': 'task.record',
  'partner.describe': 'task.record',
  'task.list': 'task.view',
  'task.waits': 'task.view',
  'task.board': 'task.view',
  'task.exportXlsx': 'task.view',
  'task.lifeCycle': 'task.view',
  'task.get': 'task.view',
  'task.begin': 'task.record',
  'task.describe': 'task.record',
  'task.correct': 'task.record',
  'task.code': 'task.record',
  'task.uncode': 'task.record',
  'task.arrange': 'task.record',
  'task.decideRegime': 'task.decide',
  // Assets are part of the task that leaves them.
  'asset.list': 'task.view',
  'asset.paper.docx': 'task.view',
  'asset.paper.pdf': 'task.view',
  'asset.count': 'task.record',
  'asset.settle': 'task.record',
  'asset.undo': 'task.record',
  'asset.report': 'task.record',
  // A whole portfolio brings decisions in, also of the past.
  'task.import': 'task.decide',
  'task.importProgress': 'task.decide',
  'task.importTemplate': 'task.decide',
  'task.importErrors': 'task.decide',
  // Calls are acts on tasks.
  'call.list': 'task.view',
  'call.get': 'task.view',
  'call.dossierFile': 'task.view',
  'call.open': 'task.decide',
  'call.extend': 'task.decide',
  // The programme, the targets and the legal drafts are work that is given.
  'programme.get': 'directive.view',
  'programme.exportXlsx': 'directive.view',
  'programme.item': 'directive.view',
  'programme.add': 'directive.give',
  'programme.change': 'directive.give',
  'programme.move': 'directive.give',
  'programme.drop': 'directive.give',
  'programme.give': 'directive.give',
  'programme.approve': 'directive.give',
  'programme.import': 'directive.give',
  'programme.template': 'directive.give',
  'target.list': 'directive.view',
  'target.exportXlsx': 'directive.view',
  'target.get': 'directive.view',
  'target.evidence': 'directive.view',
  'target.assign': 'directive.give',
  'target.amend': 'directive.give',
  'target.withdraw': 'directive.give',
  'target.plan': 'directive.act',
  'target.report': 'directive.act',
  'target.retract': 'directive.act',
  'target.attach': 'directive.act',
  'draft.list': 'directive.view',
  'draft.exportXlsx': 'directive.view',
  'draft.get': 'directive.view',
  'draft.opinionsXlsx': 'directive.view',
  'draft.opinionsDocx': 'directive.view',
  'draft.plan': 'directive.give',
  'draft.import': 'directive.give',
  'draft.template': 'directive.give',
  'draft.change': 'directive.give',
  'draft.move': 'directive.give',
  'draft.stop': 'directive.give',
  'draft.enter': 'directive.act',
  'draft.sendBack': 'directive.act',
  'draft.report': 'directive.act',
  'draft.ask': 'directive.act',
  'draft.answer': 'directive.act',
  'draft.handle': 'directive.act',
  'draft.retract': 'directive.act',
  'act.list': 'directive.view',
  'act.superior': 'directive.view',
  'act.register': 'directive.give',
  'act.correct': 'directive.give',
  'act.registerSuperior': 'directive.give',
  'act.correctSuperior': 'directive.give',
  'act.give': 'directive.give',
  'act.spare': 'directive.give',
  'letter.list': 'setting.manage',
  'letter.again': 'setting.manage',
};
/** Changes of what is the viewer's own: a bookmark, a reminder read. */
const ownOnly = new Set(['view.save', 'view.change', 'view.end', 'reminder.read']);
const family = (name: string) => name.split('.')[0]!.replace(/^settings$/u, 'setting');

test.each(permitted.map((route) => [route.id, route] as const))(
  '%s asks for a permission of its own kind',
  (_, route) => {
    const { id, method, permission } = route;
    if (borrowed[id]) expect(permission).toBe(borrowed[id]);
    else expect(family(permission)).toBe(family(id));
    // Looking is not changing; recomputing the audit's chain changes nothing, nor does a question too long for an address.
    const reads = method === 'GET' || ['audit.verify', 'task.overlaps'].includes(id) || ownOnly.has(id);
    if (!reads) expect(permission).not.toMatch(/\.view/u);
  },
);

/** Who is let in everywhere: the administrator, in the portal a host. */
const within = (route: Route): Visitor => (isPortal(route) ? host : administrator);

/** A body no route takes and ids nobody has: what is allowed ends in 400 or 404 and changes nothing; a stream is left at once. */
async function statusFor(visitor: Visitor, route: Route): Promise<number> {
  if (route.raw?.contentType === 'text/event-stream') {
    const heard = await visitor.listen(addressOf(route.path));
    heard.leave();
    return heard.status;
  }
  const body = route.method === 'GET' ? undefined : ['sai'];
  return (await visitor.call(route.method, addressOf(route.path), body)).statusCode;
}

test.each(Role.options)('a person whose post is %s may ask exactly what the policy gives', async (role) => {
  const [unit] = await administrator.get<{ id: string }[]>('/api/units');
  const post = { unitId: unit!.id, role, from: '2020-01-01' };
  const person = await administrator.post<{ id: string }>('/api/persons', {
    fullName: `Người ${role}`,
    post,
  });
  const account = { userName: `nguoi-${role}`, password: 'một mật khẩu đủ dài' };
  await administrator.post(`/api/persons/${person.id}/account`, account);
  const visitor = server.visitor();
  await visitor.signIn(account.userName, account.password);
  const allowed = permissionsOf({ roles: [role], installationRoles: [], superiorView: false });
  for (const route of permitted) {
    const statusCode = await statusFor(visitor, route);
    expect(statusCode === 403, `${named(route)} ${statusCode}`).toBe(
      !allowed.has(route.permission as Permission),
    );
    expect(statusCode).toBeLessThan(500);
  }
});

test.each(guarded.map((route) => [named(route), route] as const))('%s: 401 for nobody', async (_, route) => {
  const response = await server.visitor().call(route.method, addressOf(route.path));
  expect(response.statusCode).toBe(401);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ status: 401, traceId: response.headers['x-request-id'] });
});

test.each(permitted.map((route) => [named(route), route] as const))(
  '%s: 403 without the permission, before anything is looked at',
  async (_, route) => {
    const response = await bystander.call(route.method, addressOf(route.path));
    expect(response.json()).toMatchObject({ status: 403 });
  },
);

const withId = permitted.filter(({ path, upload }) => path.includes(':id') && !upload);
test.each(withId.map((route) => [named(route), route] as const))(
  '%s: 404 for an id nobody has',
  async (_, route) => {
    if (route.body) expect(Object.keys(bodies), `a body for ${route.id}`).toContain(route.id);
    const response = await within(route).call(route.method, addressOf(route.path), bodies[route.id], {
      'if-match': '"1"',
    });
    expect(response.json()).toMatchObject({ status: 404 });
  },
);

test.each(withId.map((route) => [named(route), route] as const))(
  '%s: 404 for what is no id',
  async (_, route) => {
    const response = await within(route).call(
      route.method,
      route.path.replace(/:\w+/gu, 'không-phải'),
      bodies[route.id],
    );
    expect(response.json()).toMatchObject({ status: 404 });
  },
);

const withBody = permitted.filter(({ body }) => body !== undefined);
test.each(withBody.map((route) => [named(route), route] as const))(
  '%s: 400 for a body that is none',
  async (_, route) => {
    const response = await within(route).call(route.method, addressOf(route.path), ['sai']);
    expect(response.json()).toMatchObject({ status: 400 });
    expect(response.json<{ errors: unknown[] }>().errors.length).toBeGreaterThan(0);
  },
);

const paged = guarded.filter(({ query }) =>
  query?.safeParse({ limit: 'nhiều' }).error?.issues.some(({ path }) => path[0] === 'limit'),
);
test.each(paged.map((route) => [named(route), route] as const))(
  '%s: 400 names the parameter',
  async (_, route) => {
    const response = await administrator.call('GET', `${addressOf(route.path)}?limit=nhiều`);
    expect(response.json()).toMatchObject({ status: 400, errors: [{ path: 'limit' }] });
  },
);
