import { shareNames, tenthsOf } from '../../domain/directives/rates.ts';
import type { Dashboard } from '../../features/dashboard/contract.ts';
import { asHeading, showDay, showNumber } from '../i18n/format.ts';
import { language, useWords } from '../i18n/language.ts';
import { FigureLink } from './figure-link.tsx';
import { morningWords } from './words.ts';

/** Tenths of a percent as «86,4%». */
const showTenths = (tenths: number) =>
  `${new Intl.NumberFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: tenths % 1000 === 0 ? 0 : 1 }).format(tenths / 10)}%`;

/** The four shares of what came due, which sum to 100 %, and how they are counted. */
export function Rates({ dashboard }: { dashboard: Dashboard }) {
  const said = useWords(morningWords);
  const { rates, period } = dashboard;
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
              <FigureLink figure={rates.shares[share]} className="share-figure">
                <strong>{showTenths(tenths[share])}</strong>
                <span>{said.share[share]}</span>
              </FigureLink>
              <span className="small quiet">
                {said.of(showNumber(rates.shares[share].count), base)}
                {share === 'done-after-first' &&
                  rates.medianLate !== null &&
                  `, ${said.medianLate(showNumber(rates.medianLate))}`}
              </span>
              {share === 'done-by-first' && rates.before && (
                <FigureLink figure={rates.before.doneByFirst} className="small before">
                  {said.before(
                    rates.before.words,
                    showTenths(Math.round((rates.before.doneByFirst.count * 1000) / rates.before.base)),
                  )}
                </FigureLink>
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
          <FigureLink figure={rates.base}>
            {base} {said.howBase}
          </FigureLink>
          {' · '}
          <FigureLink figure={rates.setAside}>
            {showNumber(rates.setAside.count)} {said.howAside}
          </FigureLink>
        </p>
      </details>
    </section>
  );
}
