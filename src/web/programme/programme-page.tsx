import { IconDownload, IconFileImport, IconPlus, IconRubberStamp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ProgrammeFilter } from '../../domain/programme/filter.ts';
import { ItemState } from '../../domain/programme/item.ts';
import { exportProgramme, getProgramme, type Programme } from '../../features/programme/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { filterOf, searchOf } from '../planning/address.ts';
import { PlanFilters } from '../planning/plan-filters.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { ApproveDialog } from './act-dialogs.tsx';
import { Months } from './months.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { programmeWords } from './words.ts';
import '../directives/directives.css';
import './programme.css';

/** The year as twelve months: plan against result; every state of it is an address. */
export function ProgrammePage() {
  const said = useWords(programmeWords);
  const session = useSession();
  const filter = filterOf(ProgrammeFilter, useSearch({ strict: false }));
  const year = filter.year ?? Number(session.today.slice(0, 4));
  const [doing, setDoing] = useState<'add' | 'approve' | null>(null);
  useTitle(said.titleOf(year));
  const found = useQuery({
    queryKey: ['directives', 'programme', 'list', filter],
    queryFn: ({ signal }) => call(getProgramme, { query: filter }, { signal }),
    placeholderData: (before) => before,
  });
  const { data } = found;
  const { year: _, ...rest } = filter;
  const filtered = Object.keys(rest).length > 0;
  const shownMonth = data?.asOf.startsWith(`${year}-`) ? Number(data.asOf.slice(5, 7)) : null;
  return (
    <div className="page programme-page">
      <Head data={data} filter={filter} year={year} onDo={setDoing} />
      <States filter={filter} data={data} />
      <PlanFilters to="/programme" filter={filter} year={year} years={data?.years ?? []}>
        <OnlyMoved filter={filter} data={data} />
      </PlanFilters>
      <div aria-busy={found.isFetching}>
        {found.isPending && <Skeleton rows={8} height={60} />}
        {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
        {data?.items.length === 0 && (
          <section className="card">
            <Empty title={filtered ? said.noneFound : said.none(year)}>
              <p>{filtered ? said.purpose : said.noneHint}</p>
            </Empty>
          </section>
        )}
        {data && data.items.length > 0 && (
          <Months items={data.items} asOf={filter.asOf} thisMonth={shownMonth} filtered={filtered} />
        )}
      </div>
      {doing === 'add' && (
        <PlanDialog year={year} approved={Boolean(data?.approval)} onClose={() => setDoing(null)} />
      )}
      {doing === 'approve' && <ApproveDialog year={year} onClose={() => setDoing(null)} />}
    </div>
  );
}

function Head({
  data,
  filter,
  year,
  onDo,
}: {
  data: Programme | undefined;
  filter: ProgrammeFilter;
  year: number;
  onDo: (doing: 'add' | 'approve') => void;
}) {
  const said = useWords(programmeWords);
  return (
    <header className="page-head">
      <div>
        <h1>{said.titleOf(year)}</h1>
        <p className="quiet" role="status">
          {data && said.count(showNumber(data.items.length))}
          {filter.asOf && ` · ${said.asOfHint(showDay(filter.asOf))}`}
        </p>
        {data && data.items.length > 0 && (
          <p className="small quiet">{data.approval ? <Approval approval={data.approval} /> : said.draft}</p>
        )}
      </div>
      <div className="row">
        <a className="button" href={addressOf(exportProgramme, { query: filter })} download>
          <IconDownload size={18} aria-hidden /> {said.excel}
        </a>
        {data?.abilities.bringIn === true && (
          <Link to="/programme/import" search={{ year: String(year) }} className="button">
            <IconFileImport size={18} aria-hidden /> {said.bringIn}
          </Link>
        )}
        {data?.abilities.approve === true && (
          <AbleButton ability={data.abilities.approve} onClick={() => onDo('approve')}>
            <IconRubberStamp size={18} aria-hidden /> {said.approve}
          </AbleButton>
        )}
        <AbleButton ability={data?.abilities.add} kind="primary" onClick={() => onDo('add')}>
          <IconPlus size={18} aria-hidden /> {said.add}
        </AbleButton>
      </div>
    </header>
  );
}

function Approval({ approval }: { approval: NonNullable<Programme['approval']> }) {
  const said = useWords(programmeWords);
  const { on, document } = approval;
  return (
    <>
      {said.approved(showDay(on))}{' '}
      {document.documentId === null ? (
        document.words
      ) : (
        <Link to="/documents/$id" params={{ id: document.documentId }}>
          {document.words}
        </Link>
      )}
    </>
  );
}

function States({ filter, data }: { filter: ProgrammeFilter; data: Programme | undefined }) {
  const said = useWords(programmeWords);
  return (
    <ul className="plain state-counts">
      {ItemState.options.map((state) => {
        const chosen = filter.state?.includes(state) ?? false;
        return (
          <li key={state}>
            <Link
              to="/programme"
              search={searchOf({ ...filter, state: chosen ? undefined : [state] })}
              className={`state-count ${state}`}
              aria-current={chosen ? 'true' : undefined}
            >
              <strong className={data?.counts[state] ? '' : 'zero'}>{data ? data.counts[state] : '·'}</strong>
              <span>{said.state[state]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Only what was moved; how much that is stands beside it. */
function OnlyMoved({ filter, data }: { filter: ProgrammeFilter; data: Programme | undefined }) {
  const said = useWords(programmeWords);
  const navigate = useNavigate();
  const moved = data?.moved ?? { items: 0, times: 0 };
  return (
    <label className="check moved-only">
      <input
        type="checkbox"
        checked={filter.moved !== undefined}
        onChange={(event) =>
          void navigate({
            to: '/programme',
            search: searchOf({ ...filter, moved: event.target.checked ? 'true' : undefined }),
            replace: true,
          })
        }
      />
      {said.onlyMoved} ({said.movedWords(moved.items, moved.times)})
    </label>
  );
}
