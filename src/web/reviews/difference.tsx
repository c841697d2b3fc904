import { Link } from '@tanstack/react-router';
import type { Review } from '../../features/reviews/contract.ts';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { Table } from '../ui/table.tsx';
import type { Opens } from './filled.tsx';
import { reviewsWords } from './words.ts';

/** What was signed beside today's register, and the directives that make the difference. */
export function Difference({ review, opens }: { review: Review; opens: Opens }) {
  const said = useWords(reviewsWords);
  const { difference, period, readUntil } = review;
  if (difference === null) return null;
  const { figures, records } = difference;
  const today = { period: 'dates', from: period.from, to: period.to, cutOff: readUntil };
  return (
    <section className="card padded stack" aria-labelledby="review-difference">
      <h2 id="review-difference">{said.difference}</h2>
      <p className="quiet small">{figures.length === 0 ? said.same : said.differenceHint}</p>
      {figures.length > 0 && (
        <Table heads={said.differenceHeads}>
          {figures.map(({ key, name, unit, signed, today: now }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <span className="card-label quiet small">{said.differenceHeads[1]}: </span>
                <Figure
                  value={signed}
                  unit={unit}
                  door={{ open: () => opens(key) }}
                  label={(shown) => `${name}, ${said.differenceHeads[1]}: ${shown}`}
                />
              </td>
              <td>
                <span className="card-label quiet small">{said.differenceHeads[2]}: </span>
                <Figure
                  value={now}
                  unit={unit}
                  door={{ to: '/figures', search: { ...today, ...searchOf(key) } }}
                  label={(shown) => `${name}, ${said.differenceHeads[2]}: ${shown}`}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {records.length > 0 && (
        <>
          <h3>{said.changed}</h3>
          <ul className="plain review-records">
            {records.map(({ id, words, entered, left }) => (
              <li key={id}>
                <Link to="/directives/$id" params={{ id }}>
                  {words}
                </Link>
                {entered.length > 0 && <div className="small">{said.enters(entered.join('; '))}</div>}
                {left.length > 0 && <div className="small quiet">{said.leaves(left.join('; '))}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where the page of figures shows a figure of a review: those of a cause are a part of another. */
function searchOf(key: string): Record<string, string> {
  const [figure = key, cause] = key.split(':');
  return cause === undefined ? { figure } : { figure, by: 'cause', key: cause };
}
