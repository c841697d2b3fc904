import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TargetFilter } from '../../domain/targets/filter.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import { exportTargets, listTargets, type TargetRow } from '../../features/targets/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetTable } from './target-table.tsx';
import { targetWords } from './words.ts';
import '../directives/directives.css';
import './targets.css';

const searchOf = (filter: TargetFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && String(value) !== '')
      .map(([name, value]) => [name, String(value)]),
  );

/** The filter of the address; what is not one is left out. */
function filterOf(search: Record<string, unknown>): TargetFilter {
  const entries = Object.entries(TargetFilter.shape).map(([name, shape]) => {
    const read = shape.safeParse(search[name] === '' ? undefined : search[name]);
    return [name, read.success ? read.data : undefined] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Targets of a year: plan against result; every state of the list is an address. */
export function TargetsPage() {
  const said = useWords(targetWords);
  const session = useSession();
  const filter = filterOf(useSearch({ strict: false }));
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
      <FilterBar filter={filter} year={year} years={data?.years ?? []} filtered={filtered} />
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

function FilterBar({
  filter,
  year,
  years,
  filtered,
}: {
  filter: TargetFilter;
  year: number;
  years: readonly number[];
  filtered: boolean;
}) {
  const said = useWords(targetWords);
  const { today } = useSession();
  const { data: units = [] } = useUnits();
  const navigate = useNavigate();
  const change = (part: Partial<TargetFilter>) =>
    void navigate({ to: '/targets', search: searchOf({ ...filter, ...part }), replace: true });
  const running = Number(today.slice(0, 4));
  const all = [...new Set([running + 1, running, year, ...years])].toSorted((a, b) => b - a);
  return (
    <Filters>
      <SelectField
        label={said.year}
        labelHidden
        value={year}
        onChange={(event) => change({ year: Number(event.target.value) })}
        options={all.map((one) => ({ value: String(one), label: `${said.year} ${one}` }))}
      />
      <SelectField
        label={said.unitFilter}
        labelHidden
        value={filter.unit ?? ''}
        onChange={(event) => change({ unit: event.target.value || undefined })}
        options={[
          { value: '', label: said.anyUnit },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="day-filter">
        <DayField
          key={filter.asOf}
          label={said.asOf}
          initial={filter.asOf}
          onDay={(asOf) => change({ asOf })}
        />
      </div>
      {filtered && (
        <Link to="/targets" search={searchOf({ year: filter.year })} className="button bare">
          {said.clear}
        </Link>
      )}
    </Filters>
  );
}
