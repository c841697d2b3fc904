import { afterAll, beforeAll, expect, test } from 'vitest';
import { password, type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { allContracts } from './contracts.ts';

let server: TestServer;
let ours: Visitor;
let theirs: Visitor;
/** Records of our agency by the first part of their address. */
let records: Record<string, string>;

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
  const [unit] = await ours.get<{ id: string }[]>('/api/units');
  const [person] = await ours.get<{ id: string }[]>('/api/persons');
  const directive = await ours.post<{ id: string }>('/api/directives', {
    words: 'Khẩn trương rà soát danh mục bí mật số một',
    leadUnitId: unit!.id,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
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
    kind: 'rename',
    effectiveOn: '2026-11-24',
    decision: { number: 'bí mật số bốn', on: '2026-11-24' },
    sources: [unit!.id],
    targets: [{ unitId: unit!.id, name: 'Phòng bí mật số năm' }],
  });
  records = {
    reorganisations: reorganisation.id,
    units: unit!.id,
    persons: person!.id,
    directives: directive.id,
    documents: document.id,
    intakes: received.intake.id,
  };
}, 60_000);
afterAll(() => server.close());

const reads = allContracts.filter(({ method, permission }) => method === 'GET' && permission !== 'public');
const ofRecord = reads.filter(({ path }) => path.includes(':id'));
const lists = reads.filter(
  ({ path, permission }) => !path.includes(':') && !permission.startsWith('agency.'),
);

test.each(ofRecord.map(({ path }) => path))(
  'GET %s: the other agency’s record does not exist',
  async (path) => {
    const kind = path.split('/')[2]!;
    expect(Object.keys(records)).toContain(kind);
    const address = path.replace(':id', records[kind]!).replace(':page', '1');
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
