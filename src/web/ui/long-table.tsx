import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useKeys } from './keys.ts';

const narrow = window.matchMedia('(max-width: 760px)');

interface LongTableProps<Row extends { id: string }> {
  rows: readonly Row[];
  total: number | undefined;
  className: string;
  /** Each with its key. */
  heads: readonly (readonly [key: string, shown: ReactNode])[];
  rowClass?: (row: Row) => string;
  /** The cells of a row; its first link, within `.words`, tells `onFocus` that it has the focus. */
  cells: (row: Row, onFocus: () => void) => ReactNode;
  /** Height of a row on a desk and of its card on a phone, in pixels, before it is measured. */
  heights?: readonly [row: number, card: number];
  /** The last rows have come into view. */
  onEnd: () => void;
  /** First and last row in view. */
  onView: (first: number, last: number) => void;
  /** x chooses the row with the focus; left out where none can be chosen. */
  onChoose?: ((id: string, range: boolean) => void) | undefined;
}

/** A dense table of which only the rows in view are drawn; cards on a phone. */
export function LongTable<Row extends { id: string }>({
  rows,
  total,
  className,
  heads,
  rowClass,
  cells,
  heights = [37, 112],
  onEnd,
  onView,
  onChoose,
}: LongTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => heights[narrow.matches ? 1 : 0],
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
  const focus = useRowKeys(rows, (index) => virtual.scrollToIndex(index, { align: 'auto' }), onChoose);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={box} className="table-box">
      <table className={`long-table ${className}`} aria-rowcount={(total ?? rows.length) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <tr
                  key={row.id}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  className={rowClass?.(row)}
                  data-row={index}
                >
                  {cells(row, () => focus(index))}
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

/** j and k move through the rows, x chooses one; Enter opens the one with the focus, since it is a link. */
function useRowKeys(
  rows: readonly { id: string }[],
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
