import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { listDirectives } from '../../features/directives/contract.ts';
import { type DocumentRecord, getDocument } from '../../features/documents/contract.ts';
import { getOriginal } from '../../features/intake/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { asHeading, showBytes, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { documentWords } from './words.ts';
import './document.css';

/** One document of the register: its directives, its words, its original, what it cites. */
export function DocumentPage() {
  const said = useWords(documentWords);
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['document', id],
    queryFn: () => call(getDocument, { params: { id } }),
  });
  useTitle(query.data?.number ?? said.documents);
  if (query.isPending)
    return (
      <div className="page">
        <Skeleton rows={9} />
      </div>
    );
  if (query.isError)
    return (
      <div className="page">
        <h1>{said.title}</h1>
        <Failed error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const document = query.data;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/documents" search={{ direction: document.direction }} activeOptions={{ exact: true }}>
              {said.direction[document.direction]}
            </Link>{' '}
            › {document.number ?? '—'} · {showDay(document.date)}
          </p>
          <h1>{asHeading(document.subject)}</h1>
        </div>
      </header>
      <div className="split">
        <div className="stack">
          <Directives documentId={id} />
          <section className="card padded stack tight">
            <h2>{said.text}</h2>
            {document.text ? (
              <DocumentText text={document.text} citations={document.citations} />
            ) : (
              <p className="quiet">{said.noText}</p>
            )}
          </section>
        </div>
        <Facts document={document} />
      </div>
    </div>
  );
}

function Facts({ document }: { document: DocumentRecord }) {
  const said = useWords(documentWords);
  const { file } = document;
  return (
    <aside className="stack">
      <section className="card padded stack">
        <dl className="facts">
          <dt>{said.book}</dt>
          <dd>
            {document.bookNumber}/{document.bookYear}
          </dd>
          <dt>{said.issuer}</dt>
          <dd>{document.issuer ?? '—'}</dd>
          <dt>{said.registered}</dt>
          <dd>{showDay(document.registeredOn)}</dd>
          <dt>{said.registeredBy}</dt>
          <dd>{document.registeredBy}</dd>
        </dl>
        {file && document.abilities.original === true && (
          <>
            <a
              className="button"
              href={addressOf(getOriginal, { params: { id: file.intakeId } })}
              download={file.name}
            >
              <IconDownload size={18} aria-hidden /> {said.original} ({showBytes(file.bytes)})
            </a>
            <Link to="/intake/$id" params={{ id: file.intakeId }}>
              {said.review}
            </Link>
            <p className="small quiet hash">
              {said.hash}: <code>{file.hash}</code>
            </p>
          </>
        )}
        {typeof document.abilities.original === 'string' && (
          <p className="small quiet">{document.abilities.original}</p>
        )}
      </section>
      <section className="card padded stack tight">
        <h2>{said.citations}</h2>
        {document.citations.length === 0 && <p className="quiet">{said.noCitations}</p>}
        <ul className="plain stack tight">
          {unique(document.citations).map((citation) => (
            <li key={citation.number}>
              {citation.documentId ? (
                <Link to="/documents/$id" params={{ id: citation.documentId }}>
                  {citation.number}
                </Link>
              ) : (
                citation.number
              )}
              {citation.date && <span className="quiet"> · {showDay(citation.date)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

const unique = (citations: DocumentRecord['citations']) => [
  ...new Map(citations.map((citation) => [citation.number, citation])).values(),
];

function Directives({ documentId }: { documentId: string }) {
  const said = useWords(documentWords);
  const query = useQuery({
    queryKey: ['directives', { document: documentId }],
    queryFn: () => call(listDirectives, { query: { document: documentId, limit: 200 } }),
  });
  return (
    <section className="card padded stack tight">
      <h2>{said.ofThis}</h2>
      {query.isPending && <Skeleton rows={4} />}
      {query.isError && <Failed error={query.error} />}
      {query.data?.items.length === 0 && <p className="quiet">{said.noDirectives}</p>}
      <ol className="plain directive-lines">
        {query.data?.items.map((row) => (
          <li key={row.id}>
            <Link to="/directives/$id" params={{ id: row.id }}>
              {row.words}
            </Link>
            <span className="small quiet">{row.lead?.name ?? '—'}</span>
            <StateBadge row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The words as read, one paragraph a line, what it cites marked. */
function DocumentText({ text, citations }: Pick<DocumentRecord, 'citations'> & { text: string }) {
  const paragraphs: { start: number; words: string }[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    if (words.trim() !== '') paragraphs.push({ start, words });
    start += words.length + 1;
  }
  return (
    <div className="document-text">
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>{withCitations(paragraph, citations)}</p>
      ))}
    </div>
  );
}

function withCitations(
  { start, words }: { start: number; words: string },
  citations: DocumentRecord['citations'],
) {
  const parts = [];
  let at = 0;
  for (const { span, documentId, number } of citations) {
    const [from, to] = [span[0] - start, span[1] - start];
    if (from < at || to > words.length) continue;
    parts.push(words.slice(at, from));
    const cited = words.slice(from, to);
    parts.push(
      documentId ? (
        <Link key={from} to="/documents/$id" params={{ id: documentId }} title={number}>
          {cited}
        </Link>
      ) : (
        <em key={from}>{cited}</em>
      ),
    );
    at = to;
  }
  parts.push(words.slice(at));
  return parts;
}
