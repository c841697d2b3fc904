import type { Review } from '../../features/reviews/contract.ts';
import { useSession } from '../api/client.ts';
import { Figure } from '../figures/figure.tsx';
import { RecordLink } from '../figures/record-link.tsx';
import { useWords } from '../i18n/language.ts';
import { Table } from '../ui/table.tsx';
import type { Opens } from './filled.tsx';
import { reviewsWords } from './words.ts';

/** What was signed beside today's register, and the directives that make the difference. */
export function Difference({
  review,
  opens,
  opensNow,
}: {
  review: Review;
  opens: Opens;
  /** Opens the records a figure counts by the register of today. */
  opensNow: Opens;
}) {
  const said = useWords(reviewsWords);
  const { difference } = review;
  const { today: day } = useSession();
  if (difference === null) return null;
  const { figures, records } = difference;
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
                  door={{ open: () => opensNow(key) }}
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
          <ul className="plain record-lines">
            {records.map(({ id, page, words, entered, left }) => (
              <li key={id}>
                <RecordLink record={{ words, page }} asOf={day} />
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
