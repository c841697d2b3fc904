import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  getTarget,
  getTargetEvidence,
  retractTargetFact,
  type Target,
} from '../../features/targets/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useSaid } from '../figures/use-said.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RetractDialog } from '../record/record-form.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { ShownBy } from '../record/shown-by.tsx';
import { SourceLink } from '../record/source-link.tsx';
import { useRecord } from '../record/use-record.ts';
import { recordWords } from '../record/words.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { useKeys } from '../ui/keys.ts';
import { PlanDialog, WithdrawDialog } from './act-dialogs.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { Picture } from './picture.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetStateWords } from './state.tsx';
import { showAmount, useValues } from './value.ts';
import { targetWords } from './words.ts';
import './targets.css';

/** One target: plan against result by quarter, what can be done, and its history in sentences. */
export function TargetPage() {
  const said = useWords(targetWords);
  const { found, asOf } = useRecord('targets', (asked, options) => call(getTarget, asked, options));
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf }}
      name={data?.words ?? said.title}
      list={
        <Link to="/targets" search={{ year: data && String(data.year), asOf }}>
          {data ? said.titleOf(data.year) : said.title}
        </Link>
      }
    >
      {(target) => (
        <div className="split">
          <div className="stack">
            <Acts target={target} />
            <Course target={target} />
            <RecordHistory
              record={target}
              shows={(fact) => <Shown target={target} fact={fact} />}
              retract={(fact, onClose) => (
                <RetractDialog
                  {...{ fact, onClose }}
                  send={(body) => call(retractTargetFact, { params: { id: target.id }, body })}
                />
              )}
            />
          </div>
          <Facts target={target} />
        </div>
      )}
    </RecordPage>
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
    <div className="row record-acts">
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
  const { status } = useWords(recordWords);
  const { aim, value } = useValues();
  const { result, percent, percentToDate, planToDate, document, measure } = target;
  const rows: (readonly [string, ReactNode])[] = [
    [status, <TargetStateWords key="state" target={target} />],
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
    [said.document, <SourceLink key="document" source={document} />],
    [said.assignedOn, showDay(target.assignedOn)],
    [
      said.first,
      target.timesAmended === 0
        ? null
        : `${value(target.firstValue, target)}, ${said.amended(target.timesAmended)}`,
    ],
    [said.withdrawnOn, target.withdrawnOn && showDay(target.withdrawnOn)],
  ];
  return <RecordFacts rows={rows} />;
}

/** The file or link that shows a result. */
function Shown({ target, fact }: { target: Target; fact: Target['history'][number] }) {
  const said = useWords(targetWords);
  const file = target.evidence.find(({ id }) => id === fact.id);
  if (file) {
    const address = addressOf(getTargetEvidence, { params: { id: target.id, factId: file.id } });
    return <ShownBy name={file.name} file={address} />;
  }
  return fact.link && <ShownBy name={said.link} link={fact.link} />;
}
