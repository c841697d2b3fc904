import {
  IconChevronLeft,
  IconChevronRight,
  IconScan,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Span } from '../../domain/deadlines/deadline.ts';
import type { Review } from '../../features/intake/contract.ts';
import { useWords } from '../i18n/language.ts';
import { makeFinder } from './find.ts';
import { PageView } from './page-view.tsx';
import { TextView } from './text-view.tsx';
import { reviewWords } from './words.ts';

interface SourcePaneProps {
  review: Review;
  focused: string | null;
  focus: (id: string) => void;
  doubtful: ReadonlySet<string>;
  /** A place to look at, as from a warning. */
  look: Span | null;
  add: ((span: Span) => void) | null;
  reset: ((span: Span) => void) | null;
}

/** Steps of enlargement, per cent; drawn by `data-zoom` in the style sheet. */
const zooms = [80, 100, 125, 150, 200];

/** The document beside its tasks: the text as read, or the pages as they look. */
export function SourcePane({ review, look, ...view }: SourcePaneProps) {
  const said = useWords(reviewWords);
  const hasPages = review.places.length > 0;
  const [asPages, setAsPages] = useState(hasPages && review.source.method !== 'text');
  const [zoom, setZoom] = useState(100);
  const [page, setPage] = useState(1);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const find = useMemo(() => makeFinder(review.text), [review.text]);
  const found = useMemo(() => find(wanted), [find, wanted]);
  const current = found[at % Math.max(1, found.length)] ?? null;
  const step = (by: number) => setZoom(zooms[zooms.indexOf(zoom) + by] ?? zoom);
  return (
    <section className="pane source-pane" aria-label={said.text}>
      <div className="pane-bar">
        <button type="button" className="icon-button" aria-label={said.zoomOut} onClick={() => step(-1)}>
          <IconZoomOut size={18} aria-hidden />
        </button>
        <span className="small number">{zoom}%</span>
        <button type="button" className="icon-button" aria-label={said.zoomIn} onClick={() => step(1)}>
          <IconZoomIn size={18} aria-hidden />
        </button>
        {asPages && review.source.pages > 1 && <Pager page={page} of={review.source.pages} go={setPage} />}
        <search className="find-box">
          <IconSearch size={16} aria-hidden />
          <input
            data-field="find"
            aria-label={said.find}
            placeholder={said.find}
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value);
              setAt(0);
              setAsPages(false);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found.length > 0)
                setAt((at + (event.shiftKey ? found.length - 1 : 1)) % found.length);
              if (event.key === 'Escape') setWanted('');
            }}
          />
          <output className="small quiet">
            {wanted.trim().length > 1 &&
              (found.length === 0 ? said.foundNone : said.foundOf((at % found.length) + 1, found.length))}
          </output>
        </search>
        {hasPages ? (
          <div className="choice">
            <button type="button" aria-pressed={asPages} onClick={() => setAsPages(true)}>
              {said.pageImage}
            </button>
            <button type="button" aria-pressed={!asPages} onClick={() => setAsPages(false)}>
              {said.readText}
            </button>
          </div>
        ) : null}
        {review.source.method !== 'text' && (
          <span className="badge">
            <IconScan size={15} aria-hidden /> {said.scan(Math.round(review.source.quality * 100))}
          </span>
        )}
      </div>
      {asPages ? (
        <PageView {...view} review={review} look={look} page={page} seePage={setPage} zoom={zoom} />
      ) : (
        <TextView {...view} review={review} look={current ?? look} found={found} zoom={zoom} />
      )}
    </section>
  );
}

function Pager({ page, of, go }: { page: number; of: number; go: (page: number) => void }) {
  const said = useWords(reviewWords);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={said.previousPage}
        disabled={page <= 1}
        onClick={() => go(page - 1)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </button>
      <span className="small number" title={said.page(page, of)}>
        {said.pageShort(page, of)}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={said.nextPage}
        disabled={page >= of}
        onClick={() => go(page + 1)}
      >
        <IconChevronRight size={18} aria-hidden />
      </button>
    </>
  );
}
