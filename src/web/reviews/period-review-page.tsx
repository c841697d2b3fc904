import { IconDownload, IconLock, IconPresentation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  getReview,
  type Review,
  reviewDocx,
  reviewPdf,
  reviewXlsx,
} from '../../features/reviews/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { Figure } from '../figures/figure.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { Difference } from './difference.tsx';
import { Filled, type Opens } from './filled.tsx';
import { Findings } from './findings.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { reviewKey } from './review-query.ts';
import { ReviewRecords } from './review-records.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { Units } from './units.tsx';
import { Versions } from './versions.tsx';
import { reviewsWords } from './words.ts';
import { ComposeDialog } from './write-dialog.tsx';
import './reviews.css';

/** One review: its sections, its units, and once signed what differs since; the figure that is open is the address. */
export function PeriodReviewPage() {
  const said = useWords(reviewsWords);
  const { id = '' } = useParams({ strict: false });
  const { figure, unit, version, now } = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: reviewKey(id, version),
    queryFn: ({ signal }) => call(getReview, { params: { id }, query: { version } }, { signal }),
  });
  const review = found.data;
  const title = review ? `${said.title} ${review.period.words}` : said.title;
  useTitle(title);
  const show = (search: Record<string, string | undefined>) =>
    void navigate({ to: '/reviews/$id', params: { id }, search: { version, ...search } });
  const opens: Opens = (key, of) => show({ figure: key, unit: of });
  const opensNow: Opens = (key) => show({ figure: key, now: '1' });
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/reviews">{said.title}</Link>
          </p>
          <h1>{title}</h1>
          {review && <Standing review={review} />}
        </div>
        {review && <Acts review={review} />}
      </header>
      {found.isPending && <Skeleton rows={9} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {review && (
        <>
          <Versions review={review} />
          <Findings review={review} />
          <Sections review={review} opens={opens} />
          <Difference {...{ review, opens, opensNow }} />
          <Units review={review} opens={opens} />
          <AllFigures review={review} opens={opens} />
          {figure && (
            <ReviewRecords
              key={`${figure} ${unit}`}
              {...{ review, figure, unit }}
              today={now !== undefined}
              onClose={() => show({})}
            />
          )}
        </>
      )}
    </div>
  );
}

function Standing({ review: { period, signature, readUntil } }: { review: Review }) {
  const said = useWords(reviewsWords);
  return (
    <>
      <p className="quiet">{said.span(showDay(period.from), showDay(period.to), showDay(period.cutOff))}</p>
      {signature ? (
        <div className="review-frozen">
          <p>
            <IconLock size={16} aria-hidden />{' '}
            {said.frozen(String(signature.version), showDay(signature.on), signature.by)}
          </p>
          {signature.lines.length > 0 && <p className="small quiet">{signature.lines.join(' · ')}</p>}
          {signature.issued && (
            <p className="small">
              <Link to="/documents/$id" params={{ id: signature.issued.documentId }}>
                {said.issuedAs(signature.issued.number ?? '')}
              </Link>
            </p>
          )}
          {signature.reason && (
            <p className="small">
              {said.acceptedMissing(signature.missing.map(({ name }) => name).join(', '), signature.reason)}
            </p>
          )}
          <p className="small quiet">
            {said.seal}: <code>{signature.sha256}</code>
          </p>
        </div>
      ) : (
        <p className="quiet small">
          {readUntil < period.cutOff ? said.readUntil(showDay(readUntil)) : said.live}
        </p>
      )}
    </>
  );
}

function Acts({ review }: { review: Review }) {
  const said = useWords(reviewsWords);
  const [asked, setAsked] = useState<'sign' | 'reopen' | null>(null);
  const file = { params: { id: review.id }, query: { version: review.signature?.version } };
  return (
    <div className="row">
      <a className="button" href={addressOf(reviewDocx, file)} download>
        <IconDownload size={18} aria-hidden /> {said.word}
      </a>
      <a className="button" href={addressOf(reviewPdf, file)} download>
        <IconDownload size={18} aria-hidden /> {said.pdf}
      </a>
      <a className="button" href={addressOf(reviewXlsx, file)} download>
        <IconDownload size={18} aria-hidden /> {said.excel}
      </a>
      <Link
        className="button"
        to="/reviews/$id/slides"
        params={{ id: review.id }}
        search={{ version: review.signature ? String(review.signature.version) : undefined }}
      >
        <IconPresentation size={18} aria-hidden /> {said.slides}
      </Link>
      {review.signature === null ? (
        <AbleButton ability={review.abilities.sign} kind="primary" onClick={() => setAsked('sign')}>
          {said.sign}
        </AbleButton>
      ) : (
        // Who may not open it again need not be told so.
        review.abilities.reopen === true && <Button onClick={() => setAsked('reopen')}>{said.reopen}</Button>
      )}
      {asked === 'sign' && <SignDialog review={review} onClose={() => setAsked(null)} />}
      {asked === 'reopen' && <ReopenDialog review={review} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Sections({ review, opens }: { review: Review; opens: Opens }) {
  const said = useWords(reviewsWords);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = review.sections.find(({ section }) => section === editing);
  const mayCompose = review.abilities.compose === true;
  return (
    <>
      {review.sections.map(({ section, words, drafted, composed, typed }) => (
        <section key={section} className="card padded stack" aria-labelledby={`section-${section}`}>
          <div className="row apart">
            <h2 id={`section-${section}`}>{said.sections[section]}</h2>
            {mayCompose && (
              <Button className="small" onClick={() => setEditing(section)}>
                {said.edit} <span className="unseen">: {said.sections[section]}</span>
              </Button>
            )}
          </div>
          {words === '' ? (
            <p className="quiet">{said.nothing}</p>
          ) : (
            <Filled words={words} figures={review.figures} opens={opens} />
          )}
          {words !== '' && (
            <p className="small quiet">
              {drafted || composed === null
                ? said.drafted
                : said.composedBy(showDay(composed.on), composed.by)}
            </p>
          )}
          {typed.length > 0 && review.signature === null && (
            <p className="notice soon">{said.typed(typed.join(', '))}</p>
          )}
        </section>
      ))}
      {edited && <ComposeDialog review={review} section={edited} onClose={() => setEditing(null)} />}
    </>
  );
}

function AllFigures({ review, opens }: { review: Review; opens: Opens }) {
  const said = useWords(reviewsWords);
  return (
    <details className="card padded">
      <summary>{said.all}</summary>
      <ul className="plain review-figures">
        {review.figures.map(({ key, name, unit, value, records }) => (
          <li key={key} className="row apart">
            <span>{name}</span>
            <Figure
              {...{ value, unit, records }}
              door={{ open: () => opens(key) }}
              label={(shown) => `${name}: ${shown}`}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
