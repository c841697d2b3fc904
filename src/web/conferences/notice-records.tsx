import { useInfiniteQuery } from '@tanstack/react-query';
import { type Conference, listNoticeRecords } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { RecordLink } from '../figures/record-link.tsx';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { conferenceWords } from './words.ts';

/** The directives behind a figure of the notice: of an issued one those counted then. */
export function NoticeRecords({
  conference: { id, plan },
  figure,
  name,
  onClose,
}: {
  conference: Conference;
  figure: string;
  name: string;
  onClose: () => void;
}) {
  const said = useWords(conferenceWords);
  const { more } = useWords(common);
  const records = useInfiniteQuery({
    queryKey: ['directives', 'conferences', 'records', id, figure],
    queryFn: ({ pageParam, signal }) =>
      call(listNoticeRecords, { params: { id }, query: { figure, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const total = records.data?.pages[0]?.total;
  return (
    <Dialog title={name} onClose={onClose}>
      <div className="stack">
        <p className="quiet small" role="status">
          {total !== undefined && (total === 0 ? said.noRecords : said.records(showNumber(total)))}
        </p>
        {records.isPending && <Skeleton rows={5} />}
        {records.isError && <Failed error={records.error} retry={() => void records.refetch()} />}
        <ul className="plain review-records">
          {records.data?.pages
            .flatMap(({ items }) => items)
            .map((record) => (
              <li key={record.id}>
                <RecordLink record={record} asOf={plan.day} />
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
