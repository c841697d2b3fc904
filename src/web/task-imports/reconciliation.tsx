import type { PortfolioImport, Sum } from '../../features/task-imports/contract.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { taskImportWords } from './words.ts';

/** Whether what a file holds is what was made, was there, and is faulty. */
export function Reconciliation({ sums }: Pick<PortfolioImport, 'sums'>) {
  const said = useWords(taskImportWords);
  const { off, stated } = sums;
  const agrees = off.rows === 0 && off.state === 0 && off.other === 0;
  const lines: (readonly [string, Sum])[] = [
    [said.file, sums.file],
    [said.made, sums.made],
    [said.there, sums.there],
    [said.wrong, sums.faulty],
    ...(agrees ? [] : [[said.off, off] as const]),
  ];
  return (
    <section className="card stack" aria-label={said.reconciliation}>
      <h3>{said.reconciliation}</h3>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              {said.reconHeads.map((head, place) =>
                place === 0 ? (
                  <td key={head} />
                ) : (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map(([name, { rows, state, other }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{showNumber(rows)}</td>
                <td className="number">{showNumber(state)}</td>
                <td className="number">{showNumber(other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={agrees ? 'small quiet' : 'small'}>{agrees ? said.agrees : said.disagrees}</p>
      {stated && (
        <p className="small">
          {stated.state === 0 && stated.other === 0
            ? said.statedAgrees
            : said.statedOff(showNumber(stated.state), showNumber(stated.other))}
        </p>
      )}
    </section>
  );
}
