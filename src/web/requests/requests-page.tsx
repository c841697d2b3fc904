import { IconMessageQuestion, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { RequestFilter, RequestState } from '../../domain/requests/request.ts';
import { listRequests } from '../../features/requests/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { AddFigure } from '../figures/add-figure.tsx';
import { Figure } from '../figures/figure.tsx';
import { StateCounts } from '../figures/state-counts.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { AskDialog, speakingUnits } from './ask-dialog.tsx';
import { RequestList } from './request-list.tsx';
import { requestWords } from './words.ts';
import '../directives/directives.css';

type Search = Record<string, string>;

const searchOf = (filter: RequestFilter): Search =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && String(value) !== '')
      .map(([name, value]) => [name, String(value)]),
  );

/** The filter of the address; what is not one is left out. */
function filterOf(search: Record<string, unknown>): RequestFilter {
  const entries = Object.entries(RequestFilter.shape).map(([name, shape]) => {
    const value = search[name] === '' ? undefined : search[name];
    const read = shape.safeParse(value);
    return [name, read.success ? read.data : undefined] as const;
  });
  return RequestFilter.parse(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

/** Questions between units by filter; every state of the list is an address. */
export function RequestsPage() {
  const said = useWords(requestWords);
  const { more } = useWords(common);
  const session = useSession();
  const filter = filterOf(useSearch({ strict: false }));
  const [asking, setAsking] = useState(false);
  useTitle(said.title);
  const list = useInfiniteQuery({
    queryKey: ['directives', 'requests', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listRequests, { query: { ...filter, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(searchOf(filter)).length > 0;
  const mayAsk = speakingUnits(session).length > 0;
  return (
    <div className="page request-page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet" role="status">
            {first?.total !== undefined && (
              <Figure
                value={first.total}
                door={{ to: '/requests', search: searchOf(filter) }}
                className="here"
                current
              >
                {said.count}
              </Figure>
            )}
          </p>
        </div>
        <div className="row">
          <AddFigure family="requests" query={new URLSearchParams(searchOf(filter)).toString()} />
          {mayAsk && (
            <Button kind="primary" onClick={() => setAsking(true)}>
              <IconMessageQuestion size={18} aria-hidden /> {said.ask}
            </Button>
          )}
        </div>
      </header>
      <StateCounts
        states={RequestState.options}
        names={said.state}
        tones={{ late: 'overdue' }}
        counts={first?.counts}
        chosen={filter.state}
        door={(state) => ({ to: '/requests', search: searchOf({ ...filter, state }) })}
      />
      <FilterBar filter={filter} />
      <section className="card" aria-label={said.title} aria-busy={list.isFetching}>
        {list.isPending && <Skeleton rows={6} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <Empty title={filtered ? said.noneFound : said.none}>
            {filtered ? (
              <Link to="/requests" search={{}} activeOptions={{ exact: true }} className="button">
                {said.clear}
              </Link>
            ) : (
              <p>{mayAsk ? said.noneHint : said.purpose}</p>
            )}
          </Empty>
        )}
        {rows.length > 0 && <RequestList requests={rows} />}
      </section>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function FilterBar({ filter }: { filter: RequestFilter }) {
  const said = useWords(requestWords);
  const { data: units = [] } = useUnits();
  const navigate = useNavigate();
  const change = (part: Partial<RequestFilter>) =>
    void navigate({ to: '/requests', search: searchOf({ ...filter, ...part }), replace: true });
  const unitField = (name: 'from' | 'to', label: string, any: string) => (
    <SelectField
      label={label}
      labelHidden
      value={filter[name] ?? ''}
      onChange={(event) => change({ [name]: event.target.value || undefined })}
      options={[
        { value: '', label: any },
        ...units.map(({ id, name: unit }) => ({ value: id, label: unit })),
      ]}
    />
  );
  return (
    <Filters>
      <SelectField
        label={said.mine}
        labelHidden
        value={filter.mine ?? ''}
        onChange={(event) => change({ mine: RequestFilter.shape.mine.safeParse(event.target.value).data })}
        options={[
          { value: '', label: said.everyone },
          { value: 'to-answer', label: said.toAnswer },
          { value: 'asked', label: said.byUs },
        ]}
      />
      {unitField('from', said.from, said.anyFrom)}
      {unitField('to', said.to, said.anyTo)}
      <div className="day-filter">
        <DayField
          key={filter.asOf}
          label={said.asOf}
          initial={filter.asOf}
          onDay={(asOf) => change({ asOf })}
        />
      </div>
      {filter.directive && (
        <Link className="badge blue" to="/requests" search={searchOf({ ...filter, directive: undefined })}>
          {said.oneDirective} <IconX size={14} aria-hidden />
        </Link>
      )}
      {Object.keys(searchOf(filter)).length > 0 && (
        <Link to="/requests" search={{}} activeOptions={{ exact: true }} className="button bare">
          {said.clear}
        </Link>
      )}
    </Filters>
  );
}
