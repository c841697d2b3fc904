import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { documentKinds } from '../../domain/documents/kinds.ts';
import { type DocumentRow, exportDocuments, listDocuments } from '../../features/documents/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useMay, useSession } from '../api/client.ts';
import { AddFigure } from '../figures/add-figure.tsx';
import { Figure } from '../figures/figure.tsx';
import { common } from '../i18n/common.ts';
import { asHeading, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { documentWords } from './words.ts';
import './document.css';

/** The register of documents in and out; its filter stands in the address. */
export function RegisterPage() {
  const said = useWords(documentWords);
  const { more } = useWords(common);
  const may = useMay();
  const filter = useFilter();
  useTitle(said.title);
  const list = useInfiniteQuery({
    queryKey: ['documents', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listDocuments, { query: { ...filter, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  return (
    <div className="page wide">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet" role="status">
            {total !== undefined && (
              <Figure
                value={total}
                door={{ to: '/documents', search: searchOf({ ...filter }) }}
                className="here"
                current
              >
                {said.count}
              </Figure>
            )}
          </p>
        </div>
        <span className="row">
          <AddFigure family="documents" query={new URLSearchParams(searchOf({ ...filter })).toString()} />
          <a className="button" href={addressOf(exportDocuments, { query: filter })} download>
            <IconDownload size={18} aria-hidden /> {said.export}
          </a>
          {may('document.register') && (
            <Link className="button" to="/documents/new">
              <IconPlus size={18} aria-hidden /> {said.byHand}
            </Link>
          )}
          {may('intake.review') && (
            <Link className="button primary" to="/intake">
              {said.receive}
            </Link>
          )}
        </span>
      </header>
      <FilterBar filter={filter} />
      <div className="card">
        {list.isPending && <Skeleton rows={8} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <Nothing filtered={Object.keys(filter).length > 0} />}
        {rows.length > 0 && <Rows rows={rows} />}
      </div>
      {list.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {more}
        </button>
      )}
    </div>
  );
}

interface Filter {
  q?: string;
  direction?: 'in' | 'out';
  year?: number;
  kind?: string;
}

/** A filter as search parameters, empty values left out. */
const searchOf = (filter: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

/** The filter of the address; what is not one is left out. */
function useFilter(): Filter {
  const { q, direction, year, kind } = useSearch({ strict: false });
  return {
    ...(q ? { q } : {}),
    ...(direction === 'in' || direction === 'out' ? { direction } : {}),
    ...(year && /^\d{4}$/u.test(year) ? { year: Number(year) } : {}),
    ...(kind ? { kind } : {}),
  };
}

function FilterBar({ filter }: { filter: Filter }) {
  const said = useWords(documentWords);
  const { all, searching } = useWords(common);
  const { today } = useSession();
  const navigate = useNavigate();
  const change = (part: Record<string, string>) =>
    void navigate({
      to: '/documents',
      search: searchOf({ ...filter, ...part }),
      replace: true,
    });
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 8 }, (_, back) => String(thisYear - back));
  const kinds = [...new Map(documentKinds.map((kind) => [kind.abbreviation, kind.name]))];
  return (
    <Filters>
      <form
        className="grow"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: String(new FormData(event.currentTarget).get('q')).trim() });
        }}
      >
        <TextField
          key={filter.q}
          label={searching}
          labelHidden
          type="search"
          name="q"
          placeholder={said.search}
          defaultValue={filter.q}
          onBlur={(event) =>
            event.target.value.trim() !== (filter.q ?? '') && event.target.form?.requestSubmit()
          }
        />
      </form>
      <SelectField
        label={said.directionLabel}
        labelHidden
        value={filter.direction ?? ''}
        onChange={(event) => change({ direction: event.target.value })}
        options={[
          { value: '', label: `${said.directionLabel}: ${all.toLowerCase()}` },
          { value: 'in', label: said.direction.in },
          { value: 'out', label: said.direction.out },
        ]}
      />
      <SelectField
        label={said.year}
        labelHidden
        value={String(filter.year ?? '')}
        onChange={(event) => change({ year: event.target.value })}
        options={[{ value: '', label: said.anyYear }, ...years.map((year) => ({ value: year, label: year }))]}
      />
      <SelectField
        label={said.kind}
        labelHidden
        value={filter.kind ?? ''}
        onChange={(event) => change({ kind: event.target.value })}
        options={[
          { value: '', label: said.anyKind },
          ...kinds.map(([value, label]) => ({ value, label: `${value} · ${label}` })),
        ]}
      />
    </Filters>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const said = useWords(documentWords);
  return filtered ? (
    <Empty title={said.noneFound}>
      <Link to="/documents" search={{}} activeOptions={{ exact: true }} className="button">
        {said.clear}
      </Link>
    </Empty>
  ) : (
    <Empty title={said.none}>
      <p>{said.noneHint}</p>
    </Empty>
  );
}

function Rows({ rows }: { rows: readonly DocumentRow[] }) {
  const said = useWords(documentWords);
  return (
    <div className="scroll-x">
      <table className="table to-cards register">
        <thead>
          <tr>
            <th scope="col">{said.book}</th>
            <th scope="col">{said.number}</th>
            <th scope="col">{said.date}</th>
            <th scope="col">{said.subject}</th>
            <th scope="col">{said.issuer}</th>
            <th scope="col" className="number">
              {said.directives}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="quiet nowrap">
                {row.bookNumber}/{row.bookYear} · {said.direction[row.direction]}
              </td>
              <td className="nowrap">{row.number ?? '—'}</td>
              <td className="nowrap">{showDay(row.date)}</td>
              <td>
                <Link to="/documents/$id" params={{ id: row.id }}>
                  {asHeading(row.subject)}
                </Link>
              </td>
              <td>{row.issuer ?? '—'}</td>
              <td className="number">
                <Figure value={row.directives} door={{ to: '/directives', search: { document: row.id } }}>
                  {(shown) => (
                    <>
                      {shown}
                      <span className="card-label"> {said.directives}</span>
                    </>
                  )}
                </Figure>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
