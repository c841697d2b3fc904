import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

const sources = filesUnder('src', /\.(ts|tsx)$/u);
const inner = sources.filter((path) => !path.includes('.test.'));

/** Rooms a file of each room may look into, beside its own. */
const walls: Record<string, RegExp> = {
  'src/domain/': /^src\/domain\/|^rules\//u,
  'src/reading/': /^src\/(domain|reading)\//u,
  'src/writing/': /^src\/(domain|writing)\//u,
  'src/storage/': /^src\/(domain|storage)\//u,
  'src/features/': /^src\/(domain|reading|writing|storage|features)\/|^src\/config\.ts$/u,
  'src/http/': /^src\/(domain|reading|writing|storage|features|http)\/|^src\/config\.ts$/u,
  'src/web/': /^src\/domain\/|^src\/features\/([a-z-]+\/contract|route|page)\.ts$|^src\/web\/|\.css$/u,
};

const importsOf = (path: string) =>
  [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
const targetOf = (path: string, specifier: string) =>
  specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : null;

test('no room looks into one it must not know', () => {
  const breaches = inner.flatMap((path) => {
    const wall = Object.entries(walls).find(([room]) => path.startsWith(room))?.[1];
    return wall === undefined
      ? []
      : importsOf(path)
          .map((specifier) => targetOf(path, specifier))
          .filter((target) => target !== null && !wall.test(target))
          .map((target) => `${path} → ${target}`);
  });
  expect(breaches).toEqual([]);
});

test('the domain is pure: no I/O, no clock, no chance', () => {
  const impure = /from 'node:|Date\.now\(|new Date\(\)|Temporal\.Now|Math\.random|process\.|fetch\(/u;
  expect(inner.filter((path) => path.startsWith('src/domain/') && impure.test(textOf(path)))).toEqual([]);
});

test('only storage talks to the database driver, only the doors to Fastify', () => {
  const uses = (name: string) =>
    inner.filter((path) => importsOf(path).some((one) => one === name || one.startsWith(`${name}/`)));
  expect(
    uses('pg').filter((path) => !path.startsWith('src/storage/') && path !== 'src/http/identity.ts'),
  ).toEqual([]);
  expect(uses('fastify').filter((path) => !path.startsWith('src/http/'))).toEqual([]);
  expect(uses('better-auth').filter((path) => !path.startsWith('src/http/'))).toEqual([]);
});

test('no import goes in a circle', () => {
  const graph = new Map(
    inner.map((path) => [
      path,
      [...textOf(path).matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gmu)]
        .map((match) => targetOf(path, match[1] ?? ''))
        .filter((target): target is string => target !== null),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  expect(circles).toEqual([]);
});

test('files stay readable in one sitting', () => {
  const long = [
    ...sources,
    ...filesUnder('test', /\.ts$/u),
    ...filesUnder('e2e', /\.ts$/u),
    ...filesUnder('bench', /\.ts$/u),
  ]
    .map((path) => ({ path, lines: textOf(path).split('\n').length }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

test('nothing is skipped, silenced or left for later', () => {
  const excuse =
    /\.(?:only|skip|todo)\(|\b(?:TODO|FIXME|HACK)\b|@ts-(?:ignore|nocheck|expect-error)|\bas any\b|biome-ignore|console\.log\(/u;
  const found = [...sources, ...filesUnder('e2e', /\.ts$/u)].filter((path) => excuse.test(textOf(path)));
  expect(found).toEqual([]);
});

test('texts to be translated and law stay where they belong: no machine path, no outside address', () => {
  const stray =
    /["'`](?:\/root|\/home|\/work)\/|https?:\/\/(?!127\.0\.0\.1|localhost|schemas\.|www\.w3\.org|purl\.)/u;
  expect(inner.filter((path) => stray.test(textOf(path)))).toEqual([]);
});
