import type { Bar } from '../../features/dashboard/contract.ts';
import { doorOf, Figure } from '../figures/figure.tsx';
import { asHeading } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

const pieces = ['in-time', 'due-soon', 'overdue', 'awaiting'] as const;

const sizeOf = (bar: Bar) => pieces.reduce((sum, piece) => sum + bar[piece].count, 0);

/** Open work of each unit on one scale, the latest first; every piece opens its list, and so does the table beneath. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const said = useWords(morningWords);
  const nameOf = ({ unit }: Bar) => (unit.unitId === null ? asHeading(said.noLead) : unit.name);
  const largest = Math.max(1, ...bars.map(sizeOf));
  const drawn = bars.filter((bar) => sizeOf(bar) > 0);
  return (
    <section className="stack" aria-label={said.bars}>
      <div className="row apart">
        <h2>{said.bars}</h2>
        <ul className="plain legend small quiet">
          {pieces.map((piece) => (
            <li key={piece}>
              <span className={`swatch ${piece}`} aria-hidden /> {said.pieces[piece]}
            </li>
          ))}
        </ul>
      </div>
      {drawn.length === 0 && (
        <p>
          <strong>{said.noBars}</strong> <span className="quiet">{said.noBarsHint}</span>
        </p>
      )}
      <ul className="plain bars">
        {drawn.map((bar) => (
          <li key={bar.unit.unitId ?? ''}>
            <span className="bar-name" title={nameOf(bar)}>
              {nameOf(bar)}
            </span>
            <span className="bar">
              {pieces
                .filter((piece) => bar[piece].count > 0)
                .map((piece) => (
                  <Figure
                    key={piece}
                    value={bar[piece].count}
                    door={doorOf(bar[piece])}
                    className={`piece ${piece}`}
                    basis={(bar[piece].count / largest) * 100}
                    label={(shown) => said.ofUnit(nameOf(bar), shown, said.pieces[piece])}
                  />
                ))}
            </span>
          </li>
        ))}
      </ul>
      {bars.length > 0 && <BarTable bars={bars} />}
    </section>
  );
}

function BarTable({ bars }: { bars: readonly Bar[] }) {
  const said = useWords(morningWords);
  const nameOf = ({ unit }: Bar) => (unit.unitId === null ? asHeading(said.noLead) : unit.name);
  return (
    <details className="no-print">
      <summary>{said.table}</summary>
      <div className="scroll-x">
        <table className="table compact">
          <thead>
            <tr>
              <th scope="col">{said.unit}</th>
              {pieces.map((piece) => (
                <th key={piece} scope="col" className="number">
                  {said.pieces[piece]}
                </th>
              ))}
              <th scope="col" className="number">
                {said.done}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.unit.unitId ?? ''}>
                <th scope="row">{nameOf(bar)}</th>
                {[...pieces, 'done' as const].map((piece) => (
                  <td key={piece} className="number">
                    <Figure value={bar[piece].count} door={doorOf(bar[piece])} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
