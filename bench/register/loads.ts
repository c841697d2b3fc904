import type { Asked, Load } from './measure.ts';
import type { Loaded } from './place.ts';

export type Loads = readonly Load[];

const pick = <Item>(from: readonly Item[], number: number): Item => from[(number * 7919) % from.length]!;
const typed = (words: string) => encodeURIComponent(words);
const newWords = (number: number) =>
  `Rà soát tiến độ nhiệm vụ khoa học cấp tỉnh về vật liệu nano, báo cáo kết quả trước kỳ họp (lần ${number})`;

/** Acts on directives by turns: suspended and let go on, each with the version the last answer told. */
function acts(open: readonly string[]): Pick<Load, 'ask' | 'heard'> {
  const versions = new Map(open.map((id) => [id, 1]));
  const stands = new Set<string>();
  const under = new Map<number, string>();
  let next = 0;
  return {
    ask(number) {
      const id = open[next++ % open.length]!;
      under.set(number, id);
      const act = stands.has(id) ? { kind: 'workResumed' } : { kind: 'suspended', reason: 'Chờ kinh phí' };
      return {
        method: 'POST',
        path: `/api/directives/${id}/acts`,
        headers: { 'if-match': `"${versions.get(id)}"` },
        body: { act },
      };
    },
    heard(number, answer) {
      const id = under.get(number)!;
      under.delete(number);
      const version = /"(\d+)"/u.exec(String(answer.headers.etag))?.[1];
      if (version === undefined) return;
      versions.set(id, Number(version));
      if (stands.has(id)) stands.delete(id);
      else stands.add(id);
    },
  };
}

const both = (name: string, ask: (number: number) => Asked): Load[] =>
  [1, 8].map((clients) => ({ name, clients, ask }));

/** What is asked of the product. */
export function productLoads({ place, all, open }: Loaded): Loads {
  const { units } = place;
  const give = (number: number, headers: Record<string, string>): Asked => ({
    method: 'POST',
    path: '/api/directives',
    headers,
    body: {
      words: newWords(number),
      leadUnitId: pick(units, number).id,
      deadline: { kind: 'date', due: '2027-03-31', bound: 'by', text: 'đến 31/3/2027', span: [0, 0] },
      givenOn: '2026-11-20',
    },
  });
  const list = (number: number): Asked => ({
    path: `/api/directives?unit=${pick(units, number).id}&state=awaiting-confirmation&sort=due&limit=50`,
  });
  return [
    ...both('get one', (number) => ({ path: `/api/directives/${pick(all, number)}` })),
    ...both('list 50', list),
    ...both('dashboard of one agency', () => ({ path: '/api/dashboard' })),
    {
      name: 'search with marks',
      clients: 1,
      ask: () => ({ path: `/api/directives?q=${typed('nghiệm thu')}` }),
    },
    {
      name: 'search without marks',
      clients: 1,
      ask: () => ({ path: `/api/directives?q=${typed('nghiem thu')}` }),
    },
    { name: 'CSV', clients: 1, ask: () => ({ path: '/api/directives/export.csv' }) },
    { name: 'xlsx', clients: 1, ask: () => ({ path: '/api/directives/export.xlsx' }) },
    { name: 'update', clients: 8, ...acts(open) },
    { name: 'create', clients: 8, ask: (number) => give(number, {}) },
    {
      name: 'create with key',
      clients: 8,
      ask: (number) => give(number, { 'idempotency-key': `bench-${process.pid}-${number}` }),
    },
  ];
}

/** What is asked of the product by who looks over all agencies. */
export function superiorLoads(): Loads {
  return both('dashboard of all agencies', () => ({ path: '/api/overview' }));
}

/** What the product's own statements by hand are asked. */
export function sameLoads({ place: { units }, all }: Loaded): Loads {
  return [
    ...both('get one', (number) => ({ path: `/directives/${pick(all, number)}` })),
    ...both('list 50', (number) => ({ path: `/list?unit=${pick(units, number).id}` })),
    { name: 'search with marks', clients: 1, ask: () => ({ path: '/search' }) },
  ];
}

/** The same of the calibration. */
export function handLoads({ place, all, open }: Loaded): Loads {
  const { units } = place;
  return [
    ...both('bare Fastify', () => ({ path: '/bare' })),
    ...both('get one', (number) => ({ path: `/directives/${pick(all, number)}` })),
    ...both('list 50', (number) => ({ path: `/list?unit=${pick(units, number).id}` })),
    ...both('dashboard of all agencies', () => ({ path: '/overview' })),
    { name: 'search with marks', clients: 1, ask: () => ({ path: `/search?q=${typed('nghiệm thu')}` }) },
    { name: 'search without marks', clients: 1, ask: () => ({ path: `/search?q=${typed('nghiem thu')}` }) },
    {
      name: 'update',
      clients: 8,
      // Suspended and let go on again, so that the rows stand as they stood.
      ask: (number) => ({
        method: 'POST',
        path: `/directives/${pick(open, number >> 1)}/acts`,
        body: { suspended: number % 2 === 0 },
      }),
    },
    {
      name: 'create',
      clients: 8,
      ask: (number) => ({ method: 'POST', path: '/directives', body: { words: newWords(number) } }),
    },
  ];
}
