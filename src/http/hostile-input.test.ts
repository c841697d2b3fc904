import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { conferencePlan } from '../../test/conference.ts';
import { aroundTask, keptRecords } from '../../test/kept-bodies.ts';
import { isPortal, outsider } from '../../test/outside.ts';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import type { Route } from '../features/route.ts';
import { uuidv7 } from '../storage/ids.ts';
import { allContracts } from './contracts.ts';

let server: TestServer;
let visitor: Visitor;
let host: Visitor;
/** Ids that exist, by the first part of an address. */
let records: Record<string, string>;
const faults: string[] = [];

beforeAll(async () => {
  server = await testServer();
  visitor = await server.setUp();
  const [unit] = await visitor.get<{ id: string }[]>('/api/units');
  const person = await visitor.post<{ id: string }>('/api/persons', { fullName: 'Lê Thị Thử' });
  const directive = await visitor.post<{ id: string }>('/api/directives', {
    words: 'Báo cáo kết quả',
    leadUnitId: unit!.id,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
  const target = await visitor.post<{ id: string }>('/api/targets', {
    ...{ year: 2026, words: 'Số nhiệm vụ được nghiệm thu', measure: 'number', unit: 'nhiệm vụ', value: 12 },
    ...{ aim: 'at-least', due: '2026-12-31', leadUnitId: unit!.id, assignedBy: 'UBND tỉnh' },
    ...{ document: 'Quyết định giao', on: '2026-01-15' },
  });
  const item = await visitor.post<{ id: string }>('/api/programme-items', {
    ...{ year: 2026, words: 'Việc của năm', leadUnitId: unit!.id, month: 5 },
  });
  const text = 'Giao Văn phòng báo cáo kết quả trước ngày 30/11/2026.';
  const { intake } = await visitor.post<{ intake: { id: string } }>('/api/intakes/text', { text });
  const review = await visitor.post<{ id: string }>('/api/reviews', {
    ...{ kind: 'year', year: 2026, unitsUntil: '2026-12-20' },
  });
  const drafted: Record<string, string> = {};
  for (const [kind, body] of Object.entries(keptRecords(unit!.id, { day: '2026-11-20' })))
    drafted[kind] = (await visitor.post<{ id: string }>(`/api/${kind}`, body)).id;
  const conference = await visitor.post<{ id: string }>('/api/conferences', conferencePlan);
  const around = await aroundTask(visitor, { unitId: unit!.id, taskId: drafted.tasks!, on: '2026-11-20' });
  const { visitor: outside, accountId } = await outsider(server, visitor, { name: 'Viện Thử nghiệm' });
  host = outside;
  const begun = { callId: around.calls, taskId: drafted.tasks };
  const dossier = await host.post<{ id: string }>('/api/portal/dossiers', begun);
  records = {
    ...drafted,
    ...{ ...around, portal: dossier.id, 'portal-accounts': accountId },
    conferences: conference.id,
    units: unit!.id,
    persons: person.id,
    directives: directive.id,
    intakes: intake.id,
    targets: target.id,
    'programme-items': item.id,
    reviews: review.id,
  };
}, 60_000);
afterAll(() => server.close());

/** What a stranger may put where a text, a day or a number is asked for. */
const texts = [
  'a\u0000b',
  'a\ud800b',
  "'; drop table person; --",
  '%_\\',
  '<script>alert(1)</script>',
  '\u202etxt.exe',
  '🇻🇳',
];
const days = ['0000-01-01', '9999-12-31', '0001-01-01', '2024-02-29'];
const numbers = [0, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER];

type Json = Record<string, unknown>;

/** Values of a JSON schema with one hostile text, day and number in every place that takes one. */
function* valuesOf(
  schema: Json,
  hostile: { text: string; day: string; number: number; id: string },
): Generator<unknown> {
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (either) {
    for (const one of either) yield* valuesOf(one, hostile);
  } else if ('const' in schema) yield schema.const;
  else if (schema.enum) yield* schema.enum as unknown[];
  else if (schema.type === 'object') {
    const names = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    const all = names.map(([name, of]) => [name, [...valuesOf(of, hostile)]] as const);
    const most = Math.max(1, ...all.map(([, values]) => values.length));
    for (let at = 0; at < most; at += 1)
      yield Object.fromEntries(all.map(([name, values]) => [name, values[at % Math.max(1, values.length)]]));
  } else if (schema.type === 'array') {
    const items = schema.items as Json | undefined;
    for (const value of items ? valuesOf(items, hostile) : []) yield [value];
    if (schema.prefixItems)
      yield (schema.prefixItems as Json[]).map((item) => [...valuesOf(item, hostile)][0]);
  } else if (schema.type === 'string') {
    if (schema.format === 'date') yield hostile.day;
    else if (schema.format === 'uuid') yield hostile.id;
    else if (String(schema.pattern ?? '').includes('a-z0-9._-'))
      yield `ten-${Math.random().toString(36).slice(2, 10)}`;
    else yield hostile.text.padEnd(Number(schema.minLength ?? 0), 'x');
  } else if (schema.type === 'integer' || schema.type === 'number') yield hostile.number;
  else if (schema.type === 'boolean') yield true;
  else if (schema.type === 'null') yield null;
  else yield hostile.text;
}

const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Json;

const addressOf = (route: Route, id: (name: string) => string) =>
  route.path.replace(/:(\w+)/gu, (_, name: string) =>
    name === 'year' ? '2026' : name === 'page' ? '1' : name === 'key' ? 'dueSoonWorkingDays' : id(name),
  );

const changing = allContracts.filter(({ body }) => body !== undefined);
test.each(changing.map((route) => [route.id, route] as const))(
  '%s: no body makes a fault',
  async (_, route) => {
    const schema = schemaOf(route.body!);
    const known = records[route.path.split('/')[2] ?? ''] ?? uuidv7();
    for (let at = 0; at < texts.length; at += 1) {
      const hostile = {
        text: texts[at]!,
        day: days[at % days.length]!,
        number: numbers[at % numbers.length]!,
        id: records.units!,
      };
      for (const body of valuesOf(schema, hostile)) {
        const response = await (isPortal(route) ? host : visitor).call(
          route.method,
          addressOf(route, () => known),
          body,
          { 'if-match': '"1"' },
        );
        if (response.statusCode >= 500)
          faults.push(`${route.id} ${JSON.stringify(body).slice(0, 300)} ${response.body}`);
        expect.soft(response.statusCode, JSON.stringify(body)).toBeLessThan(500);
      }
    }
  },
  60_000,
);

const asking = allContracts.filter(({ query }) => query !== undefined);
test.each(asking.map((route) => [route.id, route] as const))(
  '%s: no query makes a fault',
  async (_, route) => {
    const names = Object.keys((schemaOf(route.query!).properties ?? {}) as Json);
    const cursors = [
      [Number.MAX_SAFE_INTEGER, 'a', uuidv7()],
      [0, 'a\u0000', uuidv7()],
      ['abc', uuidv7()],
      ['9999999-01-01T00:00:00Z', uuidv7()],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, uuidv7()],
      ['2026-01-01T00:00:00.123456789Z', uuidv7()],
    ].map((values) => Buffer.from(JSON.stringify(values)).toString('base64url'));
    const id = records[route.path.split('/')[2] ?? ''] ?? uuidv7();
    for (const name of names)
      for (const value of [
        ...texts.slice(0, 1),
        ...texts.slice(2),
        ...days,
        ...numbers,
        ...(name === 'cursor' ? cursors : []),
      ]) {
        const url = `${addressOf(route, () => id)}?${name}=${encodeURIComponent(value)}`;
        const response = await visitor.call('GET', url);
        expect.soft(response.statusCode, url).toBeLessThan(500);
      }
  },
  60_000,
);
