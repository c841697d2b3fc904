import { IconDownload, IconFileImport, IconPlus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftFilter } from '../../domain/drafts/filter.ts';
import { DraftState } from '../../domain/drafts/standing.ts';
import { type DraftList, exportDrafts, listDrafts } from '../../features/drafts/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { filterOf, searchOf } from '../planning/address.ts';
import { PlanFilters } from '../planning/plan-filters.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { Board } from './board.tsx';
import { DraftTable } from './draft-table.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { draftWords } from './words.ts';
import '../directives/directives.css';
import './drafts.css';

/** The schedule of a year: where each draft stands, planned against what happened. */
export function DraftsPage() {
  const said = useWords(draftWords);
  const session = useSession();
  const filter = filterOf(DraftFilter, useSearch({ strict: false }));
  const year = filter.year ?? Number(session.today.slice(0, 4));
  const [planning, setPlanning] = useState(false);
  useTitle(said.titleOf(year));
  const list = useQuery({
    queryKey: ['directives', 'drafts', 'list', filter],
    queryFn: ({ signal }) => call(listDrafts, { query: filter }, { signal }),
    placeholderData: (before) => before,
  });
  const { data } = list;
  const { year: _, ...rest } = filter;
  const filtered = Object.keys(rest).length > 0;
  return (
    <div className="page drafts-page">
      <header className="page-head">
        <div>
          <h1>{said.titleOf(year)}</h1>
          <p className="quiet" role="status">
            {data && said.count(data.items.length)}
            {filter.asOf && ` · ${said.asOfHint(showDay(filter.asOf))}`}
          </p>
        </div>
        <div className="row">
          <Link to="/drafts/superior" search={{ asOf: filter.asOf }} className="button">
            <IconScale size={18} aria-hidden /> {said.superior}
          </Link>
          <a className="button" href={addressOf(exportDrafts, { query: filter })} download>
            <IconDownload size={18} aria-hidden /> {said.excel}
          </a>
          {data?.abilities.plan === true && (
            <Link to="/drafts/import" search={{ year: String(year) }} className="button">
              <IconFileImport size={18} aria-hidden /> {said.bringIn}
            </Link>
          )}
          <AbleButton ability={data?.abilities.plan} kind="primary" onClick={() => setPlanning(true)}>
            <IconPlus size={18} aria-hidden /> {said.plan}
          </AbleButton>
        </div>
      </header>
      <States filter={filter} counts={data?.counts} />
      <PlanFilters to="/drafts" filter={filter} year={year} years={data?.years ?? []} />
      {list.isPending && <Skeleton rows={8} height={60} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {data?.items.length === 0 && (
        <section className="card">
          <Empty title={filtered ? said.noneFound : said.none(year)}>
            <p>{filtered ? said.purpose : said.noneHint}</p>
          </Empty>
        </section>
      )}
      {data && data.items.length > 0 && (
        <div className="stack" aria-busy={list.isFetching}>
          <Board drafts={data.items} asOf={filter.asOf} />
          <section className="card" aria-label={said.titleOf(year)}>
            <DraftTable drafts={data.items} year={year} asOf={filter.asOf} />
          </section>
        </div>
      )}
      {planning && <PlanDialog year={year} onClose={() => setPlanning(false)} />}
    </div>
  );
}

const tones: Partial<Record<DraftState, string>> = { late: 'overdue', 'issued-late': 'due-soon' };

function States({
  filter,
  counts,
}: {
  filter: Partial<DraftFilter>;
  counts: DraftList['counts'] | undefined;
}) {
  const said = useWords(draftWords);
  return (
    <ul className="plain state-counts">
      {DraftState.options.map((state) => {
        const chosen = filter.state?.includes(state) ?? false;
        return (
          <li key={state}>
            <Link
              to="/drafts"
              search={searchOf({ ...filter, state: chosen ? undefined : [state] })}
              className={`state-count ${tones[state] ?? state}`}
              aria-current={chosen ? 'true' : undefined}
            >
              <strong className={counts?.[state] ? '' : 'zero'}>{counts ? counts[state] : '·'}</strong>
              <span>{said.state[state]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
