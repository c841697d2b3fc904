import { useEffect, useRef } from 'react';
import type { Span } from '../../domain/deadlines/deadline.ts';
import { getPageImage, type Review, type ReviewLine } from '../../features/intake/contract.ts';
import { addressOf } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { scrollable } from './text-view.tsx';
import { reviewWords } from './words.ts';

interface PageViewProps {
  review: Review;
  focused: string | null;
  focus: (id: string) => void;
  doubtful: ReadonlySet<string>;
  look: Span | null;
  page: number;
  /** Called as another page comes into view. */
  seePage: (page: number) => void;
  zoom: number;
}

const touches = ([a, b]: Span, [c, d]: Span) => a < d && c < b;

/** The original's pages with the words of each task boxed; a page is fetched when it comes near. */
export function PageView({ review, focused, focus, doubtful, look, page, seePage, zoom }: PageViewProps) {
  const said = useWords(reviewWords);
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(page);
  useEffect(() => scrollable(box.current), []);
  useEffect(() => {
    if (seen.current === page) return;
    seen.current = page;
    box.current
      ?.querySelector(`[data-page="${page}"]`)
      ?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [page]);
  useEffect(() => {
    if (focused === null) return;
    const word = box.current?.querySelector(`[data-line="${focused}"]`);
    word?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [focused]);
  useEffect(() => {
    if (look === null) return;
    box.current?.querySelector('.warned')?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [look]);
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        const near = entries.filter((entry) => entry.isIntersecting).at(-1);
        if (!(near?.target instanceof HTMLElement)) return;
        seen.current = Number(near.target.dataset.page);
        seePage(seen.current);
      },
      { root: box.current, threshold: 0.55 },
    );
    for (const sheet of box.current?.querySelectorAll('[data-page]') ?? []) watch.observe(sheet);
    return () => watch.disconnect();
  }, [seePage]);
  const pages = Array.from({ length: review.source.pages }, (_, index) => index + 1);
  return (
    <div ref={box} className="page-view" data-zoom={zoom}>
      {pages.map((number) => (
        <figure key={number} data-page={number} className="page-sheet">
          <img
            loading="lazy"
            alt={said.page(number, review.source.pages)}
            src={addressOf(getPageImage, {
              params: { id: review.intake.id, page: number },
              query: { width: 1400 },
            })}
          />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            {boxesOf(review, number).map(({ line, key, left, top, width, height }) => (
              <rect
                key={key}
                data-line={line.id}
                className={`${line.id === focused ? 'at-hand' : ''} ${doubtful.has(line.id) ? 'doubtful' : ''}`}
                x={left}
                y={top}
                width={width}
                height={height}
                onPointerUp={() => focus(line.id)}
              />
            ))}
            {look &&
              review.places
                .filter((one) => one.page === number && touches(one.span, look))
                .map(({ box: [left, top, right, bottom] }) => (
                  <rect
                    key={`${left} ${top}`}
                    className="warned"
                    x={left}
                    y={top}
                    width={right - left}
                    height={bottom - top}
                  />
                ))}
          </svg>
        </figure>
      ))}
    </div>
  );
}

interface Box {
  line: ReviewLine;
  key: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Boxes of the tasks' words on one page; of a printed line only the share that belongs to the task. */
function boxesOf({ places, lines }: Review, page: number): Box[] {
  return places
    .filter((place) => place.page === page)
    .flatMap(({ span: [from, to], box: [left, top, right, bottom] }) =>
      lines
        .filter((line) => line.mark !== 'dropped')
        .flatMap((line) =>
          line.spans
            .filter((span) => touches(span, [from, to]))
            .map(([start, end]) => {
              const share = (at: number) =>
                (Math.min(Math.max(at, from), to) - from) / Math.max(1, to - from);
              const begin = left + share(start) * (right - left);
              const width = left + share(end) * (right - left) - begin;
              return {
                line,
                key: `${line.id} ${from} ${start}`,
                left: begin,
                top,
                width,
                height: bottom - top,
              };
            }),
        ),
    );
}
