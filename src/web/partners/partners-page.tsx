import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { listPartners, type PartnerRow } from '../../features/partners/contract.ts';
import { call } from '../api/call.ts';
import { useLongList } from '../api/use-long-list.ts';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { taskSearch } from '../tasks/address.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { SearchForm } from '../ui/search-form.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { PartnerDialog } from './partner-dialog.tsx';
import { partnerWords } from './words.ts';

const kinds = ['organisation', 'person'] as const;

/** Organisations and persons that host, lead or work on tasks. */
export function PartnersPage() {
  const said = useWords(partnerWords);
  const { q, kind: asked } = useSearch({ strict: false });
  const kind = kinds.find((one) => one === asked);
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  useTitle(said.title);
  const change = (part: { q?: string | undefined; kind?: string | undefined }) =>
    void navigate({ to: '/partners', search: { q, kind, ...part }, replace: true });
  const { list, first, rows, onEnd } = useLongList(['partners', 'list', { q, kind }], (cursor, signal) =>
    call(listPartners, { query: { q, kind, cursor, limit: 100 } }, { signal }),
  );
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{said.hint}</p>
        </div>
        <AbleButton ability={first?.abilities.add} kind="primary" onClick={() => setAdding(true)}>
          <IconPlus size={18} aria-hidden /> {said.add}
        </AbleButton>
      </header>
      <Filters>
        <SearchForm key={q} q={q} label={said.q} onSearch={(next) => change({ q: next })} />
        <SelectField
          label={said.kind}
          labelHidden
          value={kind ?? ''}
          onChange={({ target }) => change({ kind: target.value || undefined })}
          options={[
            { value: '', label: said.allKinds },
            ...kinds.map((value) => ({ value, label: said.kinds[value] })),
          ]}
        />
      </Filters>
      <section className="card" aria-label={said.title} aria-busy={list.isFetching}>
        {list.isPending && <Skeleton rows={10} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <Empty title={q || kind ? said.noneFound : said.none}>
            <p>{said.noneHint}</p>
          </Empty>
        )}
        {rows.length > 0 && (
          <Table heads={said.heads}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Table>
        )}
      </section>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={onEnd}>
          {said.more}
        </Button>
      )}
      {adding && (
        <PartnerDialog
          onClose={() => setAdding(false)}
          onAdded={(id) => void navigate({ to: '/partners/$id', params: { id }, search: {} })}
        />
      )}
    </div>
  );
}

function Row({ row }: { row: PartnerRow }) {
  const said = useWords(partnerWords);
  const { id, name, kind, identifier, organisation, tasks, running } = row;
  return (
    <tr>
      <td>
        <Link to="/partners/$id" params={{ id }} search={{}}>
          {name}
        </Link>
      </td>
      <td>{said.kinds[kind]}</td>
      <td>{identifier ?? '—'}</td>
      <td>{organisation?.name ?? '—'}</td>
      <td>
        <Figure
          value={tasks}
          door={{ to: '/tasks', search: taskSearch({ partner: id }) }}
          label={(shown) => said.tasksOf(shown, name)}
        />
      </td>
      <td>
        <Figure
          value={running}
          door={{ to: '/tasks', search: taskSearch({ partner: id, state: ['running'] }) }}
          label={(shown) => said.runningOf(shown, name)}
        />
      </td>
    </tr>
  );
}
