import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import { getOverview, type StateCounts } from '../../features/agencies/contract.ts';
import { call } from '../api/call.ts';
import { useMay, useSession } from '../api/client.ts';
import { changeAgency } from '../api/open-agency.ts';
import { Figure } from '../figures/figure.tsx';
import { showDate, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import {
  type Agency,
  arranged,
  type Column,
  columnNames,
  countOf,
  isColumn,
  listOf,
  totalOf,
} from './overview-figures.ts';
import { overviewWords } from './overview-words.ts';
import '../morning/morning.css';
import './overview.css';

/** All agencies the viewer looks over, one line each, as of today; what is found and how it stands is in the address. */
export function OverviewPage() {
  const said = useWords(overviewWords);
  useTitle(said.title);
  const session = useSession();
  const navigate = useNavigate();
  const { q = '', sort, open } = useSearch({ strict: false });
  const order = sort === 'name' || isColumn(sort) ? sort : 'overdue';
  const change = (part: Record<string, string | undefined>) =>
    void navigate({ to: '/overview', search: { q, sort, open, ...part }, replace: true });
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => call(getOverview, {}, { signal }),
    // Other agencies tell this page nothing: it asks again by itself. Milliseconds.
    refetchInterval: 60_000,
  });
  const agencies = overview.data?.agencies ?? [];
  const shown = arranged(agencies, q, order);
  const opened = new Set([session.agency?.id, ...session.agencies.map(({ id }) => id)]);
  const closed = agencies.filter(({ id }) => !opened.has(id)).length;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">
            {said.asOf(showDate(session.today))} {said.counted}
          </p>
          {closed > 0 && <p className="small quiet">{said.closed(closed)}</p>}
        </div>
      </header>
      <search className="filters open">
        <div className="grow">
          <TextField
            label={said.find}
            labelHidden
            type="search"
            placeholder={said.find}
            value={q}
            onChange={(event) => change({ q: event.target.value })}
          />
        </div>
        <SelectField
          label={said.sort}
          labelHidden
          value={order}
          onChange={(event) => change({ sort: event.target.value })}
          options={[
            ...columnNames.map((name) => ({ value: name, label: `${said.sort}: ${said.columns[name]}` })),
            { value: 'name', label: `${said.sort}: ${said.agency}` },
          ]}
        />
      </search>
      <div className="card scroll-x">
        {overview.isPending && <Skeleton rows={10} />}
        {overview.isError && <Failed error={overview.error} retry={() => void overview.refetch()} />}
        {overview.data && agencies.length === 0 && (
          <Empty title={said.none}>
            <p className="quiet">{said.noneHint}</p>
          </Empty>
        )}
        {agencies.length > 0 && shown.length === 0 && <Empty title={said.noneFound} />}
        {shown.length > 0 && (
          <AgencyTable
            agencies={shown}
            order={order}
            onOrder={(name) => change({ sort: name })}
            open={open}
            onOpen={(id) => change({ open: id })}
          />
        )}
      </div>
    </div>
  );
}

