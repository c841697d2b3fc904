import { IconArrowLeft, IconArrowRight, IconMaximize, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { getReview, type Review } from '../../features/reviews/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useKeys } from '../ui/keys.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import type { Opens } from './filled.tsx';
import { reviewKey } from './review-query.ts';
import { ReviewRecords } from './review-records.tsx';
import { SlideBody } from './slide-body.tsx';
import { type Slide, slidesOf } from './slides.ts';
import { slidesWords } from './slides-words.ts';
import './slides.css';

/** A review on the projector, one thought a slide; the slide and the figure that is open are the address. */
export function SlidesPage() {
  const said = useWords(slidesWords);
  const { id = '' } = useParams({ strict: false });
  const { version, slide, figure, unit } = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: reviewKey(id, version),
    queryFn: ({ signal }) => call(getReview, { params: { id }, query: { version } }, { signal }),
  });
  const review = found.data;
  useTitle(review ? said.titleOf(review.period.words) : said.title);
  const slides = review ? slidesOf(review) : [];
  const at = Math.min(Math.max(1, Number(slide) || 1), Math.max(1, slides.length));
  const show = (search: Record<string, string | undefined>) =>
    void navigate({ to: '/reviews/$id/slides', params: { id }, search: { version, ...search } });
  const go = (to: number) => {
    if (to >= 1 && to <= slides.length) show({ slide: String(to) });
  };
  const leave = () => void navigate({ to: '/reviews/$id', params: { id }, search: { version } });
  useSlideKeys({ at, count: slides.length, go, leave });
  return (
    <main className="slides">
      {found.isPending && <Skeleton rows={9} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {review && (
        <>
          <Deck
            {...{ review, slides, at }}
            opens={(key, of) => show({ slide: String(at), figure: key, unit: of })}
          />
          <Controls {...{ at, go, leave }} count={slides.length} />
          {figure && (
            <ReviewRecords {...{ review, figure, unit }} onClose={() => show({ slide: String(at) })} />
          )}
        </>
      )}
    </main>
  );
}

const fullScreen = () =>
  void (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen());

interface Moving {
  at: number;
  count: number;
  go: (to: number) => void;
  leave: () => void;
}

/** Arrows, paging keys and space turn slides, a number goes to one, F fills the screen, Esc leaves. */
function useSlideKeys({ at, count, go, leave }: Moving): void {
  const typed = useRef({ digits: '', moment: 0 });
  const digit = ({ key }: KeyboardEvent) => {
    const { digits, moment } = typed.current;
    const together = Date.now() - moment < 1000 && Number(digits + key) <= count ? digits + key : key;
    typed.current = { digits: together, moment: Date.now() };
    go(Number(together));
  };
  const next = () => go(at + 1);
  const before = () => go(at - 1);
  useKeys({
    ...{ ArrowRight: next, PageDown: next, ' ': next, ArrowLeft: before, PageUp: before },
    Home: () => go(1),
    End: () => go(count),
    f: fullScreen,
    Escape: leave,
    ...Object.fromEntries([...'0123456789'].map((key) => [key, digit])),
  });
}

/** All slides, so that paper has every one; on screen the one that is on. */
function Deck({
  review,
  slides,
  at,
  opens,
}: {
  review: Review;
  slides: readonly Slide[];
  at: number;
  opens: Opens;
}) {
  const said = useWords(slidesWords);
  return slides.map((slide, place) => {
    const number = String(place + 1);
    return (
      <section
        key={number}
        className={`slide of-${slide.kind}`}
        hidden={place + 1 !== at}
        aria-label={said.slideOf(number, String(slides.length))}
      >
        <SlideBody {...{ review, slide, opens }} />
        <p className="slide-foot">
          <span>{review.signature ? review.period.words : said.draft(review.period.words)}</span>
          <span>{said.place(number, String(slides.length))}</span>
        </p>
      </section>
    );
  });
}

function Controls({ at, count, go, leave }: Moving) {
  const said = useWords(slidesWords);
  return (
    <nav className="slide-controls no-print" aria-label={said.controls}>
      <Button kind="bare" disabled={at === 1} onClick={() => go(at - 1)} aria-label={said.before}>
        <IconArrowLeft size={20} aria-hidden />
      </Button>
      <Button kind="bare" disabled={at === count} onClick={() => go(at + 1)} aria-label={said.next}>
        <IconArrowRight size={20} aria-hidden />
      </Button>
      <Button kind="bare" onClick={fullScreen} aria-label={said.full}>
        <IconMaximize size={20} aria-hidden />
      </Button>
      <Button kind="bare" onClick={leave} aria-label={said.leave}>
        <IconX size={20} aria-hidden />
      </Button>
      <span className="small quiet">{said.keys}</span>
    </nav>
  );
}
