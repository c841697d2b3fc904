import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

/** A page of a list, with the cursor behind its last row. */
interface Page {
  items: readonly { id: string }[];
  next: string | null;
}

type Pages<One extends Page = Page> = InfiniteData<One, string | undefined>;

/** A list on the screen of which pages came as somebody scrolled: asked again, it asks for what is in view only. */
export interface LongList {
  queryKey: QueryKey;
  fetchPage: (cursor: string | undefined) => Promise<Page>;
  /** First and last row in view. */
  inView: [number, number];
  /** Pages that were not asked for again since something changed. */
  stale: Set<number>;
}

const lists = new Set<LongList>();

/** Makes a list known as long as it is on the screen; gives how it is forgotten. */
export function keepLongList(list: LongList): () => void {
  lists.add(list);
  return () => lists.delete(list);
}

/** Rows of all pages, each once: a row that moved while pages came stands where it was found first. */
export function rowsOf<Row extends { id: string }>(pages: readonly { items: readonly Row[] }[]): Row[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values()];
}

/** Asks again for everything under these keys; of long lists only for the first page, which counts, and those in view. */
export async function lookAgain(client: QueryClient, queryKeys: readonly QueryKey[]): Promise<void> {
  const long = [...lists].filter(({ queryKey: [root] }) => queryKeys.some(([one]) => one === root));
  const isLong = (hash: string) =>
    long.some(({ queryKey }) => client.getQueryCache().find({ queryKey, exact: true })?.queryHash === hash);
  await Promise.all([
    ...queryKeys.map((queryKey) =>
      client.invalidateQueries({ queryKey, predicate: ({ queryHash }) => !isLong(queryHash) }),
    ),
    ...long.map((list) => refresh(client, list)),
  ]);
}

/** Rows have come into view: pages among them that are stale are asked for. */
export async function seeRows(
  client: QueryClient,
  list: LongList,
  first: number,
  last: number,
): Promise<void> {
  list.inView = [first, last];
  const pages = client.getQueryData<Pages>(list.queryKey)?.pages ?? [];
  const [from, to] = pagesAround(pages, list.inView);
  for (let page = from; page <= to; page += 1)
    if (list.stale.has(page)) {
      list.stale.clear();
      return refresh(client, list);
    }
}

/** First and last page of the rows in view. */
function pagesAround(pages: readonly Page[], [first, last]: LongList['inView']): [number, number] {
  const pageOf = (row: number) => {
    let rest = row;
    for (const [at, { items }] of pages.entries()) {
      if (rest < items.length) return at;
      rest -= items.length;
    }
    return Math.max(0, pages.length - 1);
  };
  return [pageOf(first), pageOf(last)];
}

/** Which refreshing of a list is the latest: an earlier one that ends later changes nothing. */
const latest = new WeakMap<LongList, symbol>();

/**
 * Pages in view anew, each from the end of the one before, so that no row falls between two. Those above stay until
 * they are seen; those below are dropped and come again on the way down.
 */
async function refresh(client: QueryClient, list: LongList): Promise<void> {
  const { queryKey, fetchPage } = list;
  const turn = Symbol('refresh');
  latest.set(list, turn);
  await client.cancelQueries({ queryKey, exact: true });
  const known = client.getQueryData<Pages>(queryKey)?.pages;
  if (!known) return client.invalidateQueries({ queryKey, exact: true });
  const [from, to] = pagesAround(known, list.inView);
  const pages: Page[] = [await fetchPage(undefined), ...known.slice(1, from)];
  for (let next = pages.at(-1)?.next; pages.length <= to && next; next = pages.at(-1)?.next)
    pages.push(await fetchPage(next));
  if (latest.get(list) !== turn) return;
  list.stale = new Set(pages.keys().filter((page) => page > 0 && page < from));
  client.setQueryData<Pages>(queryKey, {
    pages,
    pageParams: pages.map((_, at) => (at === 0 ? undefined : (pages[at - 1]?.next ?? undefined))),
  });
}
