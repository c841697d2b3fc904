import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { getTarget, getTargetEvidence, type Target } from '../../features/targets/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useMay, useSession } from '../api/client.ts';
import { useSaid } from '../figures/use-said.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { useKeys } from '../ui/keys.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { PlanDialog, RetractDialog, WithdrawDialog } from './act-dialogs.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { Picture } from './picture.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetStateWords } from './state.tsx';
import { showAmount, useValues } from './value.ts';
import { targetWords } from './words.ts';
import '../directives/record.css';
import './targets.css';

/** One target: plan against result by quarter, what can be done, and its history in sentences. */
export function TargetPage() {
  const said = useWords(targetWords);
  const { id } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['directives', 'targets', 'one', id, asOf],
    queryFn: ({ signal }) => call(getTarget, { params: { id: id ?? '' }, query: { asOf } }, { signal }),
  });
  const target = found.data;
  useTitle(target?.words ?? said.title);
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/targets" search={{ year: target && String(target.year), asOf }}>
            {target ? said.titleOf(target.year) : said.title}
          </Link>
        </p>
        <h1>{target?.words ?? said.title}</h1>
        {asOf && (
          <p className="row">
            <span className="badge blue">{said.asOfHint(showDay(asOf))}</span>
            <Link to="/targets/$id" params={{ id: id ?? '' }} search={{}}>
              {said.today}
            </Link>
          </p>
        )}
      </header>
      {found.isPending && <Skeleton rows={7} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {target && (
        <div className="split">
          <div className="stack">
            <Acts target={target} />
            <Course target={target} />
            <History target={target} />
          </div>
          <Facts target={target} />
        </div>
      )}
    </div>
  );
}

type Doing = 'report' | 'plan' | 'amend' | 'withdraw';

