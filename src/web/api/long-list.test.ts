import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keepLongList, type LongList, lookAgain, rowsOf, seeRows } from './long-list.ts';

const perPage = 10;

/** A list of a server: rows by number, pages of ten; says what it was asked. */
function listOf(rows: number[]) {
  const asked: (string | undefined)[] = [];
  const fetchPage = async (cursor: string | undefined) => {
    asked.push(cursor);
    const after = rows.filter((row) => cursor === undefined || row > Number(cursor));
    const items = after.slice(0, perPage);
    return {
      items: items.map((row) => ({ id: String(row) })),
      next: after.length > perPage ? String(items.at(-1)) : null,
    };
  };
  return { asked, fetchPage };
}

async function opened(rows: number[], pages: number) {
  const client = new QueryClient();
  const server = listOf(rows);
  const queryKey = ['directives', {}];
  await client.fetchInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => server.fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Awaited<ReturnType<typeof server.fetchPage>>) => page.next ?? undefined,
    pages,
  });
  const list: LongList = { queryKey, fetchPage: server.fetchPage, inView: [0, 5], stale: new Set() };
  const forget = keepLongList(list);
  const shown = () =>
    rowsOf(client.getQueryData<{ pages: { items: { id: string }[] }[] }>(queryKey)?.pages ?? []).map(
      ({ id }) => Number(id),
    );
  server.asked.length = 0;
  return { client, list, shown, forget, asked: server.asked };
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test('a change deep in a list asks for what counts and what is in view, not for every page', async () => {
  const rows = upTo(300);
  const { client, list, shown, forget, asked } = await opened(rows, 20);
  await seeRows(client, list, 150, 155);
  rows.splice(152, 1);
  await lookAgain(client, [['directives']]);
  expect(asked).toEqual([undefined, '149']);
  expect(shown().slice(148)).toEqual([148, 149, 150, 151, 153, 154, 155, 156, 157, 158, 159, 160]);
  forget();
});

test('rows above are asked for when they are seen, and no row falls between two pages', async () => {
  const rows = upTo(300);
  const { client, list, shown, forget, asked } = await opened(rows, 20);
  await seeRows(client, list, 150, 155);
  rows.splice(70, 25);
  await lookAgain(client, [['directives']]);
  asked.length = 0;
  await seeRows(client, list, 68, 72);
  expect(asked).toEqual([undefined, '59', '69']);
  expect(shown()).toEqual([...upTo(70), ...upTo(105).slice(95)]);
  forget();
});

test('other lists under the key are asked again as ever', async () => {
  const { client, forget } = await opened(upTo(30), 3);
  let times = 0;
  await client.fetchQuery({ queryKey: ['directives', 'board'], queryFn: () => (times += 1) });
  await lookAgain(client, [['directives']]);
  expect(client.getQueryState(['directives', 'board'])?.isInvalidated).toBe(true);
  forget();
});
