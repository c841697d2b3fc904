import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type DirectiveFilter, filterToQuery } from '../../domain/directives/filter.ts';
import { listDirectives } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { client, useMay } from '../api/client.ts';
import { keepLongList, type LongList, rowsOf, seeRows } from '../api/long-list.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { AsOfNote } from './as-of.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { DirectivePanel } from './directive-panel.tsx';
import { DirectiveTable } from './directive-table.tsx';
import { FigureNote } from './figure-note.tsx';
import { FilterBar } from './filter-bar.tsx';
import { allToggled, nothingChosen, type Selection, toggled } from './selection.ts';
import { DirectiveCounts } from './state-counts.tsx';
import { filterOf, searchOf, useFilter } from './use-filter.ts';
import { DirectivesHead } from './views/head.tsx';
import { tablePicture } from './views/picture.ts';
import { PrintTable } from './views/print.tsx';
import { directiveWords } from './words.ts';
import './directives.css';

/** Directives by filter: every state of the list, and the one open beside it, is an address. */
export function DirectivesPage() {
  const said = useWords(directiveWords);
  const may = useMay();
  const { filter } = useFilter();
  const { open } = useSearch({ strict: false });
  const navigate = useNavigate();
  useTitle(said.title);
  const list = useInfiniteQuery({
    queryKey: ['directives', filter],
    queryFn: ({ pageParam, signal }) => pageOf(filter, pageParam, signal),
    // Coming back to the window is heard by the frame, which asks for what is in view only.
    refetchOnWindowFocus: false,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const first = list.data?.pages[0];
  const rows = rowsOf(list.data?.pages ?? []);
  const onView = useLongList(filter);
  const [selection, setSelection] = useSelection(filter);
  const order = rows.map(({ id }) => id);
  const mayAct = may('directive.act') && filter.asOf === undefined;
  const filtered = Object.keys(searchOf(filter)).length > 0;
  useKeys(
    { Escape: () => void navigate({ to: '/directives', search: searchOf(filter) }) },
    { active: open !== undefined },
  );
  return (
    <div className="page wide directives">
      <DirectivesHead total={first?.total} picture={() => tablePicture(rows)} />
      <PrintTable rows={rows} />
      {!list.isError && <DirectiveCounts filter={filter} counts={first?.counts} />}
      <FilterBar />
      <AsOfNote day={filter.asOf} />
      {mayAct && <BulkBar ids={[...selection.ids]} onClear={() => setSelection(nothingChosen)} />}
      <FigureNote />
      <div className={open ? 'list-and-panel open' : 'list-and-panel'}>
        <section className="card list" aria-label={said.title} aria-busy={list.isFetching}>
          {list.isPending && <Skeleton rows={12} />}
          {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && <Nothing filtered={filtered} />}
          {rows.length > 0 && (
            <DirectiveTable
              rows={rows}
              total={first?.total}
              filter={filter}
              open={open}
              selection={mayAct ? selection : null}
              onChoose={(id, range) => setSelection((before) => toggled(before, id, order, range))}
              onChooseAll={() => setSelection((before) => allToggled(before, order))}
              onView={onView}
              onEnd={() => {
                if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
              }}
            />
          )}
          {list.isFetchingNextPage && (
            <p className="small quiet more-loading" role="status">
              {said.moreLoading}
            </p>
          )}
        </section>
        {open && (
          <DirectivePanel
            key={open}
            id={open}
            asOf={filter.asOf}
            onClose={() => void navigate({ to: '/directives', search: searchOf(filter) })}
          />
        )}
      </div>
    </div>
  );
}

const pageOf = (filter: DirectiveFilter, cursor: string | undefined, signal?: AbortSignal) =>
  call(listDirectives, { query: { ...filter, cursor, limit: 100 } }, { signal });

/** Makes the list known to whoever asks for news; gives how it hears which rows are in view. */
function useLongList(filter: DirectiveFilter): (first: number, last: number) => void {
  const under = filterToQuery(filter).toString();
  const list = useMemo<LongList>(() => {
    const same = filterOf(Object.fromEntries(new URLSearchParams(under)));
    return {
      queryKey: ['directives', same],
      fetchPage: (cursor) => pageOf(same, cursor),
      inView: [0, 0],
      stale: new Set(),
    };
  }, [under]);
  useEffect(() => keepLongList(list), [list]);
  return useCallback((first, last) => void seeRows(client, list, first, last), [list]);
}

/** What is chosen under a filter; another filter begins with nothing. */
function useSelection(filter: DirectiveFilter) {
  const under = filterToQuery(filter).toString();
  const [kept, setKept] = useState({ under, selection: nothingChosen });
  const selection = kept.under === under ? kept.selection : nothingChosen;
  const change = (next: Selection | ((before: Selection) => Selection)) =>
    setKept({ under, selection: typeof next === 'function' ? next(selection) : next });
  return [selection, change] as const;
}

/** No directive at all, or none under the filter, and what to do then. */
export function Nothing({ filtered }: { filtered: boolean }) {
  const said = useWords(directiveWords);
  const may = useMay();
  return filtered ? (
    <Empty title={said.noneFound}>
      <Link to="/directives" search={{}} activeOptions={{ exact: true }} className="button">
        {said.clear}
      </Link>
    </Empty>
  ) : (
    <Empty title={said.none}>
      <p>{said.noneHint}</p>
      {may('intake.review') && (
        <Link to="/intake" className="button primary">
          {said.receive}
        </Link>
      )}
    </Empty>
  );
}