interface Shown {
  agencies: readonly Agency[];
  order: Column | 'name';
  onOrder: (name: Column | 'name') => void;
  /** The agency whose units are shown. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

function AgencyTable({ agencies, order, onOrder, open, onOpen }: Shown) {
  const said = useWords(overviewWords);
  const largest = Math.max(1, ...agencies.map(({ counts }) => countOf(counts, 'open')));
  const head = (name: Column | 'name', words: string) => (
    <th
      key={name}
      scope="col"
      className={name === 'name' ? undefined : 'number'}
      aria-sort={order !== name ? undefined : name === 'name' ? 'ascending' : 'descending'}
    >
      <button type="button" className="sort" onClick={() => onOrder(name)}>
        {words}
        {order === name && <IconChevronDown size={14} aria-hidden />}
      </button>
    </th>
  );
  return (
    <table className="table compact to-cards overview">
      <thead>
        <tr>
          {head('name', said.agency)}
          <th scope="col">
            <span className="unseen">{said.bar}</span>
            <Legend />
          </th>
          {columnNames.map((name) => head(name, said.columns[name]))}
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => {
          const isOpen = agency.id === open;
          return (
            <Fragment key={agency.id}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className="expand"
                    aria-expanded={isOpen}
                    onClick={() => onOpen(isOpen ? undefined : agency.id)}
                  >
                    {isOpen ? (
                      <IconChevronDown size={16} aria-hidden />
                    ) : (
                      <IconChevronRight size={16} aria-hidden />
                    )}
                    <span>{agency.name}</span>
                  </button>
                </th>
                <td className="bar-cell">
                  <OpenBar counts={agency.counts} largest={largest} />
                </td>
                <Figures agency={agency} whose={agency.name} counts={agency.counts} />
              </tr>
              {isOpen && <Units agency={agency} />}
            </Fragment>
          );
        })}
      </tbody>
      {agencies.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{said.all(showNumber(agencies.length))}</th>
            <td className="bar-cell" />
            <Figures whose={said.all(showNumber(agencies.length))} counts={totalOf(agencies)} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Units({ agency }: { agency: Agency }) {
  const said = useWords(overviewWords);
  const largest = Math.max(1, ...agency.units.map(({ counts }) => countOf(counts, 'open')));
  if (agency.units.length === 0)
    return (
      <tr className="of-unit">
        <td className="quiet" colSpan={columnNames.length + 2}>
          {said.noWork}
        </td>
      </tr>
    );
  return agency.units.map(({ unitId, name, counts }) => (
    <tr key={unitId} className="of-unit">
      <th scope="row">{unitId === null ? said.noUnit : name}</th>
      <td className="bar-cell">
        <OpenBar counts={counts} largest={largest} />
      </td>
      <Figures
        agency={agency}
        unitId={unitId}
        whose={`${agency.shortName}, ${unitId === null ? said.noUnit : name}`}
        counts={counts}
      />
    </tr>
  ));
}

/** The numbers of a line, each the door to its list where the viewer may open the agency. */
function Figures({
  agency,
  unitId,
  whose,
  counts,
}: {
  agency?: Agency;
  unitId?: string | null;
  whose: string;
  counts: StateCounts;
}) {
  const said = useWords(overviewWords);
  return columnNames.map((column) => {
    const count = countOf(counts, column);
    return (
      <td key={column} className={`number ${column}`} data-count={count}>
        <Counted
          agency={agency}
          count={count}
          opens={listOf(column, unitId)}
          label={(shown) => said.figure(whose, shown, said.columns[column])}
        />
        <span className="card-label"> {said.columns[column]}</span>
      </td>
    );
  });
}

/** One number of a line: a figure where the viewer may open the list of its agency. */
function Counted({
  agency,
  count,
  opens,
  label,
}: {
  agency: Agency | undefined;
  count: number;
  /** Search parameters of the list. */
  opens: Record<string, string>;
  label: (shown: string) => string;
}) {
  const said = useWords(overviewWords);
  const session = useSession();
  const may = useMay();
  const here = agency !== undefined && agency.id === session.agency?.id && may('directive.view');
  const elsewhere = agency?.id !== session.agency?.id && session.agencies.some(({ id }) => id === agency?.id);
  const closed = agency?.id !== session.agency?.id && !elsewhere && may('agency.create');
  if (!agency || count === 0 || !(here || elsewhere || closed)) return <span>{showNumber(count)}</span>;
  const list = `/directives?${new URLSearchParams(opens)}`;
  if (closed)
    return (
      <Figure
        value={count}
        records={null}
        door={{ to: '/agencies', search: { grant: agency.id } }}
        label={(shown) => `${label(shown)}. ${said.notOpen}`}
      />
    );
  return (
    <Figure
      value={count}
      records={null}
      door={here ? { to: '/directives', search: opens } : { open: () => void changeAgency(agency.id, list) }}
      className="figure"
      label={label}
    />
  );
}

const pieces = ['overdue', 'soon', 'awaiting'] as const;
const looks = { overdue: 'overdue', soon: 'due-soon', awaiting: 'awaiting', rest: 'in-time' };

function Legend() {
  const said = useWords(overviewWords);
  return (
    <span className="legend small" aria-hidden>
      {pieces.map((piece) => (
        <span key={piece}>
          <span className={`swatch ${looks[piece]}`} /> {said.columns[piece]}
        </span>
      ))}
      <span>
        <span className={`swatch ${looks.rest}`} /> {said.rest}
      </span>
    </span>
  );
}

/** Open work of a line on the scale of the lines like it; what it draws stands beside it in numbers. */
function OpenBar({ counts, largest }: { counts: StateCounts; largest: number }) {
  const drawn = pieces.map((piece) => [looks[piece], countOf(counts, piece)] as const);
  const rest = countOf(counts, 'open') - drawn.reduce((sum, [, count]) => sum + count, 0);
  return (
    <span className="open-bar" aria-hidden>
      {[...drawn, [looks.rest, rest] as const].map(([look, count]) => (
        <span key={look} className={`swatch ${look}`} style={{ width: `${(count / largest) * 100}%` }} />
      ))}
    </span>
  );
}
