import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DirectiveFilter } from '../domain/directives/filter.ts';
import { DocumentFilter } from '../domain/documents/filter.ts';
import type { Actor, Context } from '../features/context.ts';
import { directivesCsv, directivesXlsx } from '../features/directives/export.ts';
import { listDirectives } from '../features/directives/queries.ts';
import { exportDocuments, listDocuments } from '../features/documents/queries.ts';
import { consoleActor, say, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

const usage = 'Dùng: trongtam export directives|documents [--agency KÝ-HIỆU] [--to FILE.xlsx|.csv|.json]';

/** All pages of a keyset list. */
async function everyPage<Item>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items: some, next } = await page(cursor);
    items.push(...some);
    if (next === null) return items;
    cursor = next;
  }
}

async function directives(ctx: Context, actor: Actor, kind: string, filter: DirectiveFilter) {
  if (kind === 'xlsx') return directivesXlsx(ctx, actor, filter);
  if (kind === 'csv') return directivesCsv(ctx, actor, filter);
  const rows = await everyPage((cursor) => listDirectives(ctx, actor, { ...filter, cursor, limit: 200 }));
  return JSON.stringify(rows, null, 2);
}

async function documents(ctx: Context, actor: Actor, kind: string, values: object) {
  const filter = DocumentFilter.parse(values);
  if (kind === 'xlsx') return exportDocuments(ctx, actor, filter);
  if (kind === 'csv') throw new UsageFault('Sổ văn bản xuất được ra .xlsx hoặc .json.');
  const rows = await everyPage((cursor) => listDocuments(ctx, actor, { ...filter, cursor, limit: 200 }));
  return JSON.stringify(rows, null, 2);
}

/** `trongtam export`: the same rows, filter and sheets as the API; JSON on standard output unless told. */
export async function run(args: string[]): Promise<number> {
  const names = [
    ...new Set([...Object.keys(DirectiveFilter.shape), ...Object.keys(DocumentFilter.shape), 'agency', 'to']),
  ];
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      json: { type: 'boolean' },
    },
  });
  const { agency, to, json: _, ...filter } = values as Record<string, string | undefined>;
  const [what] = positionals;
  const kind = to === undefined ? 'json' : (to.split('.').at(-1) ?? '');
  if ((what !== 'directives' && what !== 'documents') || !['xlsx', 'csv', 'json'].includes(kind))
    throw new UsageFault(usage);
  const read = DirectiveFilter.safeParse(filter);
  if (what === 'directives' && !read.success)
    throw new UsageFault(
      `Bộ lọc chưa đúng: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
    );
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, agency);
    const bytes =
      what === 'directives'
        ? await directives(ctx, actor, kind, read.data ?? {})
        : await documents(ctx, actor, kind, filter);
    if (to === undefined) say(String(bytes));
    else await writeFile(to, bytes);
    return 0;
  });
}
