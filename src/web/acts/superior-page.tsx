import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { getSuperiorAct, type SuperiorActRecord, type Touched } from '../../features/acts/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { GiveDialog, SpareDialog } from './give-dialog.tsx';
import { SuperiorDialog } from './register-dialogs.tsx';
import { actWords } from './words.ts';
import '../directives/record.css';
import './acts.css';

/** One superior act: what it changes, the acts here that rest on that, and what was decided of each. */
export function SuperiorPage() {
  const said = useWords(actWords);
  const { id } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['directives', 'acts', 'one', id, asOf],
    queryFn: ({ signal }) => call(getSuperiorAct, { params: { id: id ?? '' }, query: { asOf } }, { signal }),
  });
  const superior = found.data;
  useTitle(superior?.number ?? said.title);
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/drafts/superior" search={{ asOf }}>
            {said.title}
          </Link>
        </p>
        <h1>{superior?.number ?? said.title}</h1>
        {superior && <p>{superior.title}</p>}
        {asOf && (
          <p className="row">
            <span className="badge blue">{said.asOfHint(showDay(asOf))}</span>
            <Link to="/drafts/superior/$id" params={{ id: id ?? '' }} search={{}}>
              {said.today}
            </Link>
          </p>
        )}
      </header>
      {found.isPending && <Skeleton rows={6} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {superior && (
        <div className="split">
          <div className="stack">
            <TouchedActs superior={superior} />
            <History superior={superior} />
          </div>
          <Facts superior={superior} />
        </div>
      )}
    </div>
  );
}

function TouchedActs({ superior }: { superior: SuperiorActRecord }) {
  const said = useWords(actWords);
  const [doing, setDoing] = useState<'give' | 'correct' | Touched | null>(null);
  const close = () => setDoing(null);
  const { abilities, touched } = superior;
  const open = touched.some(({ state }) => state === 'undecided');
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.touched}</h2>
        <div className="row">
          <AbleButton ability={abilities.correctSuperior} onClick={() => setDoing('correct')}>
            {said.correctSuperior}
          </AbleButton>
          {open && (
            <AbleButton ability={abilities.giveAmendments} kind="primary" onClick={() => setDoing('give')}>
              {said.give}
            </AbleButton>
          )}
        </div>
      </div>
      {touched.length === 0 ? (
        <p className="quiet">{said.untouched}</p>
      ) : (
        <div className="card">
          <Table heads={said.touchedHeads}>
            {touched.map((one) => (
              <tr key={one.act.id}>
                <td>
                  <strong>{one.act.number}</strong>
                  <div>{one.act.title}</div>
                </td>
                <td>{one.act.lead.name}</td>
                <td>
                  <Decision touched={one} />
                </td>
                <td>
                  {one.state === 'undecided' && (
                    <AbleButton ability={abilities.spare} className="small" onClick={() => setDoing(one)}>
                      {said.spare} <span className="unseen">: {one.act.number}</span>
                    </AbleButton>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
      {doing === 'give' && <GiveDialog superior={superior} onClose={close} />}
      {doing === 'correct' && <SuperiorDialog act={superior} onClose={close} />}
      {typeof doing === 'object' && doing !== null && (
        <SpareDialog superior={superior} touched={doing} onClose={close} />
      )}
    </section>
  );
}

const tones = { undecided: 'soon', given: 'blue', spared: '' } as const;

function Decision({ touched: { state, directive, reason } }: { touched: Touched }) {
  const said = useWords(actWords);
  const { state: states } = useWords(common);
  return (
    <span className="decision">
      <span className={`badge ${tones[state]}`}>{said[state]}</span>
      {directive && (
        <Link to="/directives/$id" params={{ id: directive.id }} search={{}} className="small">
          {said.openDirective}: {states[directive.state]}
        </Link>
      )}
      {reason && <span className="small">{reason}</span>}
    </span>
  );
}

function Facts({ superior }: { superior: SuperiorActRecord }) {
  const said = useWords(actWords);
  const rows: [string, string][] = [
    [said.issuer, superior.issuer],
    [said.issuedOn, showDay(superior.issuedOn)],
    [said.effectiveOn, showDay(superior.effectiveOn)],
    [said.effectField, `${said.effect[superior.effect]} ${superior.changes.join('; ')}`],
  ];
  return (
    <aside className="card padded" aria-label={superior.number}>
      <dl className="facts">
        {rows.map(([name, shown]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

function History({ superior }: { superior: SuperiorActRecord }) {
  const said = useWords(actWords);
  return (
    <section className="stack tight">
      <h2>{said.history}</h2>
      <ol className="plain history">
        {superior.history.map((fact) => (
          <li key={fact.id}>
            <span>{fact.sentence}</span>
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
