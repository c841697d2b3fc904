import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import { getPublicCall, listPublicCalls, publicNotice } from '../../features/calls/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { PublicFrame } from './public-frame.tsx';
import { callWords } from './words.ts';
import './calls.css';

/** Open calls, for whoever looks; nobody signs in. */
export function PublicCallsPage() {
  const said = useWords(callWords);
  useTitle(said.publicTitle);
  const list = useQuery({
    queryKey: ['public-calls'],
    queryFn: ({ signal }) => call(listPublicCalls, {}, { signal }),
  });
  return (
    <PublicFrame>
      <h1>{said.publicTitle}</h1>
      {list.isPending && <Skeleton rows={4} height={80} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <Empty title={said.publicNone}>
          <p>{said.publicNoneHint}</p>
        </Empty>
      )}
      <ul className="plain stack">
        {list.data?.map((one) => (
          <li key={one.id} className="card padded call-card">
            <div>
              <h2>
                <Link to="/public/calls/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
              </h2>
              <p className="quiet">
                {one.agency} · {one.number} · {said.tasks(one.tasks)}
              </p>
            </div>
            <div className="call-state">
              <span className={`badge ${one.open ? 'fine' : ''}`}>
                {one.open ? said.isOpen : said.isClosed}
              </span>
              <span className="small">{said.closes(showDay(one.closesOn))}</span>
            </div>
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}

/** One call with its tasks and its notice to take away. */
export function PublicCallPage() {
  const said = useWords(callWords);
  const { id = '' } = useParams({ strict: false });
  const shown = useQuery({
    queryKey: ['public-calls', id],
    queryFn: ({ signal }) => call(getPublicCall, { params: { id } }, { signal }),
  });
  const one = shown.data;
  useTitle(one?.title ?? said.publicTitle);
  const link = (format: 'pdf' | 'docx', extension?: number) =>
    addressOf(publicNotice, { params: { id }, query: { format, extension } });
  return (
    <PublicFrame>
      {shown.isError && <Failed error={shown.error} />}
      {shown.isPending && <Skeleton rows={6} height={60} />}
      {one && (
        <article className="stack">
          <header className="stack tight">
            <p className="quiet">
              {one.agency} · {one.number}
            </p>
            <h1>{one.title}</h1>
            <p className="row">
              <span className={`badge ${one.open ? 'fine' : ''}`}>
                {one.open ? said.isOpen : said.isClosed}
              </span>
              <strong>{said.closes(showDay(one.closesOn))}</strong>
            </p>
          </header>
          <p className="row">
            <a className="button primary" href={link('pdf')} download>
              <IconFileText size={18} aria-hidden /> {said.notice} (PDF)
            </a>
            <a className="button" href={link('docx')} download>
              <IconFileText size={18} aria-hidden /> Word
            </a>
            {one.extensions.map(({ number }, at) => (
              <a key={number} className="button" href={link('pdf', at + 1)} download>
                <IconFileText size={18} aria-hidden /> {said.noticeOf(number)}
              </a>
            ))}
          </p>
          {one.words !== '' && <p className="lines">{one.words}</p>}
          <ul className="plain stack">
            {one.items.map(({ taskId, title, field, aims, products }) => (
              <li key={taskId} className="card padded stack tight">
                <h2>{title}</h2>
                <dl className="facts">
                  {(
                    [
                      [said.field, field],
                      [said.aims, aims],
                      [said.products, products],
                    ] as const
                  )
                    .filter(([, told]) => told)
                    .map(([name, told]) => (
                      <Fragment key={name}>
                        <dt>{name}</dt>
                        <dd className="lines">{told}</dd>
                      </Fragment>
                    ))}
                </dl>
              </li>
            ))}
          </ul>
          <section className="card padded stack">
            <h2>{said.contact}</h2>
            <p className="lines">{one.contact}</p>
            {one.open && (
              <p>
                <Link to="/sign-in" search={{ next: '/portal' }} className="button primary">
                  {said.file}
                </Link>
              </p>
            )}
            <p className="small quiet">{said.fileHint}</p>
          </section>
        </article>
      )}
    </PublicFrame>
  );
}
