import { useInfiniteQuery } from '@tanstack/react-query';
import { listReviewRecords, type Review } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { RecordLink } from '../figures/record-link.tsx';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { reviewsWords } from './words.ts';

/** The records behind a figure of a review: of a signed one those counted then, as they stood at the cut-off. */
export function RecordsDialog({
  review,
  figure,
  unit,
  today = false,
  onClose,
}: {
  review: Review;
  figure: string;
  unit: string | undefined;
  /** Those counted by the register of today, not those of what was signed. */
  today?: boolean;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  const { more } = useWords(common);
  const version = today ? 0 : review.signature?.version;
  const records = useInfiniteQuery({
    queryKey: ['directives', 'reviews', 'records', review.id, version, figure, unit],
    queryFn: ({ pageParam, signal }) =>
      call(
        listReviewRecords,
        { params: { id: review.id }, query: { figure, unit, version, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const told = review.figures.find(({ key }) => key === figure);
  const of = review.units.find(({ unitId }) => unitId === unit)?.name ?? said.whole;
  const total = records.data?.pages[0]?.total;
  return (
    <Dialog title={told?.name ?? said.title} onClose={onClose}>
      <div className="stack">
        <p className="quiet small" role="status">
          {of}
          {total !== undefined && ` · ${total === 0 ? said.noRecords : said.records(showNumber(total))}`}
        </p>
        {records.isPending && <Skeleton rows={5} />}
        {records.isError && <Failed error={records.error} retry={() => void records.refetch()} />}
        <ul className="plain review-records">
          {records.data?.pages
            .flatMap(({ items }) => items)
            .map(({ id, words, page }) => (
              <li key={id}>
                <RecordLink record={{ words, page }} asOf={review.readUntil} />
              </li>
            ))}
        </ul>
        {records.hasNextPage && (
          <Button busy={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
            {more}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
