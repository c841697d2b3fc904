import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { StepName, type TaskFilter } from '../../domain/tasks/filter.ts';
import { boardTasks, type TaskBoard } from '../../features/portfolio/contract.ts';
import { call } from '../api/call.ts';
import { type Entry, useArrows } from '../directives/views/arrows.ts';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { SelectField } from '../ui/field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { TaskColumns, type TaskView, taskQuery, taskSearch, useTaskAddress } from './address.ts';
import { DueBadge, NoTask } from './task-table.tsx';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';

/** Tasks that are not over in columns by phase or open step: the earliest due first, with the way to all of them. */
export function Board({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const { view, look } = useTaskAddress();
  const board = useQuery({
    queryKey: ['tasks', 'board', view.by, filter],
    queryFn: ({ signal }) => call(boardTasks, { query: { ...taskQuery(filter), by: view.by } }, { signal }),
    placeholderData: (before) => before,
  });
  const groups = board.data?.groups ?? [];
  const entry = useArrows(groups[0] && entryOf(groups[0], groups[0].items[0]?.id));
  return (
    <section className="view" aria-label={said.view.board}>
      <div className="row view-tools no-print">
        <SelectField
          label={said.columns}
          labelHidden
          value={view.by}
          onChange={({ target }) => look({ by: TaskColumns.parse(target.value) })}
          options={TaskColumns.options.map((value) => ({
            value,
            label: `${said.columns}: ${said.by[value].toLowerCase()}`,
          }))}
        />
      </div>
      {board.isPending && <Skeleton rows={8} />}
      {board.isError && <Failed error={board.error} retry={() => void board.refetch()} />}
      {board.isSuccess && groups.length === 0 && <NoTask filter={filter} />}
      <div className="board" data-entries>
        {groups.map((group) => (
          <Column
            key={group.key}
            group={group}
            by={view.by}
            filter={narrowed(filter, view.by, group.key)}
            entry={(id) => entry(entryOf(group, id))}
          />
        ))}
      </div>
    </section>
  );
}

/** One task may stand in several columns. */
const entryOf = ({ key }: { key: string }, id = '') => `${key} ${id}`;

const narrowed = (filter: TaskFilter, by: 'phase' | 'step', key: string): TaskFilter =>
  by === 'phase' ? { ...filter, phase: [PhaseId.parse(key)] } : { ...filter, step: [StepName.parse(key)] };

function Column({
  group: { key, name: ofLaw, count, late, items },
  by,
  filter,
  entry,
}: {
  group: TaskBoard['groups'][number];
  by: TaskView['by'];
  /** The filter that shows all of the column. */
  filter: TaskFilter;
  entry: (id: string) => Entry;
}) {
  const said = useWords(taskWords);
  const { phase } = useWords(taskVocabulary);
  const name = by === 'phase' ? phase[PhaseId.parse(key)] : ofLaw;
  return (
    <section className="board-column" data-group aria-label={name}>
      <h2 title={name}>
        <span>{name}</span>
        <span className="row tight-row">
          {late > 0 && (
            <Figure
              value={late}
              door={{ to: '/tasks', search: taskSearch({ ...filter, late: true }) }}
              className="badge late"
            >
              {said.lateOf}
            </Figure>
          )}
          <Figure value={count} door={{ to: '/tasks', search: taskSearch(filter) }} className="here">
            {(shown) => <strong>{shown}</strong>}
          </Figure>
        </span>
      </h2>
      <ul className="plain">
        {items.map((row) => (
          <li key={row.id}>
            <Link
              to="/tasks/$id"
              params={{ id: row.id }}
              search={{ asOf: filter.asOf }}
              className={`board-card ${row.late ? 'overdue' : ''}`}
              {...entry(row.id)}
            >
              <span className="board-words">{row.title}</span>
              <span className="small quiet truncate">{row.host?.name ?? row.unit.name}</span>
              <span className="row tags">
                <DueBadge row={row} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <Figure
          value={count - items.length}
          records={count}
          door={{ to: '/tasks', search: taskSearch(filter) }}
          className="button bare small no-print"
        >
          {said.more}
        </Figure>
      )}
    </section>
  );
}
