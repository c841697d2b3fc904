import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { StepKind } from '../../domain/tasks/facts.ts';
import type { Sending } from '../../features/sendings/contract.ts';
import { getTask, type Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { TaskInspections } from '../inspections/task-inspections.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { About } from './about.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ArrangeDialog } from './arrange-dialog.tsx';
import { Brief } from './brief.tsx';
import { Changes } from './changes.tsx';
import { CodeDialog, RegimeDialog, UncodeDialog } from './code-dialogs.tsx';
import { Contract } from './contract.tsx';
import { Costs } from './costs.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { Effect } from './effect.tsx';
import { History } from './history.tsx';
import { Jumps } from './jumps.tsx';
import { LifeCycle } from './life-cycle.tsx';
import { OpenSteps } from './open-steps.tsx';
import { Sendings } from './sendings.tsx';
import { StepDialog } from './step-dialog.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';
import '../record/record.css';
import './tasks.css';

/** One task: what, who, money, where it is and whose turn it is; below, everything an officer works with. */
export function TaskPage() {
  const { title } = useWords(taskWords);
  const { id = '' } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['tasks', 'one', id, asOf],
    queryFn: ({ signal }) => call(getTask, { params: { id }, query: { asOf } }, { signal }),
  });
  const task = found.data;
  useTitle(task?.title ?? title);
  return (
    <div className="page wide task-page">
      <header className="stack tight">
        <p className="crumbs">
          <Link to="/tasks" search={{ asOf }}>
            {title}
          </Link>
        </p>
        <h1>{task?.title ?? title}</h1>
        {task && <Marks task={task} />}
        <AsOf id={id} day={asOf} />
      </header>
      {found.isPending && <Skeleton rows={9} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {task && <Body task={task} asOf={asOf} />}
    </div>
  );
}

/** Whose it is and how it stands: what a director must not miss is coloured, with its word. */
function Marks({ task }: { task: Task }) {
  const names = useWords(taskVocabulary);
  const { late } = useWords(taskPageWords).state;
  const who = [task.host?.name, task.investigator?.name, task.unit.name].filter(Boolean).join(' · ');
  const { phase, rating } = task;
  return (
    <p className="row tags">
      <span className="task-who">{who}</span>
      {task.codes.map((code) => (
        <span key={code} className="badge blue">
          {code}
        </span>
      ))}
      <span className="badge">{names.state[task.state]}</span>
      {task.late && (
        <span className="badge late">
          <IconAlertTriangle size={14} aria-hidden /> {late}
        </span>
      )}
      {(phase === 'stopping' || phase === 'failure') && (
        <span className="badge soon">{names.phase[phase]}</span>
      )}
      {rating && (
        <span className={rating === 'not-achieved' ? 'badge late' : 'badge fine'}>
          {names.rating[rating as keyof typeof names.rating] ?? rating}
        </span>
      )}
      <span className="badge">
        {names.level[task.level]} · {names.type[task.type]}
      </span>
      <span className="badge" title={task.law.reason}>
        {names.regimeShort[task.regime]}
      </span>
    </p>
  );
}

/** The day as of which it is shown, and the way back to today. */
function AsOf({ id, day }: { id: string; day: string | undefined }) {
  const said = useWords(taskPageWords);
  const navigate = useNavigate();
  return (
    <details className="as-of no-print" open={day !== undefined}>
      <summary className="small">{day === undefined ? said.asOf : said.asOfDay(showDay(day))}</summary>
      <div className="row">
        <DayField
          key={day}
          label={said.asOfLabel}
          initial={day}
          onDay={(asOf) => void navigate({ to: '/tasks/$id', params: { id }, search: { asOf } })}
        />
        {day !== undefined && (
          <Link to="/tasks/$id" params={{ id }} search={{}} className="button">
            {said.today}
          </Link>
        )}
      </div>
    </details>
  );
}

/** What is open over the page: a step looked at or recorded, a supplement, or what the task is. */
export type Doing =
  | { what: 'look' | 'supplement'; step: StepKind }
  /** `sent`: as its host sent it in. */
  | { what: 'record'; step: StepKind; sent?: Sending }
  | { what: 'edit' | 'code' | 'regime' | 'arrange' }
  | { what: 'uncode'; code: string };

function Body({ task, asOf }: { task: Task; asOf: string | undefined }) {
  const said = useWords(taskPageWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const { abilities } = task;
  const step = doing && 'step' in doing ? task.steps.find(({ kind }) => kind === doing.step) : undefined;
  return (
    <>
      <Brief task={task} />
      <Jumps task={task} />
      <div className="split">
        <div className="stack">
          <Sendings waiting task={task} onDo={setDoing} />
          {task.endedOn === null && <OpenSteps task={task} onDo={setDoing} />}
          <Sendings waiting={false} task={task} onDo={setDoing} />
          <div id="money" className="stack">
            <Costs task={task} />
            <Contract task={task} onArrange={() => setDoing({ what: 'arrange' })} />
          </div>
          <Changes task={task} />
          <Effect task={task} />
          <TaskInspections id={task.id} asOf={asOf} />
          <History task={task} />
        </div>
        <aside className="stack">
          <div className="row">
            <AbleButton
              ability={abilities.describe}
              className="small"
              onClick={() => setDoing({ what: 'edit' })}
            >
              {said.edit}
            </AbleButton>
            <AbleButton ability={abilities.code} className="small" onClick={() => setDoing({ what: 'code' })}>
              {said.code}
            </AbleButton>
            <AbleButton
              ability={abilities.decideRegime}
              className="small"
              onClick={() => setDoing({ what: 'regime' })}
            >
              {said.regimeAct}
            </AbleButton>
          </div>
          <About task={task} onUncode={(code) => setDoing({ what: 'uncode', code })} />
        </aside>
      </div>
      <LifeCycle task={task} onLook={(kind) => setDoing({ what: 'look', step: kind })} />
      {doing?.what === 'edit' && <EditDialog task={task} onClose={close} />}
      {doing?.what === 'code' && <CodeDialog task={task} onClose={close} />}
      {doing?.what === 'uncode' && <UncodeDialog task={task} code={doing.code} onClose={close} />}
      {doing?.what === 'arrange' && <ArrangeDialog task={task} onClose={close} />}
      {doing?.what === 'regime' && <RegimeDialog task={task} onClose={close} />}
      {step && doing?.what === 'look' && (
        <StepDialog key="look" task={task} step={step} onDo={setDoing} onClose={close} />
      )}
      {step && doing?.what === 'record' && (
        <ActDialog key="record" task={task} step={step} sent={doing.sent} onClose={close} />
      )}
      {step && doing?.what === 'supplement' && <SupplementDialog task={task} step={step} onClose={close} />}
    </>
  );
}
