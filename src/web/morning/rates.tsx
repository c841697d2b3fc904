import { shareNames, tenthsOf } from '../../domain/directives/rates.ts';
import type { Dashboard } from '../../features/dashboard/contract.ts';
import { doorOf, Figure } from '../figures/figure.tsx';
import { asHeading, showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

/** The four shares of what came due, which sum to 100 %, and how they are counted. */
export function Rates({ dashboard }: { dashboard: Dashboard }) {
  const said = useWords(morningWords);
  const { rates, period } = dashboard;
  const { before } = rates;
  const counts = Object.fromEntries(shareNames.map((share) => [share, rates.shares[share].count]));
  const tenths = tenthsOf({
    'done-by-first': 0,
    'done-after-first': 0,
    overdue: 0,
    extended: 0,
    ...counts,
  });
  const base = showNumber(rates.base.count);
  return (
    <section className="card rates" aria-label={said.rates}>
      {rates.base.count === 0 ? (
        <p className="rates-empty">
          <strong>{said.noBase}</strong> <span className="quiet">{said.noBaseHint}</span>
        </p>
      ) : (
        <ul className="plain shares">
          {shareNames.map((share) => (
            <li key={share} className={`share ${share}`}>
              <Figure
                value={tenths[share]}
                unit="tenths-of-percent"
                records={rates.shares[share].count}
                door={doorOf(rates.shares[share])}
                className="share-figure"
              >
                {(shown) => (
                  <>
                    <strong>{shown}</strong>
                    <span>{said.share[share]}</span>
                  </>
                )}
              </Figure>
              <Figure
                value={rates.shares[share].count}
                door={doorOf(rates.shares[share])}
                className="small quiet counted"
              >
                {(shown) => said.of(shown, base)}
              </Figure>
              {share === 'done-after-first' && rates.medianLate !== null && (
                <Figure
                  value={rates.medianLate}
                  unit="working-days"
                  records={rates.shares[share].count}
                  door={doorOf(rates.shares[share])}
                  className="small quiet counted"
                >
                  {said.medianLate}
                </Figure>
              )}
              {share === 'done-by-first' && before && (
                <Figure
                  value={Math.round((before.doneByFirst.count * 1000) / before.base)}
                  unit="tenths-of-percent"
                  records={before.doneByFirst.count}
                  door={doorOf(before.doneByFirst)}
                  className="small before"
                >
                  {(shown) => said.before(before.words, shown)}
                </Figure>
              )}
            </li>
          ))}
        </ul>
      )}
      <details className="how">
        <summary>
          {said.how} · {asHeading(period.words)}
        </summary>
        <p>{said.howWords(showDay(period.from), showDay(period.to))}</p>
        <p>{said.howShares}</p>
        <p>
          <Figure value={rates.base.count} door={doorOf(rates.base)}>
            {(shown) => `${shown} ${said.howBase}`}
          </Figure>
          {' · '}
          <Figure value={rates.setAside.count} door={doorOf(rates.setAside)}>
            {(shown) => `${shown} ${said.howAside}`}
          </Figure>
        </p>
      </details>
    </section>
  );
}
