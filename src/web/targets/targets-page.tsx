import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TargetFilter } from '../../domain/targets/filter.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import { exportTargets, listTargets, type TargetRow } from '../../features/targets/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { filterOf, searchOf } from '../planning/address.ts';
import { PlanFilters } from '../planning/plan-filters.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetTable } from './target-table.tsx';
import { targetWords } from './words.ts';
import '../directives/directives.css';
import './targets.css';

/** Targets of a year: plan against result; every state of the list is an address. */
export function TargetsPage() {
  const said = useWords(targetWords);
  const session = useSession();
  const filter = filterOf(TargetFilter, useSearch({ strict: false }));
  const year = filter.year ?? Number(session.today.slice(0, 4));
  const [assigning, setAssigning] = useState(false);
  const [reporting, setReporting] = useState<TargetRow | null>(null);
  useTitle(said.titleOf(year));
  const list = useQuery({
    queryKey: ['directives', 'targets', 'list', filter],
    queryFn: ({ signal }) => call(listTargets, { query: filter }, { signal }),
    placeholderData: (before) => before,
  });
  const { data } = list;
  const filtered = filter.unit !== undefined || filter.state !== undefined || filter.asOf !== undefined;
  return (
    <div className="page targets-page">
      <header className="page-head">
        <div>
          <h1>{said.titleOf(year)}</h1>
          <p className="quiet" role="status">
            {data && said.count(showNumber(data.items.length))}
            {filter.asOf && ` · ${said.asOfHint(showDay(filter.asOf))}`}
          </p>
        </div>
        <div className="row">
          <a className="button" href={addressOf(exportTargets, { query: filter })} download>
            <IconDownload size={18} aria-hidden /> {said.excel}
          </a>
          <AbleButton ability={data?.abilities.assign} kind="primary" onClick={() => setAssigning(true)}>
            <IconPlus size={18} aria-hidden /> {said.assign}
          </AbleButton>
        </div>
      </header>
      <States filter={filter} counts={data?.counts} />
      <PlanFilters to="/targets" filter={filter} year={year} years={data?.years ?? []} />
      <section className="card" aria-label={said.titleOf(year)} aria-busy={list.isFetching}>
        {list.isPending && <Skeleton rows={6} height={60} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {data?.items.length === 0 && (
          <Empty title={filtered ? said.noneFound : said.none(year)}>
            <p>{filtered ? said.purpose : said.noneHint}</p>
          </Empty>
        )}
        {data && data.items.length > 0 && (
          <TargetTable targets={data.items} asOf={filter.asOf} shownDay={data.asOf} onReport={setReporting} />
        )}
      </section>
      {assigning && <AssignDialog year={year} onClose={() => setAssigning(false)} />}
      {reporting && <ReportDialog target={reporting} onClose={() => setReporting(null)} />}
    </div>
  );
}

function States({
  filter,
  counts,
}: {
  filter: TargetFilter;
  counts: Record<TargetState, number> | undefined;
}) {
  const said = useWords(targetWords);
  return (
    <ul className="plain state-counts">
      {TargetState.options.map((state) => {
        const chosen = filter.state?.includes(state) ?? false;
        return (
          <li key={state}>
            <Link
              to="/targets"
              search={searchOf({ ...filter, state: chosen ? undefined : [state] })}
              className={`state-count ${state === 'failed' ? 'overdue' : state === 'late' ? 'due-soon' : state}`}
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
