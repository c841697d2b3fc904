import { Link } from '@tanstack/react-router';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { LongTable } from '../ui/long-table.tsx';
import { bulkWords } from './bulk/words.ts';
import type { Selection } from './selection.ts';
import { StateBadge } from './state-badge.tsx';
import { searchOf } from './use-filter.ts';
import { directiveWords } from './words.ts';

interface TableProps {
  rows: readonly DirectiveRow[];
  total: number | undefined;
  filter: DirectiveFilter;
  /** The one open in the side panel. */
  open: string | undefined;
  /** The last rows have come into view. */
  onEnd: () => void;
  /** First and last row in view. */
  onView: (first: number, last: number) => void;
  /** What is chosen for a bulk act; null for who may do none. */
  selection: Selection | null;
  onChoose: (id: string, range: boolean) => void;
  onChooseAll: () => void;
}

/** The register: a dense table, cards on a phone. */
export function DirectiveTable(props: TableProps) {
  const { rows, total, filter, open, onEnd, onView, selection, onChoose, onChooseAll } = props;
  const said = useWords(directiveWords);
  const bulk = useWords(bulkWords);
  const words = (
    <span className="words-and-choice">
      {selection && (
        <input
          type="checkbox"
          aria-label={bulk.chooseAll}
          checked={rows.every(({ id }) => selection.ids.has(id))}
          onChange={onChooseAll}
        />
      )}
      <span>{said.words}</span>
    </span>
  );
  return (
    <LongTable
      rows={rows}
      total={total}
      className="directive-table"
      heads={[
        ['words', words],
        ['lead', said.lead],
        ['deadline', said.deadline],
        ['state', said.state],
        ['document', said.document],
      ]}
      rowClass={({ id }) => rowClass(id, open, selection)}
      cells={(row, onFocus) => (
        <Cells
          row={row}
          filter={filter}
          chosen={selection?.ids.has(row.id)}
          onChoose={(range) => onChoose(row.id, range)}
          onFocus={onFocus}
        />
      )}
      onEnd={onEnd}
      onView={onView}
      onChoose={selection ? onChoose : undefined}
    />
  );
}

const rowClass = (id: string, open: string | undefined, selection: Selection | null) =>
  [id === open && 'open', selection?.ids.has(id) && 'chosen'].filter(Boolean).join(' ');

function Cells({
  row,
  filter,
  chosen,
  onChoose,
  onFocus,
}: {
  row: DirectiveRow;
  filter: DirectiveFilter;
  /** Whether it is chosen for a bulk act; undefined where none can be. */
  chosen: boolean | undefined;
  onChoose: (range: boolean) => void;
  onFocus: () => void;
}) {
  const said = useWords(directiveWords);
  const { choose } = useWords(bulkWords);
  return (
    <>
      <td className="words">
        <span className="words-and-choice">
          {chosen !== undefined && (
            <input
              type="checkbox"
              aria-label={choose(row.words)}
              checked={chosen}
              onFocus={onFocus}
              onChange={({ nativeEvent }) =>
                onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
              }
            />
          )}
          <Link
            to="/directives"
            search={{ ...searchOf(filter), open: row.id }}
            title={row.words}
            onFocus={onFocus}
            onKeyDown={(event) => {
              if (event.key !== ' ' || chosen === undefined) return;
              event.preventDefault();
              onChoose(event.shiftKey);
            }}
            resetScroll={false}
            className="two-lines"
          >
            {row.words}
          </Link>
        </span>
      </td>
      <td title={row.lead?.name}>
        <span className={row.lead ? 'two-lines' : 'two-lines quiet'}>{row.lead?.name ?? said.noLead}</span>
      </td>
      <td title={showDeadline(row.deadline)}>
        {row.dueDay ? (
          showDay(row.dueDay)
        ) : (
          <span className="two-lines quiet">{showDeadline(row.deadline)}</span>
        )}
      </td>
      <td>
        <StateBadge row={row} />
      </td>
      <td className="source" title={row.document?.label}>
        {row.document ? (
          <Link to="/documents/$id" params={{ id: row.document.id }} className="two-lines">
            {row.document.number ?? row.document.label}
          </Link>
        ) : (
          <span className="quiet">{said.origins[row.origin]}</span>
        )}
      </td>
    </>
  );
}
