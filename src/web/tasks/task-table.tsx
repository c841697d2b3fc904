import { Link } from '@tanstack/react-router';
import type { TaskFilter } from '../../domain/tasks/filter.ts';
import { listTasks, type TaskRow } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useLongList } from '../api/use-long-list.ts';
import { showDay, showMoney, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { LongTable } from '../ui/long-table.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { taskQuery } from './address.ts';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';

/** The portfolio as a dense table in pages; cards on a phone. */
export function TaskTable({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const { list, first, rows, onView, onEnd } = useLongList(['tasks', 'list', filter], (cursor, signal) =>
    call(listTasks, { query: { ...taskQuery(filter), cursor, limit: 100 } }, { signal }),
  );
  return (
    <section className="card list" aria-label={said.title} aria-busy={list.isFetching}>
      {list.isPending && <Skeleton rows={10} height={52} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <NoTask filter={filter} />}
      {rows.length > 0 && (
        <LongTable
          rows={rows}
          total={first?.total}
          className="task-table"
          heads={[
            ['name', said.name],
            ['host', said.host],
            ['now', said.now],
            ['due', said.due],
            ['contract', said.contract],
            ['money', said.money],
          ]}
          heights={[58, 150]}
          cells={(row, onFocus) => <Cells row={row} asOf={filter.asOf} onFocus={onFocus} />}
          onEnd={onEnd}
          onView={onView}
        />
      )}
      {list.isFetchingNextPage && (
        <p className="small quiet more-loading" role="status">
          {said.moreLoading}
        </p>
      )}
    </section>
  );
}

/** No task at all, or none under the filter, and what to do then. */
export function NoTask({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  return Object.values(filter).some((one) => one !== undefined) ? (
    <Empty title={said.noneFound}>
      <Link to="/tasks" search={{}} activeOptions={{ exact: true }} className="button">
        {said.clear}
      </Link>
    </Empty>
  ) : (
    <Empty title={said.none}>
      <p>{said.noneHint}</p>
    </Empty>
  );
}

function Cells({ row, asOf, onFocus }: { row: TaskRow; asOf: string | undefined; onFocus: () => void }) {
  const said = useWords(taskWords);
  const names = useWords(taskVocabulary);
  return (
    <>
      <td className="words">
        <Link
          to="/tasks/$id"
          params={{ id: row.id }}
          search={{ asOf }}
          title={row.title}
          onFocus={onFocus}
          className="two-lines"
        >
          {row.title}
        </Link>
        <span className="small quiet truncate">
          {[...row.codes, names.level[row.level], names.type[row.type]].join(' · ')}
        </span>
      </td>
      <td title={row.host?.name}>
        <span className={row.host ? 'truncate' : 'truncate quiet'}>{row.host?.name ?? said.noHost}</span>
        <span className="small quiet truncate">{row.investigator?.name}</span>
      </td>
      <td>
        <span className="two-lines">{row.mainStepName ?? row.endedAs ?? said.over}</span>
        {row.openSteps > 1 && (
          <span className="small quiet">{said.moreSteps(showNumber(row.openSteps - 1))}</span>
        )}
      </td>
      <td>
        <DueBadge row={row} />
        {row.side && <span className="small quiet">{names.side[row.side]}</span>}
      </td>
      <td>
        {row.startsOn && row.endsOn && (
          <>
            <span className="nowrap">{showDay(row.startsOn)} –</span>{' '}
            <span className="nowrap">{showDay(row.endsOn)}</span>
          </>
        )}
      </td>
      <td className="nowrap">{row.stateMoney !== null && showMoney(row.stateMoney)}</td>
    </>
  );
}

/** The earliest due day of a task, with the word where it has passed. */
export function DueBadge({ row }: { row: Pick<TaskRow, 'due' | 'late' | 'endedOn'> }) {
  const said = useWords(taskWords);
  if (row.endedOn) return <span className="badge">{showDay(row.endedOn)}</span>;
  if (row.due === null) return <span className="small quiet">{said.noDue}</span>;
  return (
    <span className={row.late ? 'badge late' : 'badge'}>
      {showDay(row.due)}
      {row.late && ` · ${said.late.toLowerCase()}`}
    </span>
  );
}
