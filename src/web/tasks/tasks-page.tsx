import {
  IconClipboardSearch,
  IconFileImport,
  IconFileSpreadsheet,
  IconHourglass,
  IconLayoutKanban,
  IconPackage,
  IconPlus,
  IconScale,
  IconStack2,
  IconTable,
  IconTimeline,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TaskState } from '../../domain/tasks/filter.ts';
import { exportTasks } from '../../features/portfolio/contract.ts';
import { listTasks, type TaskPage } from '../../features/tasks/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { StateCounts } from '../figures/state-counts.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { useTitle } from '../ui/title.ts';
import { TaskView, taskQuery, useTaskAddress } from './address.ts';
import { Board } from './board.tsx';
import { TaskFilters } from './filters.tsx';
import { NewTaskDialog } from './new-task-dialog.tsx';
import { TaskTable } from './task-table.tsx';
import { Timeline } from './timeline.tsx';
import { taskVocabulary } from './vocabulary.ts';
import { Waits } from './waits.tsx';
import { taskWords } from './words.ts';
import '../directives/directives.css';
import '../directives/views/views.css';
import './tasks.css';

const views = { table: TaskTable, board: Board, timeline: Timeline, waits: Waits };
const icons = { table: IconTable, board: IconLayoutKanban, timeline: IconTimeline, waits: IconHourglass };

/** The portfolio of S&T tasks: every view and every filter of it is an address. */
export function TasksPage() {
  const said = useWords(taskWords);
  const { filter, view } = useTaskAddress();
  const [beginning, setBeginning] = useState(false);
  const navigate = useNavigate();
  useTitle(view.view === 'table' ? said.title : `${said.title}: ${said.view[view.view]}`);
  const counted = useQuery({
    queryKey: ['tasks', 'counts', filter],
    queryFn: ({ signal }) => call(listTasks, { query: { ...taskQuery(filter), limit: 1 } }, { signal }),
    placeholderData: (before) => before,
  });
  const View = views[view.view];
  return (
    <div className="page wide directives">
      <Head page={counted.data} onBegin={() => setBeginning(true)} />
      <States page={counted.data} />
      <div className="row apart view-bar no-print">
        <ViewSwitch />
        <Beside />
      </div>
      <TaskFilters />
      {filter.asOf && <p className="small quiet">{said.asOfHint(showDay(filter.asOf))}</p>}
      <View filter={filter} />
      {beginning && (
        <NewTaskDialog
          onClose={() => setBeginning(false)}
          onBegun={(id) => void navigate({ to: '/tasks/$id', params: { id }, search: {} })}
        />
      )}
    </div>
  );
}

function Head({ page, onBegin }: { page: TaskPage | undefined; onBegin: () => void }) {
  const said = useWords(taskWords);
  const may = useMay();
  const { filter, to } = useTaskAddress();
  return (
    <header className="page-head">
      <div>
        <h1>{said.title}</h1>
        <p className="quiet" role="status">
          {page && (
            <Figure
              value={page.total ?? null}
              door={{ to: '/tasks', search: to(filter) }}
              className="here"
              current
            >
              {said.count}
            </Figure>
          )}
        </p>
      </div>
      <span className="row no-print">
        {may('task.decide') && (
          <Link to="/tasks/import" className="button">
            <IconFileImport size={18} aria-hidden /> {said.bringIn}
          </Link>
        )}
        <a className="button" href={addressOf(exportTasks, { query: filter })} download>
          <IconFileSpreadsheet size={18} aria-hidden /> {said.excel}
        </a>
        <AbleButton ability={page?.abilities.begin} kind="primary" onClick={onBegin}>
          <IconPlus size={18} aria-hidden /> {said.begin}
        </AbleButton>
      </span>
    </header>
  );
}

/** What belongs to the portfolio and has pages of its own. */
function Beside() {
  const said = useWords(taskWords);
  return (
    <nav aria-label={said.beside}>
      <ul className="plain row">
        <li>
          <Link to="/partners" search={{}} className="button small">
            <IconUsersGroup size={16} aria-hidden /> {said.partners}
          </Link>
        </li>
        <li>
          <Link to="/science-programmes" search={{}} className="button small">
            <IconStack2 size={16} aria-hidden /> {said.programmes}
          </Link>
        </li>
        <li>
          <Link to="/inspections" search={{}} className="button small">
            <IconClipboardSearch size={16} aria-hidden /> {said.inspections}
          </Link>
        </li>
        <li>
          <Link to="/assets" search={{}} className="button small">
            <IconPackage size={16} aria-hidden /> {said.assets}
          </Link>
        </li>
        <li>
          <Link to="/task-rules" search={{}} className="button small">
            <IconScale size={16} aria-hidden /> {said.rules}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** How many stand in each state under the rest of the filter, and how many are late; each number opens its list, once more all of them. */
function States({ page }: { page: TaskPage | undefined }) {
  const said = useWords(taskWords);
  const { state: names } = useWords(taskVocabulary);
  const { filter, to } = useTaskAddress();
  return (
    <div className="row state-row">
      <StateCounts
        states={TaskState.options}
        names={names}
        counts={page?.counts}
        chosen={filter.state}
        door={(state) => ({ to: '/tasks', search: to({ ...filter, state }) })}
      />
      <Figure
        value={page?.late ?? null}
        door={{ to: '/tasks', search: to({ ...filter, late: filter.late ? undefined : true }) }}
        className="state-count overdue"
        current={filter.late === true}
      >
        {(shown) => (
          <>
            <strong className={page?.late === 0 ? 'zero' : ''}>{shown}</strong>
            <span>{said.late}</span>
          </>
        )}
      </Figure>
    </div>
  );
}

function ViewSwitch() {
  const said = useWords(taskWords);
  const { filter, view, to } = useTaskAddress();
  return (
    <nav aria-label={said.views}>
      <ul className="plain view-switch">
        {TaskView.shape.view.unwrap().options.map((kind) => {
          const Icon = icons[kind];
          return (
            <li key={kind}>
              <Link
                to="/tasks"
                search={to(filter, { view: kind })}
                activeOptions={{ exact: true }}
                activeProps={{}}
                aria-current={kind === view.view ? 'page' : undefined}
              >
                <Icon size={17} aria-hidden /> {said.view[kind]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
