import type { PortfolioImport, Sum } from '../../features/task-imports/contract.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { scrolls } from '../ui/scrolls.ts';
import { taskImportWords } from './words.ts';

/** Whether what a file holds is what was made, was there, and is faulty. */
export function Reconciliation({ sums }: Pick<PortfolioImport, 'sums'>) {
  const said = useWords(taskImportWords);
  const { off, stated } = sums;
  const agrees = off.rows === 0 && off.stateMoney === 0 && off.otherMoney === 0;
  const lines: (readonly [string, Sum])[] = [
    [said.file, sums.file],
    [said.made, sums.made],
    [said.there, sums.there],
    [said.wrong, sums.faulty],
    ...(agrees ? [] : [[said.off, off] as const]),
  ];
  return (
    <section className="card padded stack">
      <h3>{said.reconciliation}</h3>
      <section className="scroll-x" aria-label={said.reconciliation} {...scrolls}>
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
            {lines.map(([name, { rows, stateMoney, otherMoney }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{showNumber(rows)}</td>
                <td className="number">{showNumber(stateMoney)}</td>
                <td className="number">{showNumber(otherMoney)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={agrees ? 'small quiet' : 'small'}>{agrees ? said.agrees : said.disagrees}</p>
      {stated && (
        <p className="small">
          {stated.stateMoney === 0 && stated.otherMoney === 0
            ? said.statedAgrees
            : said.statedOff(showNumber(stated.stateMoney), showNumber(stated.otherMoney))}
        </p>
      )}
    </section>
  );
}
