import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { listReviewFindings, type Review } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { reviewsWords } from './words.ts';

/** What does not hold before a review is signed: for people to put right, or to sign all the same. */
export function Findings({ review }: { review: Review }) {
  const said = useWords(reviewsWords);
  const heading = useId();
  const found = useQuery({
    queryKey: ['directives', 'reviews', 'findings', review.id],
    queryFn: ({ signal }) => call(listReviewFindings, { params: { id: review.id } }, { signal }),
    enabled: review.signature === null,
  });
  const items = review.signature === null ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <section className="notice soon stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{said.findings}</h2>
      <ul>
        {items.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
