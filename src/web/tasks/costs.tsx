import { Fragment } from 'react';
import type { CostRow } from '../../domain/tasks/cost-lines.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { scrolls } from '../ui/scrolls.ts';
import { costWords } from './cost-words.ts';
import './costs.css';

type Amount = 'asked' | 'proposed' | 'approved' | 'now';

/** The budget by items: asked → proposed → approved, with what was cut and why; nothing where no paper names items. */
export function Costs({ task: { costs } }: { task: Task }) {
  const said = useWords(costWords);
  if (costs.length === 0) return null;
  const moved = costs.some(({ approved, now }) => now !== null && approved !== now);
  const columns = (['asked', 'proposed', 'approved', 'now'] as const).filter(
    (one) => (one !== 'now' || moved) && costs.some((row) => row[one] !== null),
  );
  const sum = (of: Amount) => costs.reduce((all, row) => all + (row[of] ?? 0), 0);
  return (
    <section className="stack tight" aria-label={said.title}>
      <h2>{said.title}</h2>
      <div className="card scroll-x" {...scrolls}>
        <table className="table cost-table">
          <thead>
            <tr>
              <th scope="col">{said.item}</th>
              {columns.map((one) => (
                <th key={one} scope="col" className="number">
                  {said[one]}
                </th>
              ))}
              <th scope="col" className="number">
                {said.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map((row) => (
              <Fragment key={row.item}>
                <tr>
                  <th scope="row">
                    {row.item} {row.khoan && <span className="badge">{said.khoan}</span>}
                  </th>
                  {columns.map((one) => (
                    <td key={one} className="number" data-label={said[one]}>
                      {row[one] === null ? '—' : showNumber(row[one])}
                    </td>
                  ))}
                  <td className="number" data-label={said.difference}>
                    <Difference row={row} columns={columns} />
                  </td>
                </tr>
                <Reasons row={row} across={columns.length + 2} />
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{said.sum}</th>
              {columns.map((one) => (
                <td key={one} className="number" data-label={said[one]}>
                  {showNumber(sum(one))}
                </td>
              ))}
              <td className="number" data-label={said.difference}>
                {signed(sum(columns.at(-1) ?? 'asked') - sum(columns[0] ?? 'asked'))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

const signed = (by: number) => (by === 0 ? '0' : `${by > 0 ? '+' : '−'}${showNumber(Math.abs(by))}`);

/** From the first amount of a line that is known to the last. */
function Difference({ row, columns }: { row: CostRow; columns: readonly Amount[] }) {
  const known = columns.map((one) => row[one]).filter((one) => one !== null);
  const [first, last] = [known[0], known.at(-1)];
  return known.length < 2 || first === undefined || last === undefined ? '—' : signed(last - first);
}

/** Why a line was cut or added to, beneath it. */
function Reasons({ row, across }: { row: CostRow; across: number }) {
  const said = useWords(costWords);
  const told = [
    row.proposedWhy && `${said.why.proposed}: ${row.proposedWhy}`,
    row.approvedWhy && `${said.why.approved}: ${row.approvedWhy}`,
  ].filter(Boolean);
  if (told.length === 0) return null;
  return (
    <tr className="cost-why">
      <td colSpan={across} className="small quiet">
        {told.join('. ')}
      </td>
    </tr>
  );
}
