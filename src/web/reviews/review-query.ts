import type { Review } from '../../features/reviews/contract.ts';
import { client } from '../api/client.ts';

/** Where a review is kept once it was read; of a version that was signed, beside it. */
export const reviewKey = (id: string, version?: string) => [
  ...['directives', 'reviews', 'one', id],
  ...(version === undefined ? [] : [version]),
];

/** Shows a review as a change of it has answered. */
export const keepReview = (review: Review): void => void client.setQueryData(reviewKey(review.id), review);