function Acts({ target }: { target: Target }) {
  const said = useWords(targetWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const { abilities } = target;
  useKeys({ e: abilities.report === true ? () => setDoing('report') : undefined });
  return (
    <div className="row target-acts">
      <AbleButton ability={abilities.report} kind="primary" onClick={() => setDoing('report')}>
        {said.report} <kbd aria-hidden>e</kbd>
      </AbleButton>
      <AbleButton ability={abilities.plan} onClick={() => setDoing('plan')}>
        {said.planAct}
      </AbleButton>
      <AbleButton ability={abilities.amend} onClick={() => setDoing('amend')}>
        {said.amend}
      </AbleButton>
      <AbleButton ability={abilities.withdraw} kind="danger" onClick={() => setDoing('withdraw')}>
        {said.withdraw}
      </AbleButton>
      {doing === 'report' && <ReportDialog target={target} onClose={close} />}
      {doing === 'plan' && <PlanDialog target={target} onClose={close} />}
      {doing === 'amend' && <AssignDialog year={target.year} target={target} onClose={close} />}
      {doing === 'withdraw' && <WithdrawDialog target={target} onClose={close} />}
    </div>
  );
}

/** The picture, and the same in a table. */
function Course({ target }: { target: Target }) {
  const said = useWords(targetWords);
  const { today } = useSession();
  const { value } = useValues();
  const by = (day: string) => target.reports.findLast((report) => report.day <= day);
  return (
    <section className="card padded stack" aria-label={said.heads[3]}>
      <Picture target={target} today={today} large />
      <ul className="plain legend small quiet">
        <li>
          <span className="swatch-plan" aria-hidden /> {said.plan}
        </li>
        <li>
          <span className={`swatch-result ${target.state}`} aria-hidden /> {said.result}
        </li>
      </ul>
      <div>
        <table className="table target-course">
          <thead>
            <tr>
              <th scope="col">{said.quarter}</th>
              <th scope="col">{said.plan}</th>
              <th scope="col">{said.atEnd}</th>
            </tr>
          </thead>
          <tbody>
            {target.milestones.map((one) => {
              const result = by(one.day);
              return (
                <tr key={one.day}>
                  <th scope="row">{showDay(one.day)}</th>
                  <td>{value(one.value, target)}</td>
                  <td>{result && one.day < today ? value(result.value, target) : '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The figure the result is read off, with its records of the target's year. */
function MeasuringFigure({ target, figure }: { target: Target; figure: NonNullable<Target['figure']> }) {
  const say = useSaid();
  const cutOff = target.resultOn ?? undefined;
  return (
    <Link to="/figures" search={{ period: 'year', cutOff, figure: figure.id }}>
      {say({ ...figure, counts: '' }).name}
    </Link>
  );
}

function Facts({ target }: { target: Target }) {
  const said = useWords(targetWords);
  const { aim, value } = useValues();
  const { result, percent, percentToDate, planToDate, document, measure } = target;
  const rows: (readonly [string, React.ReactNode])[] = [
    [said.status, <TargetStateWords key="state" target={target} />],
    [said.heads[1] ?? '', aim(target)],
    [
      said.result,
      result === null
        ? said.noResult
        : [
            value(result, target),
            said.resultOn(showDay(target.resultOn)),
            measure !== 'yes-no' && percent !== null && said.ofPlan(showAmount(percent)),
          ]
            .filter(Boolean)
            .join(', '),
    ],
    [
      said.planToDate,
      planToDate === null
        ? said.noPlan
        : [value(planToDate, target), percentToDate !== null && said.ofPlanToDate(showAmount(percentToDate))]
            .filter(Boolean)
            .join(', '),
    ],
    ...(target.figure
      ? [[said.measuredBy, <MeasuringFigure key="figure" target={target} figure={target.figure} />] as const]
      : []),
    [said.due, showDay(target.due)],
    [said.lead, target.lead.name],
    [said.assignedBy, target.assignedBy],
    [
      said.document,
      document.documentId === null ? (
        document.words
      ) : (
        <Link key="document" to="/documents/$id" params={{ id: document.documentId }}>
          {document.words}
        </Link>
      ),
    ],
    [said.assignedOn, showDay(target.assignedOn)],
    [
      said.first,
      target.timesAmended === 0
        ? null
        : `${value(target.firstValue, target)}, ${said.amended(target.timesAmended)}`,
    ],
    [said.withdrawnOn, target.withdrawnOn && showDay(target.withdrawnOn)],
  ];
  return (
    <aside className="card padded" aria-label={said.status}>
      <dl className="facts">
        {rows
          .filter(([, shown]) => shown !== null)
          .map(([name, shown]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
      </dl>
    </aside>
  );
}

function History({ target }: { target: Target }) {
  const said = useWords(targetWords);
  const may = useMay();
  const [retracting, setRetracting] = useState<Target['history'][number] | null>(null);
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: target.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {target.history.map((fact) => (
          <li key={fact.id}>
            {fact.retracted ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            <Shown target={target} fact={fact} />
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
              {fact.retracted && ` · ${said.takenBack}`}
            </span>
            {fact.abilities.retract === true && (
              <AbleButton ability={true} className="small retract" onClick={() => setRetracting(fact)}>
                {said.retract}
              </AbleButton>
            )}
          </li>
        ))}
      </ol>
      {retracting && <RetractDialog target={target} fact={retracting} onClose={() => setRetracting(null)} />}
    </section>
  );
}

/** The file or link that shows a result. */
function Shown({ target, fact }: { target: Target; fact: Target['history'][number] }) {
  const said = useWords(targetWords);
  const file = target.evidence.find(({ id }) => id === fact.id);
  if (file)
    return (
      <a
        href={addressOf(getTargetEvidence, { params: { id: target.id, factId: file.id } })}
        download={file.name}
        className="product"
      >
        <IconDownload size={16} aria-hidden /> {file.name}
      </a>
    );
  if (fact.link === null) return null;
  return (
    <a href={fact.link} target="_blank" rel="noreferrer" className="product">
      <IconExternalLink size={16} aria-hidden /> {said.link}
    </a>
  );
}
