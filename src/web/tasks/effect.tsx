import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TaskFile } from '../../features/task-files/contract.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { effectWords } from './effect-words.ts';
import { Document } from './history.tsx';
import { FileLink, useTaskFiles } from './task-attachments.tsx';

type Schedule = NonNullable<Task['effect']>;

/** Where the results are in use, which reports on their effect are due, made or late, and the evidence of each. */
export function Effect({ task }: { task: Task }) {
  const said = useWords(effectWords);
  const { applied, effect } = task;
  const shown = applied.length > 0 || effect !== null;
  const files = useTaskFiles(task);
  if (!shown) return null;
  const evidence = (factId: string) => (
    <Evidence task={task} factId={factId} files={files.filter((file) => file.factId === factId)} />
  );
  return (
    <section id="effect" className="stack tight" aria-label={said.title}>
      <div className="row apart">
        <h2>{said.title}</h2>
        <Link to="/public/results" search={{}} className="small">
          {said.publicPage}
        </Link>
      </div>
      <ul className="plain card padded stack tight">
        {applied.length === 0 && <li className="quiet">{said.notApplied}</li>}
        {applied.map(({ factId, on, where }) => (
          <li key={factId} className="row tags">
            <span>
              {said.appliedAt} <strong>{where}</strong>
            </span>
            <span className="small quiet">{showDay(on)}</span>
            {evidence(factId)}
          </li>
        ))}
      </ul>
      {effect && (
        <div className="card padded stack tight">
          <p className="small quiet">{scheduleTold(effect, said)}</p>
          <ol className="plain stack tight">
            {effect.reports.map((report) => (
              <li key={report.nth} className="row tags">
                <strong>{said.report(report.nth)}</strong>
                <span className="small">{said.due(showDay(report.due))}</span>
                <Standing report={report} />
                {report.factId && evidence(report.factId)}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

function scheduleTold({ every, years, from }: Schedule, said: (typeof effectWords)['vi']): string {
  const isDefault = (years ?? every).rule.confidence !== 'text';
  return [
    [said.schedule(every.words, showDay(from)), years && said.years(years.words)].filter(Boolean).join(' '),
    [every.rule.basis, isDefault && said.set].filter(Boolean).join('; '),
  ].join(' · ');
}

function Standing({ report: { doneOn, late, lateness, standing } }: { report: Schedule['reports'][number] }) {
  const said = useWords(effectWords);
  if (doneOn !== null)
    return (
      <span className={late ? 'badge soon' : 'badge fine'}>
        <IconCircleCheck size={14} aria-hidden /> {said.done(showDay(doneOn))}
        {late && `, ${said.lateDone}`}
      </span>
    );
  const Icon = late ? IconAlertTriangle : IconClock;
  return (
    <span className={late ? 'badge late' : 'badge'}>
      <Icon size={14} aria-hidden /> {showLateness({ lateness, late: standing })}
    </span>
  );
}

/** The document a step rests on, and the files that came with it. */
function Evidence({ task, factId, files }: { task: Task; factId: string; files: readonly TaskFile[] }) {
  const said = useWords(effectWords);
  const restsOn = task.history.find(({ id }) => id === factId)?.restsOn ?? null;
  if (!restsOn && files.length === 0) return <span className="small quiet">{said.noEvidence}</span>;
  return (
    <>
      {restsOn && <Document restsOn={restsOn} />}
      {files.map((file) => (
        <FileLink key={file.id} task={task} file={file} />
      ))}
    </>
  );
}
