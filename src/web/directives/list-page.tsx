import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type DirectiveFilter, filterToQuery } from '../../domain/directives/filter.ts';
import { listDirectives } from '../../features/directives/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { useLongList } from '../api/use-long-list.ts';
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
import { searchOf, useFilter } from './use-filter.ts';
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
  const { list, first, rows, onView, onEnd } = useLongList(['directives', filter], (cursor, signal) =>
    call(listDirectives, { query: { ...filter, cursor, limit: 100 } }, { signal }),
  );
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
              onEnd={onEnd}
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
