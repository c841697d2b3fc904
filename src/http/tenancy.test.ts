import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conferenceBodies, conferencePlan } from '../../test/conference.ts';
import { aroundTask, keptBodies, keptRecords } from '../../test/kept-bodies.ts';
import { agencyDoors, invite } from '../../test/outside.ts';
import { password, type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { ruleDecision } from '../../test/task-bodies.ts';

let server: TestServer;
let ours: Visitor;
let theirs: Visitor;
/** Records of our agency by the first part of their address. */
let records: Record<string, string>;
/** A file attached to our directive and to our target. */
let evidence: Record<string, string>;

beforeAll(async () => {
  server = await testServer();
  ours = await server.setUp();
  await ours.post('/api/agencies', {
    name: 'Sở Công Thương Thử nghiệm',
    shortName: 'Sở CT',
    sign: 'SCT',
    administrator: { fullName: 'Người Bên Kia', userName: 'benkia', password },
  });
  theirs = server.visitor();
  await theirs.signIn('benkia');
  const [unit, otherUnit] = await ours.get<{ id: string; name: string; openedOn: string }[]>('/api/units');
  const [person] = await ours.get<{ id: string }[]>('/api/persons');
  const directive = await ours.post<{ id: string }>('/api/directives', {
    words: 'Khẩn trương rà soát danh mục bí mật số một',
    leadUnitId: unit!.id,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
  // A unit is urged on with what it has let pass its day.
  await ours.post('/api/directives', {
    words: 'Báo cáo bí mật số tám đã quá hạn',
    leadUnitId: unit!.id,
    deadline: { kind: 'date', bound: 'before', due: '2026-11-02', text: '', span: [0, 0] },
    givenOn: '2026-10-01',
  });
  const product =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="mat.txt"\r\n\r\nbí mật số bốn\r\n--x--';
  const attached = await ours.post<{ evidence: { id: string }[] }>(
    `/api/directives/${directive.id}/evidence`,
    product,
    { 'content-type': 'multipart/form-data; boundary=x' },
  );
  const register = `Nội dung,Chủ trì,Hạn\r\nRà soát danh mục bí mật số bảy,"${unit!.name}",không hạn`;
  const brought = await ours.post<{ id: string }>(
    '/api/directives/import?dry=false',
    `--x\r\ncontent-disposition: form-data; name="file"; filename="so.csv"\r\n\r\n${register}\r\n--x--`,
    { 'content-type': 'multipart/form-data; boundary=x' },
  );
  const document = await ours.post<{ id: string }>('/api/documents', {
    direction: 'out',
    kind: 'CV',
    number: null,
    date: null,
    issuer: null,
    subject: 'Về việc bí mật số hai',
  });
  const received = await ours.post<{ intake: { id: string } }>('/api/intakes/text', {
    text: 'Thông báo bí mật số ba: giao Văn phòng báo cáo kết quả trước ngày 30/11/2026.',
  });
  const reorganisation = await ours.post<{ id: string }>('/api/reorganisations', {
    ...{ kind: 'rename', effectiveOn: unit!.openedOn, sources: [unit!.id] },
    decision: { number: 'bí mật số bốn', on: unit!.openedOn },
    targets: [{ unitId: unit!.id, name: 'Phòng bí mật số năm' }],
  });
  await ours.post(`/api/persons/${person!.id}/posts`, { unitId: unit!.id, role: 'head', from: '2020-01-01' });
  const target = await ours.post<{ id: string }>('/api/targets', {
    ...{ year: 2026, words: 'Số nhiệm vụ bí mật số tám', measure: 'number', unit: 'nhiệm vụ', value: 12 },
    ...{ aim: 'at-least', due: '2026-12-31', leadUnitId: unit!.id, assignedBy: 'Cấp trên' },
    ...{ document: 'Quyết định bí mật số chín', on: '2026-01-15' },
  });
  const item = await ours.post<{ id: string }>('/api/programme-items', {
    ...{ year: 2026, words: 'Việc của năm bí mật số mười', leadUnitId: unit!.id, month: 5 },
  });
  const proved = await ours.post<{ evidence: { id: string }[] }>(
    `/api/targets/${target.id}/evidence`,
    product,
    { 'content-type': 'multipart/form-data; boundary=x' },
  );
  const stand = await ours.post<{ id: string }>('/api/persons', { fullName: 'Người Làm Thay' });
  const delegation = await ours.post<{ id: string }>('/api/delegations', {
    form: 'KT.',
    fromPersonId: person!.id,
    toPersonId: stand.id,
    ...{ fromDay: '2026-11-24', lastDay: '2099-12-31', document: 'Giấy bí mật số sáu' },
  });
  const question = await ours.post<{ id: string }>('/api/requests', {
    fromUnitId: unit!.id,
    toUnitId: otherUnit!.id,
    words: 'Xin số liệu bí mật số năm',
    deadline: { kind: 'none' },
  });
  const view = await ours.post<{ id: string }>('/api/views', {
    name: 'Cách xem bí mật số sáu',
    query: 'state=overdue',
    shared: true,
  });
  const review = await ours.post<{ id: string }>('/api/reviews', {
    ...{ kind: 'year', year: 2026, unitsUntil: '2026-12-20' },
  });
  const drafted: Record<string, string> = {};
  const secret = { day: '2026-11-20', words: 'bí mật số mười một' };
  for (const [kind, body] of Object.entries(keptRecords(unit!.id, secret)))
    drafted[kind] = (await ours.post<{ id: string }>(`/api/${kind}`, body)).id;
  const conference = await ours.post<{ id: string }>('/api/conferences', conferencePlan);
  records = {
    ...drafted,
    assets: drafted.tasks!,
    'task-rules': (await ours.post<{ id: string }>('/api/task-rules/decisions', ruleDecision(secret.day))).id,
    ...(await aroundTask(ours, { unitId: unit!.id, taskId: drafted.tasks!, on: secret.day })),
    'portal-accounts': (await invite(server, ours, { name: 'Viện bí mật số mười hai' })).accountId,
    delegations: delegation.id,
    conferences: conference.id,
    reorganisations: reorganisation.id,
    units: unit!.id,
    persons: person!.id,
    directives: directive.id,
    imports: brought.id,
    documents: document.id,
    intakes: received.intake.id,
    requests: question.id,
    reviews: review.id,
    targets: target.id,
    'programme-items': item.id,
    views: view.id,
  };
  evidence = { directives: attached.evidence[0]!.id, targets: proved.evidence[0]!.id };
}, 60_000);
afterAll(() => server.close());

const reads = agencyDoors.filter(({ method, permission }) => method === 'GET' && permission !== 'public');
const ofRecord = reads.filter(({ path }) => path.includes(':id') && !path.includes(':fileId'));
const streams = reads.filter(({ raw }) => raw?.contentType === 'text/event-stream');
const lists = reads.filter(
  (route) => !route.path.includes(':') && !route.permission.startsWith('agency.') && !streams.includes(route),
);

test.each(ofRecord.map(({ path }) => path))(
  'GET %s: the other agency’s record does not exist',
  async (path) => {
    const kind = path.split('/')[2]!;
    expect(Object.keys(records)).toContain(kind);
    const address = path
      .replace(':id', records[kind]!)
      .replace(':page', '1')
      .replace(':factId', evidence[kind] ?? '');
    const mine =
      path.endsWith('/events') || path.endsWith('/pages/:page') ? null : await ours.call('GET', address);
    expect(mine?.statusCode ?? 200, 'our own record is there').toBe(200);
    expect((await theirs.call('GET', address)).statusCode).toBe(404);
  },
);

test.each(lists.map(({ path }) => path))('GET %s: shows nothing of the other agency', async (path) => {
  const response = await theirs.call('GET', path);
  for (const id of Object.values(records)) expect(response.body).not.toContain(id);
  expect(response.body).not.toContain('bí mật');
});

/** An id that no record has. */
const nobody = '00000000-0000-4000-8000-000000000000';

describe('changing what is another agency’s', () => {
  const day = '2026-11-25';
  /** A body each route would take for a record of one's own. */
  const bodies: Record<string, unknown> = {
    'agency.grantView': { userName: 'benkia' },
    'organisation.renameUnit': { name: 'Phòng Đã Chiếm', from: day },
    'organisation.moveUnit': { parentId: null, from: day },
    'organisation.setField': { field: 'Chuyển đổi số', from: day },
    'organisation.addAlias': { alias: 'phòng đã chiếm' },
    'organisation.changePerson': { fullName: 'Tên Bị Đổi' },
    'organisation.holdPost': { role: 'officer', from: day },
    'organisation.endPost': { to: day },
    'organisation.giveAccount': { userName: 'ketrom', password },
    'organisation.reviewMerge': { intoId: nobody },
    'organisation.mergePersons': { intoId: nobody, reason: 'cùng một người' },
    'delegation.end': { endedOn: day },
    'organisation.changeAccess': { open: false },
    'directive.correct': { reason: 'ghi nhầm' },
    'directive.act': { act: { kind: 'stopped', reason: 'của người khác' } },
    'directive.retract': { factId: nobody, reason: 'ghi nhầm' },
    'directive.part': { words: 'Phần việc lạ', leadUnitId: nobody, deadline: { kind: 'none' } },
    ...keptBodies(day),
    'request.answer': { words: 'chiếm lời' },
    'programme.change': { words: 'Việc lạ', leadUnitId: nobody, month: 5 },
    'programme.move': { month: 5, reason: 'của người khác', document: '1/TB', on: day },
    'programme.drop': { reason: 'của người khác', on: day },
    'programme.give': {},
    'target.amend': {
      ...{ words: 'Chỉ tiêu lạ', measure: 'number', unit: 'nhiệm vụ', aim: 'at-least', value: 1, due: day },
      ...{ leadUnitId: nobody, assignedBy: 'Họ', document: '1/QĐ', on: day },
      reason: 'của người khác',
    },
    'target.plan': { quarters: [1, 2, 3, 4] },
    'target.report': { value: 1, on: day },
    'target.withdraw': { reason: 'của người khác', document: '1/QĐ', on: day },
    'target.retract': { factId: nobody, reason: 'ghi nhầm' },
    'view.change': { name: 'Cách xem đã chiếm', query: '' },
    'figure.withdraw': { reason: 'của người khác' },
    'review.write': { unitId: nobody, words: { results: 'Đã xong' } },
    'review.confirm': { unitId: nobody },
    'review.compose': { section: 'results', words: 'Đã xong' },
    'review.sign': { reason: 'đơn vị đã báo miệng' },
    'directive.withdrawTemplate': { kind: 'assignment', from: '2026-11-01' },
    'review.reopen': { reason: 'sửa số của một đơn vị' },
    ...conferenceBodies(nobody),
    'intake.edit': { act: 'undo' },
    'intake.confirm': { direction: 'in' },
    'intake.drop': { reason: 'gửi nhầm' },
  };
  const upload = {
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\ncontent-disposition: form-data; name="file"; filename="la.txt"\r\n\r\ntệp lạ\r\n--x--',
  };
  const changing = agencyDoors.filter(
    ({ method, path, permission }) =>
      method !== 'GET' && path.includes(':id') && permission !== 'agency.create',
  );

  /** All rows of the agency that a stranger could want to change. */
  async function snapshot() {
    const reads = [
      ...['units', 'persons', 'directives', 'requests', 'acts'].map((of) => `/api/${of}`),
      '/api/targets?year=2026',
      '/api/programme?year=2026',
      '/api/drafts?year=2026',
      ...['tasks', 'partners', 'calls', 'science-programmes', 'inspections'].map(
        (of) => `/api/${of}/${records[of]}`,
      ),
      '/api/documents',
      '/api/intakes',
      '/api/tokens',
      '/api/views',
      '/api/figures',
      `/api/reviews/${records.reviews}`,
      `/api/conferences/${records.conferences}`,
    ];
    return Promise.all(reads.map(async (address) => (await ours.call('GET', address)).body));
  }

  test('finds no record, by any route, and leaves everything as it was', async () => {
    await server.app.desk.idle();
    const person = await ours.get<{ posts: { id: string }[] }>(`/api/persons/${records.persons}`);
    const unit = await ours.post<{ aliases: { id: string }[] }>(`/api/units/${records.units}/aliases`, {
      alias: 'bộ phận thường trực',
    });
    const token = await ours.post<{ id: string }>('/api/tokens', {
      name: 'Của ta',
      scopes: ['directive.view'],
      expiresOn: server.app.ctx.today().add({ days: 9 }).toString(),
    });
    const feed = await ours.post<{ id: string }>('/api/calendar-feeds', { unitId: null });
    const view = await ours.post<{ id: string }>('/api/views', { name: 'Cách xem của ta', query: '' });
    const figure = await ours.post<{ id: string }>('/api/figures', {
      ...{ name: 'Số liệu của ta', query: 'state=overdue', datedBy: 'standing' },
    });
    const [theirUnit] = await theirs.get<{ id: string }[]>('/api/units');
    const ids: Record<string, string> = {
      ...records,
      tokens: token.id,
      views: view.id,
      figures: figure.id,
      ...{ letters: nobody, 'calendar-feeds': feed.id },
      postId: person.posts[0]!.id,
      aliasId: unit.aliases[0]!.id,
    };
    const before = await snapshot();
    for (const route of changing) {
      const kind = route.path.split('/')[2]!;
      expect(Object.keys(ids), route.id).toContain(kind);
      if (route.body) expect(Object.keys(bodies), route.id).toContain(route.id);
      const address = route.path.replace(/:(\w+)/gu, (_, name: string) => ids[name === 'id' ? kind : name]!);
      const body = bodies[route.id] && { unitId: theirUnit!.id, ...(bodies[route.id] as object) };
      const response = route.upload
        ? await theirs.call(route.method, address, upload.body, { 'content-type': upload.type })
        : await theirs.call(route.method, address, body, { 'if-match': '"1"' });
      expect(response.statusCode, `${route.id} ${response.body}`).toBe(404);
    }
    expect(await snapshot()).toEqual(before);
  });

  test('and cannot be reached through a record of one’s own', async () => {
    const mine = await theirs.post<{ id: string }>('/api/persons', { fullName: 'Người Của Họ' });
    const [unit] = await theirs.get<{ id: string }[]>('/api/units');
    const person = await ours.get<{ posts: { id: string }[] }>(`/api/persons/${records.persons}`);
    const tries: [string, string, object][] = [
      ['POST', `/api/persons/${mine.id}/posts`, { unitId: records.units, role: 'head', from: day }],
      ['POST', `/api/persons/${mine.id}/posts/${person.posts[0]!.id}/end`, { to: day }],
      ['POST', `/api/units/${unit!.id}/parents`, { parentId: records.units, from: day }],
      ['POST', '/api/units', { name: 'Tổ Lạ', parentId: records.units, openedOn: day }],
      [
        'POST',
        '/api/persons',
        { fullName: 'Kẻ Lạ', post: { unitId: records.units, role: 'head', from: day } },
      ],
    ];
    for (const [method, address, body] of tries) {
      const response = await theirs.call(method as 'POST', address, body);
      expect([400, 404], `${address} ${response.body}`).toContain(response.statusCode);
    }
    for (const query of [
      `unit=${records.units}`,
      `unit=${records.units}&part=any`,
      `document=${records.documents}`,
      `import=${records.imports}`,
    ]) {
      expect(await theirs.get(`/api/directives?${query}`)).toMatchObject({ items: [], total: 0 });
    }
    expect(await theirs.get(`/api/persons?unitId=${records.units}`)).toEqual([]);
    expect(await theirs.get(`/api/audit?recordId=${records.directives}`)).toMatchObject({ items: [] });
  });
});

test('an Idempotency-Key of ours is as new in the other agency, and bound to the record it was for', async () => {
  const key = { 'idempotency-key': 'khoa-cua-ta-2026' };
  const body = { fullName: 'Nguyễn Khoá Chung' };
  const first = await ours.post<{ id: string }>('/api/persons', body, key);
  const other = await theirs.post<{ id: string }>('/api/persons', body, key);
  expect(other.id).not.toBe(first.id);
  const text = (at: number) => ({
    text: `Thông báo số ${at}: giao Văn phòng báo cáo trước ngày 30/12/2026.`,
  });
  const intakes = [];
  for (const at of [1, 2])
    intakes.push((await ours.post<{ intake: { id: string } }>('/api/intakes/text', text(at))).intake.id);
  await server.app.desk.idle();
  const confirm = (id: string) =>
    ours.call(
      'POST',
      `/api/intakes/${id}/confirm`,
      { direction: 'in' },
      { 'idempotency-key': 'khoa-vao-so-2026' },
    );
  expect((await confirm(intakes[0]!)).statusCode).toBe(201);
  expect((await confirm(intakes[1]!)).json()).toMatchObject({ status: 422 });
});

test('an account joined to a further agency still opens, and is audited in, its own', async () => {
  const person = await theirs.post<{ id: string }>('/api/persons', { fullName: 'Mạo Danh' });
  const own = await ours.post<{ id: string }>('/api/persons', { fullName: 'Người Của Ta' });
  await ours.post(`/api/persons/${own.id}/account`, { userName: 'cuata', password });
  await theirs.post(`/api/persons/${person.id}/account`, { userName: 'cuata' });
  const again = server.visitor();
  await again.signIn('cuata');
  expect(await again.get('/api/session')).toMatchObject({ agency: { sign: 'SKHCN' } });
  expect(await theirs.get('/api/audit?recordId=cuata')).toMatchObject({ items: [] });
  expect(
    (await theirs.call('POST', `/api/persons/${person.id}/account`, { userName: 'quantri', password }))
      .statusCode,
  ).toBe(409);
});

test('a session cannot open an agency it does not belong to', async () => {
  const { agency } = await ours.get<{ agency: { id: string } }>('/api/session');
  const response = await theirs.call('POST', '/api/session/agency', { agencyId: agency.id });
  expect(response.statusCode).toBe(404);
  expect((await theirs.get<{ agency: { sign: string } }>('/api/session')).agency.sign).toBe('SCT');
});

test('a directive cannot be given to the other agency’s unit', async () => {
  const response = await theirs.call('POST', '/api/directives', {
    words: 'Giao cho đơn vị không thuộc mình',
    leadUnitId: records.units,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
  expect([400, 403]).toContain(response.statusCode);
});

test('the look over all agencies holds what was granted to the viewer and nothing else, until that ends', async () => {
  await ours.post('/api/agencies', {
    ...{ name: 'Uỷ ban Thử nghiệm', shortName: 'UB thử', sign: 'UB' },
    administrator: { fullName: 'Người Cấp Trên', userName: 'captren', password },
  });
  const superior = server.visitor();
  await superior.signIn('captren');
  expect((await superior.call('GET', '/api/overview')).statusCode).toBe(403);
  const { agency } = await ours.get<{ agency: { id: string; name: string } }>('/api/session');
  const named = async (visitor: Visitor) => {
    const overview = await visitor.get<{ agencies: { id: string; counts: object }[] }>('/api/overview');
    return overview.agencies.map(({ id }) => id);
  };
  const view = (open: boolean) =>
    ours.call('POST', `/api/agencies/${agency.id}/viewers`, { userName: 'captren', open });
  await view(true);
  expect(await named(superior)).toEqual([agency.id]);
  expect(await named(ours)).toHaveLength(3);
  await view(false);
  await superior.signIn('captren');
  expect(await named(superior)).toEqual([]);
});
