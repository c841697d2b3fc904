import { IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { documentKinds } from '../../domain/documents/kinds.ts';
import type { Split } from '../../domain/figures/family.ts';
import { type FigureRecord, listFigureRecords } from '../../features/figures/contract.ts';
import { call } from '../api/call.ts';
import { causeNames } from '../directives/acts/words.ts';
import { directiveWords } from '../directives/words.ts';
import { documentWords } from '../documents/words.ts';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { SourceLink } from '../record/source-link.tsx';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { Figure } from './figure.tsx';
import { RecordLink } from './record-link.tsx';
import { RecordState } from './record-state.tsx';
import { type Asked, queryOf } from './use-reading.ts';
import { useSaid } from './use-said.ts';
import { figuresWords } from './words.ts';

type Reply = z.infer<(typeof listFigureRecords)['reply']>;

interface Opened {
  figure: string;
  /** Only these of its records. */
  part: { by: Split; key: string } | undefined;
  asked: Asked;
}

/** The records behind a figure as they stood at the cut-off, and the figure told apart; Esc closes it. */
export function RecordsPanel({ onClose, ...opened }: Opened & { onClose: () => void }) {
  const said = useWords(figuresWords);
  const { close, more } = useWords(common);
  const { figure, part, asked } = opened;
  const query = { ...queryOf(asked), figure, ...part, limit: 50 };
  const records = useInfiniteQuery({
    queryKey: ['directives', 'figures', 'records', query],
    queryFn: ({ pageParam, signal }) =>
      call(listFigureRecords, { query: { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const { isSuccess } = records;
  useEffect(() => {
    if (isSuccess) heading.current?.focus({ preventScroll: true });
  }, [isSuccess]);
  const first = records.data?.pages[0];
  const rows = records.data?.pages.flatMap(({ items }) => items) ?? [];
  const say = useSaid();
  return (
    <aside className="card panel stack" aria-label={said.seeRecords}>
      <div className="row apart">
        {part ? (
          <Link to="/figures" search={{ ...asked, figure }} className="button small">
            {said.whole}
          </Link>
        ) : (
          <span />
        )}
        <button type="button" className="button bare small" onClick={onClose}>
          <IconX size={16} aria-hidden /> {close} <kbd aria-hidden>Esc</kbd>
        </button>
      </div>
      {records.isPending && <Skeleton rows={7} />}
      {records.isError && <Failed error={records.error} retry={() => void records.refetch()} />}
      {first && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {say(first.figure).name}
          </h2>
          <Headline reply={first} {...opened} />
          <p className="small">
            <strong>{said.counts}.</strong> {say(first.figure).counts}
          </p>
          {first.splits.map((split) => (
            <Apart key={split.by} split={split} reply={first} {...opened} />
          ))}
          <Rows rows={rows} reply={first} {...opened} />
          {records.hasNextPage && (
            <Button busy={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
              {more}
            </Button>
          )}
        </>
      )}
    </aside>
  );
}

function Headline({ reply, figure, part, asked }: Opened & { reply: Reply }) {
  const said = useWords(figuresWords);
  return (
    <p>
      <Figure
        value={reply.figure.value}
        unit={reply.figure.unit}
        door={{ to: '/figures', search: { ...asked, figure, ...part } }}
        className="headline"
        current
      />{' '}
      {said.inUnit[reply.figure.unit]}
    </p>
  );
}

const kindNames = Object.fromEntries(documentKinds.map(({ abbreviation, name }) => [abbreviation, name]));

/** The figure told apart, each part the door to its own records. */
function Apart({
  split: { by, parts },
  reply,
  figure,
  asked,
}: Opened & { split: Reply['splits'][number]; reply: Reply }) {
  const said = useWords(figuresWords);
  const { origins } = useWords(directiveWords);
  const causes = useWords(causeNames);
  const { direction } = useWords(documentWords);
  const { level, type, regimeShort, change } = useWords(taskVocabulary);
  const ofTasks = { level, taskType: type, regime: regimeShort, change };
  if (parts.length < 2 && parts.every(({ key }) => key === '')) return null;
  const named: Partial<Record<string, string>> =
    { origin: origins, cause: causes, direction, kind: kindNames, ...ofTasks }[by as string] ?? {};
  return (
    <details className="apart">
      <summary>{said.split[by]}</summary>
      <ul className="plain">
        {parts.map(({ key, name, value }) => {
          const words = key === '' ? said.none[by] : (named[key] ?? name);
          return (
            <li key={key} className="row apart">
              <span>{words}</span>
              <Figure
                value={value}
                unit={reply.figure.unit}
                door={{ to: '/figures', search: { ...asked, figure, by, key } }}
                label={(shown) => `${words}: ${shown}`}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Rows({
  rows,
  reply,
  figure,
  part,
  asked,
}: Opened & { rows: readonly FigureRecord[]; reply: Reply }) {
  const said = useWords(figuresWords);
  const { family } = reply;
  if (rows.length === 0) return <p className="quiet">{said.noRecords}</p>;
  return (
    <>
      <h3>
        <Figure
          value={reply.total ?? 0}
          door={{ to: '/figures', search: { ...asked, figure, ...part } }}
          className="plain-figure"
          current
        >
          {(shown) => said.records(shown, said.inUnit[family])}
        </Figure>
      </h3>
      <ul className="plain today-lines records">
        {rows.map((row) => (
          <li key={row.id}>
            <RecordLink record={row} asOf={reply.period.cutOff} />
            <span className="small quiet">
              {[row.unit, row.day && showDay(row.day)].filter(Boolean).join(' · ')}
            </span>
            <span className="row tags">
              <RecordState family={family} record={row} />
            </span>
            <Source source={row.source} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The paper a record rests on, with its words where it is in the register. */
function Source({ source }: Pick<FigureRecord, 'source'>) {
  const said = useWords(figuresWords);
  if (source === null) return null;
  return (
    <span className="small quiet">
      {said.source}: <SourceLink source={source} />
    </span>
  );
}
