import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { getSuperiorAct, type SuperiorActRecord, type Touched } from '../../features/acts/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useRecord } from '../record/use-record.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Table } from '../ui/table.tsx';
import { GiveDialog, SpareDialog } from './give-dialog.tsx';
import { SuperiorDialog } from './register-dialogs.tsx';
import { actWords } from './words.ts';
import './acts.css';

/** One superior act: what it changes, the acts here that rest on that, and what was decided of each. */
export function SuperiorPage() {
  const said = useWords(actWords);
  const { found, asOf } = useRecord('acts', (asked, options) => call(getSuperiorAct, asked, options));
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf }}
      name={data?.number ?? said.title}
      under={data && <p>{data.title}</p>}
      list={
        <Link to="/drafts/superior" search={{ asOf }}>
          {said.title}
        </Link>
      }
    >
      {(superior) => (
        <div className="split">
          <div className="stack">
            <TouchedActs superior={superior} />
            <RecordHistory record={superior} />
          </div>
          <RecordFacts
            rows={[
              [said.issuer, superior.issuer],
              [said.issuedOn, showDay(superior.issuedOn)],
              [said.effectiveOn, showDay(superior.effectiveOn)],
              [said.effectField, `${said.effect[superior.effect]} ${superior.changes.join('; ')}`],
            ]}
          />
        </div>
      )}
    </RecordPage>
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
