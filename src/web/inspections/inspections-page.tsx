import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type DueTask,
  type InspectionRow,
  type InspectionYear,
  listInspections,
} from '../../features/inspections/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Empty, Loaded } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { Months } from './months.tsx';
import { PlanDialog, type TaskChosen } from './plan-dialog.tsx';
import { inspectionWords, stateTones } from './words.ts';
import './inspections.css';

/** The inspections of a year: its rounds, and the tasks that fall due and are in none. */
export function InspectionsPage() {
  const said = useWords(inspectionWords);
  const { today } = useSession();
  const search: { year?: string } = useSearch({ strict: false });
  const year = Number(search.year ?? today.slice(0, 4));
  const navigate = useNavigate();
  const [planning, setPlanning] = useState<readonly TaskChosen[] | null>(null);
  const found = useQuery({
    queryKey: ['tasks', 'inspections', 'year', year],
    queryFn: ({ signal }) => call(listInspections, { query: { year } }, { signal }),
  });
  useTitle(said.titleOf(year));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/tasks" search={{}}>
              {said.allTasks}
            </Link>
          </p>
          <h1>{said.titleOf(year)}</h1>
          <p className="quiet">{said.purpose}</p>
        </div>
        <span className="row no-print">
          <Years year={year} />
          <AbleButton ability={found.data?.abilities.open} kind="primary" onClick={() => setPlanning([])}>
            <IconPlus size={18} aria-hidden /> {said.open}
          </AbleButton>
        </span>
      </header>
      <Loaded found={found} rows={5}>
        {(plan) => (
          <>
            <Rounds plan={plan} />
            <Due key={plan.due.length} plan={plan} onPlan={setPlanning} />
          </>
        )}
      </Loaded>
      {planning && (
        <PlanDialog
          tasks={planning}
          onClose={() => setPlanning(null)}
          onDone={(id) => void navigate({ to: '/inspections/$id', params: { id }, search: {} })}
        />
      )}
    </div>
  );
}

function Years({ year }: { year: number }) {
  const said = useWords(inspectionWords);
  return [year - 1, year + 1].map((one) => (
    <Link key={one} to="/inspections" search={{ year: String(one) }} className="button">
      {said.yearOf(one)}
    </Link>
  ));
}

function Rounds({ plan: { year, items } }: { plan: InspectionYear }) {
  const said = useWords(inspectionWords);
  if (items.length === 0)
    return (
      <section className="card" aria-label={said.rounds}>
        <Empty title={said.none(year)}>
          <p>{said.noneHint}</p>
        </Empty>
      </section>
    );
  return (
    <section className="card" aria-label={said.rounds}>
      <Months year={year} rounds={items} />
      <Table heads={said.heads}>
        {items.map((row) => (
          <RoundRow key={row.id} row={row} />
        ))}
      </Table>
    </section>
  );
}

function RoundRow({ row: { id, name, from, to, unit, tasks, state } }: { row: InspectionRow }) {
  const said = useWords(inspectionWords);
  const done = tasks.filter(({ inspectedOn }) => inspectedOn !== null).length;
  return (
    <tr>
      <td>
        <Link to="/inspections/$id" params={{ id }} search={{}}>
          <strong>{name}</strong>
        </Link>
      </td>
      <td>{said.span(showDay(from), showDay(to))}</td>
      <td>{unit.name}</td>
      <td>{said.visited(done, tasks.length)}</td>
      <td>
        <span className={`badge ${stateTones[state]}`}>{said.state[state]}</span>
      </td>
    </tr>
  );
}

function Due({
  plan: { due, abilities },
  onPlan,
}: {
  plan: InspectionYear;
  onPlan: (tasks: readonly TaskChosen[]) => void;
}) {
  const said = useWords(inspectionWords);
  const [chosen, setChosen] = useState<readonly DueTask[]>([]);
  const choose = (task: DueTask, on: boolean) =>
    setChosen(on ? [...chosen, task] : chosen.filter(({ taskId }) => taskId !== task.taskId));
  return (
    <section className="stack tight" aria-label={said.due}>
      <div className="row apart">
        <h2>{said.due}</h2>
        {due.length > 0 && abilities.open === true && (
          <AbleButton ability={abilities.open} disabled={chosen.length === 0} onClick={() => onPlan(chosen)}>
            {said.openChosen}
          </AbleButton>
        )}
      </div>
      <p className="small quiet">{due.length > 0 ? said.dueHint : said.noDue}</p>
      {due.length > 0 && (
        <ul className="plain card due-tasks">
          {due.map((task) => (
            <li key={task.taskId}>
              {abilities.open === true && (
                <input
                  type="checkbox"
                  checked={chosen.includes(task)}
                  aria-label={said.choose(task.title)}
                  onChange={({ target }) => choose(task, target.checked)}
                />
              )}
              <div>
                <Link to="/tasks/$id" params={{ id: task.taskId }} search={{}}>
                  {task.title}
                </Link>
                <div className="small quiet">{[...task.codes, task.host].filter(Boolean).join(' · ')}</div>
              </div>
              <span className="small">{task.due ? said.dueOn(showDay(task.due)) : said.dueUnknown}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
