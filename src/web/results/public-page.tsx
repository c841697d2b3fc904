import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listPublicResults, type PublicResult, type PublicResults } from '../../features/results/contract.ts';
import { call } from '../api/call.ts';
import { PublicFrame } from '../calls/public-frame.tsx';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { resultWords } from './words.ts';
import './results.css';

/** What stands in the address. */
type Asked = Partial<Record<'agency' | 'q' | 'field', string> & Record<'year' | 'page', number>>;

/** Results in use, for whoever looks; nobody signs in. */
export function PublicResultsPage() {
  const said = useWords(resultWords);
  useTitle(said.title);
  const { agency, q, field, year, page } = useSearch({ strict: false }) as Asked;
  const asked: Asked = { agency, q, field, year, page };
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['public-results', asked],
    queryFn: ({ signal }) => call(listPublicResults, { query: asked }, { signal }),
    placeholderData: keepPreviousData,
  });
  const ask = (part: Asked) =>
    void navigate({ to: '/public/results', search: { ...asked, page: undefined, ...part } });
  const { data } = found;
  return (
    <PublicFrame>
      <header className="stack tight">
        {data?.agency && <p className="quiet">{data.agency.name}</p>}
        <h1>{said.title}</h1>
        <p className="quiet">{said.lead}</p>
      </header>
      {found.isPending && <Skeleton rows={4} height={80} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {data &&
        (data.agency === null ? (
          <Empty title={said.nothing} />
        ) : (
          <Results data={data} asked={asked} ask={ask} />
        ))}
    </PublicFrame>
  );
}

function Results({ data, asked, ask }: { data: PublicResults; asked: Asked; ask: (part: Asked) => void }) {
  const said = useWords(resultWords);
  const { items, total, page, pages } = data;
  return (
    <>
      <Filters data={data} asked={asked} ask={ask} />
      <p className="small quiet" role="status">
        {said.total(showNumber(total))}
      </p>
      {items.length === 0 && (
        <Empty title={said.none}>
          <p>{said.noneHint}</p>
        </Empty>
      )}
      <ul className="plain stack">
        {items.map((one) => (
          <li key={one.id} className="card padded result-card">
            <Result one={one} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className="row apart" aria-label={said.pages}>
          <Button disabled={page <= 1} onClick={() => ask({ page: page - 1 })}>
            {said.before}
          </Button>
          <span className="small">{said.pageOf(showNumber(page), showNumber(pages))}</span>
          <Button disabled={page >= pages} onClick={() => ask({ page: page + 1 })}>
            {said.next}
          </Button>
        </nav>
      )}
    </>
  );
}

function Filters({ data, asked, ask }: { data: PublicResults; asked: Asked; ask: (part: Asked) => void }) {
  const said = useWords(resultWords);
  return (
    <div className="result-filters">
      {data.agencies.length > 1 && (
        <SelectField
          label={said.agency}
          value={data.agency?.id ?? ''}
          onChange={({ target }) => ask({ agency: target.value, field: undefined, year: undefined })}
          options={data.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SearchForm key={asked.q ?? ''} q={asked.q} label={said.search} onSearch={(q) => ask({ q })} />
      <SelectField
        label={said.field}
        labelHidden
        value={asked.field ?? ''}
        onChange={({ target }) => ask({ field: target.value || undefined })}
        options={[
          { value: '', label: said.allFields },
          ...data.fields.map((one) => ({ value: one, label: one })),
        ]}
      />
      <SelectField
        label={said.year}
        labelHidden
        value={asked.year === undefined ? '' : String(asked.year)}
        onChange={({ target }) => ask({ year: target.value === '' ? undefined : Number(target.value) })}
        options={[
          { value: '', label: said.allYears },
          ...data.years.map((one) => ({ value: String(one), label: said.recognised(one) })),
        ]}
      />
    </div>
  );
}

function Result({ one }: { one: PublicResult }) {
  const said = useWords(resultWords);
  const { title, code, field, host, investigator, year, applied, reports } = one;
  return (
    <>
      <h2>{title}</h2>
      <p className="small quiet">{[host, code, field].filter(Boolean).join(' · ')}</p>
      <p className="row tags">
        <span className="badge fine">{said.recognised(year)}</span>
        {investigator && (
          <span className="small">
            {said.investigator}: {investigator}
          </span>
        )}
      </p>
      <dl className="facts">
        <dt>{said.appliedAt}</dt>
        <dd>
          <ul className="plain">
            {applied.map(({ on, where }) => (
              <li key={on + where} className="lines">
                {where} <span className="small quiet">{said.since(showDay(on))}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{said.reports}</dt>
        <dd>{reports.length > 0 ? reports.map(showDay).join(', ') : said.noReports}</dd>
      </dl>
    </>
  );
}
