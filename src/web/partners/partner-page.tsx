import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { getPartner, type Partner } from '../../features/partners/contract.ts';
import type { TaskRow } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { taskSearch } from '../tasks/address.ts';
import { DueBadge } from '../tasks/task-table.tsx';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { Gates } from './gates.tsx';
import { PartnerDialog } from './partner-dialog.tsx';
import { partnerWords } from './words.ts';
import '../record/record.css';
import '../tasks/tasks.css';

/** One organisation or person with every file of theirs. */
export function PartnerPage() {
  const said = useWords(partnerWords);
  const { id = '' } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const [editing, setEditing] = useState(false);
  const found = useQuery({
    queryKey: ['partners', 'one', id, asOf],
    queryFn: ({ signal }) => call(getPartner, { params: { id }, query: { asOf } }, { signal }),
  });
  const partner = found.data;
  useTitle(partner?.name ?? said.title);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/partners" search={{}}>
              {said.title}
            </Link>
          </p>
          <h1>{partner?.name ?? said.title}</h1>
          {partner && <p className="quiet">{said.kinds[partner.kind]}</p>}
        </div>
        <AbleButton ability={partner?.abilities.describe} onClick={() => setEditing(true)}>
          {said.edit}
        </AbleButton>
      </header>
      {found.isPending && <Skeleton rows={8} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {partner && (
        <div className="split">
          <Files partner={partner} />
          <div className="stack">
            <Gates eligibility={partner.eligibility} on={partner.asOf} />
            <About partner={partner} />
            <History partner={partner} />
          </div>
        </div>
      )}
      {partner && editing && <PartnerDialog partner={partner} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** What they did in a task. */
const partIn = ({ id }: Partner, { host, investigator }: TaskRow) =>
  host?.id === id ? 'host' : investigator?.id === id ? 'investigator' : 'member';

function Files({ partner }: { partner: Partner }) {
  const said = useWords(partnerWords);
  const names = useWords(taskVocabulary);
  return (
    <section className="stack tight" aria-label={said.files}>
      <div className="row apart">
        <h2>{said.files}</h2>
        <Figure
          value={partner.files.length}
          door={{ to: '/tasks', search: taskSearch({ partner: partner.id }) }}
        >
          {said.filesCount}
        </Figure>
      </div>
      {partner.files.length === 0 ? (
        <p className="quiet">{said.noFiles}</p>
      ) : (
        <div className="card">
          <Table heads={said.fileHeads}>
            {partner.files.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/tasks/$id" params={{ id: row.id }} search={{}}>
                    {row.title}
                  </Link>
                  <span className="small quiet block">
                    {[...row.codes, said.as[partIn(partner, row)]].join(' · ')}
                  </span>
                </td>
                <td>{names.state[row.state]}</td>
                <td>{row.startsOn && `${showDay(row.startsOn)} – ${showDay(row.endsOn)}`}</td>
                <td>
                  {row.mainStepName} <DueBadge row={row} />
                </td>
                <td>
                  {row.rating && (names.rating[row.rating as keyof typeof names.rating] ?? row.rating)}
                  {row.endedAs && <span className="small quiet block">{row.endedAs}</span>}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </section>
  );
}

function About({ partner }: { partner: Partner }) {
  const said = useWords(partnerWords);
  const { profile, organisation } = partner;
  const rows: (readonly [string, ReactNode])[] = [
    [said.identifier, profile.identifier],
    ...('degree' in profile
      ? ([
          [said.degree, profile.degree],
          [
            said.organisation,
            organisation && (
              <Link to="/partners/$id" params={{ id: organisation.id }} search={{}}>
                {organisation.name}
              </Link>
            ),
          ],
        ] as const)
      : ([
          [said.address, profile.address],
          [said.headedBy, [profile.headedBy, profile.headTitle].filter(Boolean).join(', ')],
        ] as const)),
    [said.email, profile.email],
    [said.phone, profile.phone],
  ];
  return (
    <section className="card padded" aria-label={said.about}>
      <dl className="facts">
        {rows.map(([name, shown]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{shown || '—'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ partner }: { partner: Partner }) {
  const said = useWords(partnerWords);
  return (
    <section className="stack tight" aria-label={said.history}>
      <h2>{said.history}</h2>
      <ol className="plain history">
        {partner.history.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <span className="small quiet">
              {showDay(one.happenedOn)} · {one.by} · {showMoment(one.recordedAt)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
