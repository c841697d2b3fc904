import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
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
}

/** A dense table of which only the rows in view are drawn; cards on a phone. */
export function DirectiveTable({ rows, total, filter, open, onEnd }: TableProps) {
  const said = useWords(directiveWords);
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
  const latestEnd = useRef(onEnd);
  latestEnd.current = onEnd;
  useEffect(() => {
    if (lastShown >= rows.length - 20) latestEnd.current();
  }, [lastShown, rows.length]);
  const focus = useRowKeys(rows, (index) => virtual.scrollToIndex(index, { align: 'auto' }));
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={box} className="table-box">
      <table className="directive-table" aria-rowcount={(total ?? rows.length) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{said.words}</th>
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
                  className={row.id === open ? 'open' : ''}
                  data-row={item.index}
                >
                  <Cells row={row} filter={filter} onFocus={() => focus(item.index)} />
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

function Cells({
  row,
  filter,
  onFocus,
}: {
  row: DirectiveRow;
  filter: DirectiveFilter;
  onFocus: () => void;
}) {
  const said = useWords(directiveWords);
  return (
    <>
      <td className="words">
        <Link
          to="/directives"
          search={{ ...searchOf(filter), open: row.id }}
          title={row.words}
          onFocus={onFocus}
          resetScroll={false}
          className="two-lines"
        >
          {row.words}
        </Link>
      </td>
      <td title={row.lead?.name}>
        <span className={row.lead ? 'two-lines' : 'two-lines quiet'}>{row.lead?.name ?? said.noLead}</span>
      </td>
      <td title={sayDeadline(row.deadline)}>
        {row.dueDay ? (
          showDay(row.dueDay)
        ) : (
          <span className="two-lines quiet">{sayDeadline(row.deadline)}</span>
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
          <span className="quiet">{said.byWord}</span>
        )}
      </td>
    </>
  );
}

/** j and k move through the rows; Enter opens the one with the focus, since it is a link. */
function useRowKeys(rows: readonly DirectiveRow[], show: (index: number) => void): (index: number) => void {
  const [at, setAt] = useState(-1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setAt(next);
    show(next);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${next}"] .words a`)?.focus({ preventScroll: true }),
    );
  };
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) });
  return setAt;
}
