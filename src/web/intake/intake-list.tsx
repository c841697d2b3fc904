import {
  IconCircleCheck,
  IconEye,
  IconFileAlert,
  IconFileOff,
  IconHourglass,
  type TablerIcon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type IntakeRow, type IntakeState, listIntakes } from '../../features/intake/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { asHeading, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { documentWords } from '../review/document-words.ts';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { intakeWords } from './words.ts';

const icons: Record<IntakeState, TablerIcon> = {
  waiting: IconHourglass,
  reading: IconHourglass,
  unreadable: IconFileAlert,
  reviewing: IconEye,
  confirmed: IconCircleCheck,
  dropped: IconFileOff,
};

const isUnderWay = ({ state }: IntakeRow) => state === 'waiting' || state === 'reading';

/** Intakes newest first; asked for again every two seconds while something is being read. */
export function IntakeList({ state }: { state: IntakeState | undefined }) {
  const said = useWords(intakeWords);
  const shared = useWords(common);
  const list = useInfiniteQuery({
    queryKey: ['intakes', state ?? 'all'],
    queryFn: ({ pageParam }) => call(listIntakes, { query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? 2000 : false,
  });
  if (list.error) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton rows={8} height={58} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <Empty title={state ? said.emptyState : said.empty}>{state ? null : <p>{said.emptyWhat}</p>}</Empty>
    );
  }
  return (
    <>
      <ul className="plain card intake-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {shared.more}
        </button>
      )}
    </>
  );
}

function Row({ row }: { row: IntakeRow }) {
  const said = useWords(intakeWords);
  const Icon = icons[row.state];
  const { head, progress } = row;
  return (
    <Link to="/intake/$id" params={{ id: row.id }} className={`intake-row ${row.state}`}>
      <Icon size={19} aria-hidden />
      <span className="intake-name">
        <strong>{head?.subject ? asHeading(head.subject) : row.name}</strong>
        <span className="quiet small">
          {[head && documentWords(head), said.receivedBy(row.receivedBy, showMoment(row.receivedAt))]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.refusal !== null && <span className="small intake-refusal">{row.refusal}</span>}
      </span>
      <span className="intake-state">
        {progress ? (
          <>
            <span className="small">
              {said.pages(progress.done, progress.of)} · {progress.what}
            </span>
            <progress max={progress.of} value={progress.done} aria-label={said.state[row.state]} />
          </>
        ) : row.state === 'reviewing' ? (
          <>
            {row.doubtful > 0 && <span className="badge soon">{said.doubtful(row.doubtful)}</span>}
            <span className="badge fine">{said.clear(row.clear)}</span>
          </>
        ) : (
          <span className={`badge ${row.state === 'confirmed' ? 'fine' : ''}`}>{said.state[row.state]}</span>
        )}
      </span>
    </Link>
  );
}
