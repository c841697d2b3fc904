import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
import { bulkWords } from './bulk/words.ts';
import type { Selection } from './selection.ts';
import { StateBadge } from './state-badge.tsx';
import { searchOf } from './use-filter.ts';
import { directiveWords } from './words.ts';

const rowHeight = 37;
const cardHeight = 112;
const narrow = window.matchMedia('(max-width: 760px)');

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

/** A dense table of which only the rows in view are drawn; cards on a phone. */
export function DirectiveTable(props: TableProps) {
  const { rows, total, filter, open, onEnd, onView, selection, onChoose, onChooseAll } = props;
  const said = useWords(directiveWords);
  const bulk = useWords(bulkWords);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow.matches ? cardHeight : rowHeight),
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const [firstSeen, lastSeen] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0];
  useEffect(() => onView(firstSeen, lastSeen), [firstSeen, lastSeen, onView]);
  const latestEnd = useRef(onEnd);
  latestEnd.current = onEnd;
  useEffect(() => {
    if (lastShown >= rows.length - 20) latestEnd.current();
  }, [lastShown, rows.length]);
  const focus = useRowKeys(
    rows,
    (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    selection ? onChoose : undefined,
  );
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={box} className="table-box">
      <table className="directive-table" aria-rowcount={(total ?? rows.length) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
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
            </th>
            <th scope="col">{said.lead}</th>
            <th scope="col">{said.deadline}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{said.document}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <tr
                  key={row.id}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  className={rowClass(row.id, open, selection)}
                  data-row={item.index}
                >
                  <Cells
                    row={row}
                    filter={filter}
                    chosen={selection?.ids.has(row.id)}
                    onChoose={(range) => onChoose(row.id, range)}
                    onFocus={() => focus(item.index)}
                  />
                </tr>
              )
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
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

/** j and k move through the rows, x chooses one; Enter opens the one with the focus, since it is a link. */
function useRowKeys(
  rows: readonly DirectiveRow[],
  show: (index: number) => void,
  onChoose: ((id: string, range: boolean) => void) | undefined,
): (index: number) => void {
  const at = useRef(-1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    at.current = next;
    show(next);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${next}"] .words a`)?.focus({ preventScroll: true }),
    );
  };
  useKeys({
    j: () => go(at.current + 1),
    k: () => go(at.current - 1),
    x: ({ shiftKey }) => {
      const row = rows[at.current];
      if (row) onChoose?.(row.id, shiftKey);
    },
  });
  return (index) => {
    at.current = index;
  };
}
