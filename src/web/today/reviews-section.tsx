import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listWaitingPages } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { reviewsWords } from '../reviews/words.ts';
import { todayWords } from './words.ts';

/** Parts of reviews that one's own units still owe; nothing where none is waited for. */
export function ReviewsSection() {
  const said = useWords(todayWords);
  const { missing: names } = useWords(reviewsWords);
  const waiting = useQuery({
    queryKey: ['directives', 'reviews', 'waiting'],
    queryFn: ({ signal }) => call(listWaitingPages, {}, { signal }),
  });
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card padded stack" aria-labelledby="reviews-waiting">
      <h2 id="reviews-waiting">{said.reviews}</h2>
      <ul className="plain today-lines">
        {items.map(({ reviewId, unitId, words, unit, missing, unitsUntil, lateness, late }) => (
          <li key={`${reviewId} ${unitId}`}>
            <Link to="/reviews/$id" params={{ id: reviewId }}>
              {said.reviewOf(words, unit)}
            </Link>
            <span className="small quiet">
              {said.stillMissing(missing.map((one) => names[one]).join(', '))}
            </span>
            <span className="row tags">
              <span className={`badge ${late?.when === 'after' ? 'late' : 'soon'}`}>
                {said.until(showDay(unitsUntil), lateness)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
