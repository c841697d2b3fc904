import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DirectiveRow } from '../../../features/directives/contract.ts';
import { showDeadline } from '../../i18n/deadline.ts';
import { showDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { StateBadge } from '../state-badge.tsx';
import { directiveWords } from '../words.ts';

/** Whether the page is being printed: then everything is drawn, not only what is in view. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** All loaded rows of a list, on paper only: the list on the screen draws what is in view. */
export function PrintTable({ rows }: { rows: readonly DirectiveRow[] }) {
  const said = useWords(directiveWords);
  if (!usePrinting()) return null;
  return (
    <table className="print-table print-only">
      <thead>
        <tr>
          <th scope="col">{said.words}</th>
          <th scope="col">{said.lead}</th>
          <th scope="col">{said.deadline}</th>
          <th scope="col">{said.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.words}</td>
            <td>{row.lead?.name}</td>
            <td>{row.dueDay ? showDay(row.dueDay) : showDeadline(row.deadline)}</td>
            <td>
              <StateBadge row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
