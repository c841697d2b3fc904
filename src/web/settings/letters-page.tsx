import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconMailFast,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type LetterRow, listLetters, sendLetterAgain } from '../../features/urging/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { letterWords } from './letter-words.ts';
import './settings.css';
import { Table } from '../ui/table.tsx';

const looks = {
  sent: { kind: 'fine', icon: IconCircleCheck },
  waiting: { kind: 'blue', icon: IconClock },
  'under-way': { kind: 'blue', icon: IconMailFast },
  unknown: { kind: 'soon', icon: IconHelpCircle },
  failed: { kind: 'late', icon: IconAlertTriangle },
} as const;

/** Which digests went out, which wait, and which failed and why; what they say is nowhere here. */
export function LettersPage() {
  const said = useWords(letterWords);
  const { more } = useWords(common);
  const { show } = useSearch({ strict: false });
  const troubled = show === 'troubled';
  useTitle(said.title);
  const list = useInfiniteQuery({
    queryKey: ['letters', troubled],
    queryFn: ({ pageParam }) =>
      call(listLetters, { query: { troubled: troubled ? 'true' : 'false', cursor: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/settings">{said.settings}</Link>
        </p>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
      </header>
      {first && !first.configured && <p className="notice soon">{said.notConfigured}</p>}
      {first && first.withoutAddress > 0 && (
        <p className="small quiet">{said.withoutAddress(showNumber(first.withoutAddress))}</p>
      )}
      <p className="row">
        <Link to="/settings/letters" search={troubled ? {} : { show: 'troubled' }} className="button small">
          {troubled ? said.all : said.troubled}
        </Link>
      </p>
      <div className="card">
        {list.isPending && <Skeleton rows={8} />}
        {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <Empty title={troubled ? said.noTrouble : said.none}>
            <p className="quiet">{said.noneHint}</p>
          </Empty>
        )}
        {rows.length > 0 && <Letters rows={rows} />}
      </div>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  );
}

function Letters({ rows }: { rows: LetterRow[] }) {
  const said = useWords(letterWords);
  return (
    <Table heads={[said.day, said.person, said.state, said.what]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="nowrap">{showDay(row.day)}</td>
          <td>
            {row.person}
            <br />
            <span className="small quiet letter-address">{row.address ?? said.noAddress}</span>
          </td>
          <td>
            <StateOf row={row} />
          </td>
          <td>
            <Events row={row} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function StateOf({ row }: { row: LetterRow }) {
  const said = useWords(letterWords);
  const { kind, icon: Icon } = looks[row.state];
  return (
    <span className={`badge ${kind}`}>
      <Icon size={15} aria-hidden />
      {said.states[row.state]}
    </span>
  );
}

/** What happened last, in words; all of it on demand; and the way to have it sent again. */
function Events({ row }: { row: LetterRow }) {
  const said = useWords(letterWords);
  const { busy, error, run } = useTrying();
  const last = row.events.findLast(({ words }) => words !== '');
  return (
    <div className="stack tight">
      {last && <span>{last.words}</span>}
      {row.nextTryAt !== null && row.tries > 0 && (
        <span className="small quiet">{said.nextTry(showMoment(row.nextTryAt))}</span>
      )}
      {row.state === 'unknown' && <span className="small quiet">{said.unknownHint}</span>}
      {row.events.length > 0 && (
        <details className="small">
          <summary>{said.steps(showNumber(row.tries))}</summary>
          <ol className="plain">
            {row.events.map((event) => (
              <li key={event.kind + event.recordedAt}>
                {showMoment(event.recordedAt)} · {said.kinds[event.kind]}
                {event.words && `: ${event.words}`}
              </li>
            ))}
          </ol>
        </details>
      )}
      {error !== null && <Failed error={error} />}
      {row.abilities.again === true && (
        <Button
          className="small"
          busy={busy}
          aria-label={`${said.again}: ${row.person}, ${showDay(row.day)}`}
          onClick={() =>
            void run(async () => {
              await call(sendLetterAgain, { params: { id: row.id } });
              await client.invalidateQueries({ queryKey: ['letters'] });
              say(said.willSend);
            })
          }
        >
          {said.again}
        </Button>
      )}
    </div>
  );
}
