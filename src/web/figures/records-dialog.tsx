import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { RecordUnit } from '../../domain/figures/figure.ts';
import type { FigureRecord } from '../../features/figures/contract.ts';
import type { CallOptions } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { RecordLink } from './record-link.tsx';
import { figuresWords } from './words.ts';

interface Records {
  items: readonly Pick<FigureRecord, 'id' | 'words' | 'page'>[];
  next: string | null;
  total?: number | undefined;
  /** What they are; directives unless told. */
  family?: RecordUnit;
}

/** The records behind a figure of a paper, over the paper. */
export function RecordsDialog({
  title,
  of,
  asOf,
  kept,
  read,
  onClose,
}: {
  title: string;
  /** Whose they are. */
  of?: string;
  /** The day as of which their own pages are opened. */
  asOf: string;
  /** The name under which they are kept once read. */
  kept: QueryKey;
  read: (cursor: string | undefined, options: CallOptions) => Promise<Records>;
  onClose: () => void;
}) {
  const said = useWords(figuresWords);
  const { more } = useWords(common);
  const records = useInfiniteQuery({
    queryKey: kept,
    queryFn: ({ pageParam, signal }) => read(pageParam, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const first = records.data?.pages[0];
  const total = first?.total;
  const counted =
    total === 0
      ? said.noRecords
      : total && said.records(showNumber(total), said.inUnit[first?.family ?? 'directives']);
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <p className="quiet small" role="status">
          {[of, counted].filter(Boolean).join(' · ')}
        </p>
        {records.isPending && <Skeleton rows={5} />}
        {records.isError && <Failed error={records.error} retry={() => void records.refetch()} />}
        <ul className="plain record-lines">
          {records.data?.pages
            .flatMap(({ items }) => items)
            .map((record) => (
              <li key={record.id}>
                <RecordLink record={record} asOf={asOf} />
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
