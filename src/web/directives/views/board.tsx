import { useQuery } from '@tanstack/react-query';
import { type DirectiveFilter, DirectiveState } from '../../../domain/directives/filter.ts';
import { BoardColumns } from '../../../domain/directives/view.ts';
import { type DirectiveGroup, groupDirectives } from '../../../features/views/contract.ts';
import { call } from '../../api/call.ts';
import { Figure } from '../../figures/figure.tsx';
import { common } from '../../i18n/common.ts';
import { showDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { useUnits } from '../../organisation/use-units.ts';
import { SelectField } from '../../ui/field.tsx';
import { Failed, Skeleton } from '../../ui/state.tsx';
import { Nothing } from '../list-page.tsx';
import { StateBadge } from '../state-badge.tsx';
import { searchOf, useView } from '../use-filter.ts';
import { type Entry, useArrows } from './arrows.ts';
import { EntryLink } from './entry-link.tsx';
import { boardPicture } from './picture.ts';
import type { Draws } from './view-page.tsx';
import { viewWords } from './words.ts';

interface Column {
  name: string;
  group: DirectiveGroup;
  /** The filter that shows all of the column. */
  all: DirectiveFilter;
}

/** Cards in columns by unit or state: the first of each column, with the way to all of them. */
export function Board({
  filter,
  open,
  draws,
}: {
  filter: DirectiveFilter;
  open: string | undefined;
  draws: Draws;
}) {
  const said = useWords(viewWords);
  const { view, change } = useView();
  const by = view.by ?? 'unit';
  const board = useQuery({
    queryKey: ['directives', 'board', by, filter],
    queryFn: ({ signal }) => call(groupDirectives, { query: { ...filter, by, each: 20 } }, { signal }),
    placeholderData: (before) => before,
  });
  const columns = useColumns(board.data?.groups ?? [], by, filter);
  draws(() => boardPicture(columns));
  const entry = useArrows(columns[0]?.group.items[0]?.id);
  return (
    <>
      <div className="row view-tools no-print">
        <SelectField
          label={said.columns}
          labelHidden
          value={by}
          onChange={(event) => change({ by: BoardColumns.parse(event.target.value) })}
          options={BoardColumns.options.map((value) => ({
            value,
            label: `${said.columns}: ${said.by[value].toLowerCase()}`,
          }))}
        />
      </div>
      {board.isPending && <Skeleton rows={8} />}
      {board.isError && <Failed error={board.error} retry={() => void board.refetch()} />}
      {board.data?.total === 0 && <Nothing filtered={Object.keys(searchOf(filter)).length > 0} />}
      <div className="board" data-entries>
        {columns.map((column) => (
          <BoardColumn key={column.group.key} column={column} by={by} open={open} entry={entry} />
        ))}
      </div>
    </>
  );
}

/** Columns in the order of the organisation, or of the states; what has no unit comes last. */
function useColumns(groups: readonly DirectiveGroup[], by: BoardColumns, filter: DirectiveFilter): Column[] {
  const said = useWords(viewWords);
  const { state: states } = useWords(common);
  const { data: units = [] } = useUnits();
  const places = new Map<string, number>(
    by === 'unit'
      ? units.map(({ id }, at) => [id, at])
      : DirectiveState.options.map((state, at) => [state, at]),
  );
  const placeOf = ({ key }: DirectiveGroup) => places.get(key) ?? places.size + (key === '' ? 1 : 0);
  return groups
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((group) => {
      if (by === 'unit') {
        const name = group.key === '' ? said.noUnit : (group.items[0]?.lead?.name ?? said.noUnit);
        return {
          name,
          group,
          all: { ...filter, part: undefined, unit: group.key === '' ? filter.unit : [group.key] },
        };
      }
      const state = DirectiveState.parse(group.key);
      return { name: states[state], group, all: { ...filter, state: [state] } };
    });
}

function BoardColumn({
  column: { name, group, all },
  by,
  open,
  entry,
}: {
  column: Column;
  by: BoardColumns;
  open: string | undefined;
  entry: (id: string) => Entry;
}) {
  const said = useWords(viewWords);
  const left = group.count - group.items.length;
  return (
    <section className="board-column" data-group aria-label={name}>
      <h2 title={name}>
        <span>{name}</span>{' '}
        <Figure value={group.count} door={{ to: '/directives', search: searchOf(all) }} className="here">
          {(shown) => <strong>{shown}</strong>}
        </Figure>
      </h2>
      <ul className="plain">
        {group.items.map((row) => (
          <li key={row.id}>
            <EntryLink row={row} entry={entry(row.id)} open={open} className="board-card">
              <span className="board-words">{row.words}</span>
              {by === 'state' && <span className="small quiet truncate">{row.lead?.name}</span>}
              <span className="row tags">
                <StateBadge row={row} />
                {row.dueDay && <span className="small quiet">{showDay(row.dueDay)}</span>}
              </span>
            </EntryLink>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Figure
          value={left}
          records={group.count}
          door={{ to: '/directives', search: searchOf(all) }}
          className="button bare small no-print"
        >
          {said.more}
        </Figure>
      )}
    </section>
  );
}
