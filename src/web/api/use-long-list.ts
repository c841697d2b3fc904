import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { client } from './client.ts';
import { keepLongList, type LongList, rowsOf, seeRows } from './long-list.ts';

interface Page {
  items: readonly { id: string }[];
  next: string | null;
}

/**
 * A list whose pages come as one scrolls, and of which only what is in view is asked for again when something changes.
 * @param queryKey its key, of what JSON can hold
 */
export function useLongList<One extends Page>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: string | undefined, signal?: AbortSignal) => Promise<One>,
) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    // Coming back to the window is heard by the frame, which asks for what is in view only.
    refetchOnWindowFocus: false,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const latest = useRef(fetchPage);
  latest.current = fetchPage;
  const key = JSON.stringify(queryKey);
  const kept = useMemo<LongList>(() => {
    const fetchAgain = latest.current;
    return {
      queryKey: JSON.parse(key) as readonly unknown[],
      fetchPage: (cursor) => fetchAgain(cursor),
      inView: [0, 0],
      stale: new Set(),
    };
  }, [key]);
  useEffect(() => keepLongList(kept), [kept]);
  const pages = list.data?.pages ?? [];
  return {
    list,
    first: pages[0],
    rows: rowsOf<One['items'][number]>(pages),
    onView: useCallback((from: number, to: number) => void seeRows(client, kept, from, to), [kept]),
    onEnd: () => {
      if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    },
  };
}
