import { IconPencilCheck, IconPlus } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../domain/deadlines/deadline.ts';
import type { Review } from '../../features/intake/contract.ts';
import { useWords } from '../i18n/language.ts';
import { isHeading, marksOf, paragraphsOf, type Segment, segmentsOf } from './marks.ts';
import { offsetAt, wholeWords } from './selection.ts';
import { reviewWords } from './words.ts';
import './text-view.css';

interface TextViewProps {
  review: Review;
  focused: string | null;
  focus: (id: string) => void;
  doubtful: ReadonlySet<string>;
  found: readonly Span[];
  /** Which of the found places is looked at, or a place a warning points to. */
  look: Span | null;
  zoom: number;
  /** Null where the person may not change anything. */
  add: ((span: Span) => void) | null;
  reset: ((span: Span) => void) | null;
}

/** The text as read, with every task's words marked; touching a mark opens its task, dragging makes a new one. */
export function TextView({ review, focused, focus, doubtful, found, look, zoom, add, reset }: TextViewProps) {
  const said = useWords(reviewWords);
  const box = useRef<HTMLDivElement>(null);
  const { text, lines, citations } = review;
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const marks = useMemo(
    () => [
      ...marksOf(lines, citations),
      ...found.map((span) => ({ span, role: 'found' }) as const),
      ...(look ? [{ span: look, role: 'warned' } as const] : []),
    ],
    [lines, citations, found, look],
  );
  const chosen = useSelectedWords(box, text);
  useScrollTo(box, focused === null ? null : `[data-lines~="${focused}"]`, focused);
  useScrollTo(box, look === null ? null : '[data-roles~="warned"]', look);
  if (text.trim() === '') return <p className="quiet text-view">{said.noText}</p>;
  return (
    <div ref={scrollable} className="text-view" data-zoom={zoom}>
      <div ref={box} className="text-body" lang="vi">
        {paragraphs.map(([start, end]) => (
          <Paragraph
            key={start}
            words={text.slice(start, end)}
            start={start}
            segments={segmentsOf(start, end, marks)}
            focused={focused}
            doubtful={doubtful}
            focus={focus}
          />
        ))}
      </div>
      {chosen && add && (
        <div
          className="words-bar"
          role="toolbar"
          aria-label={text.slice(...chosen.span)}
          ref={place(chosen.box)}
        >
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(chosen.span)}
          >
            <IconPlus size={16} aria-hidden /> {said.newTask}
          </button>
          {reset && (
            <button
              type="button"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => reset(chosen.span)}
            >
              <IconPencilCheck size={16} aria-hidden /> {said.thisLine}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** A scroller whose words take no focus must take the keyboard itself. */
export const scrollable = (scroller: HTMLElement | null) => {
  if (scroller) scroller.tabIndex = 0;
};

interface ParagraphProps {
  words: string;
  start: number;
  segments: Segment[];
  focused: string | null;
  doubtful: ReadonlySet<string>;
  focus: (id: string) => void;
}

function drawParagraph({ words, start, segments, focused, doubtful, focus }: ParagraphProps) {
  return (
    <p className={isHeading(words) ? 'heading' : undefined}>
      {segments.map((segment) => {
        const { lineIds, roles } = segment;
        const at = focused !== null && lineIds.includes(focused);
        const doubt = lineIds.some((id) => doubtful.has(id));
        const kind = lineIds.length === 0 ? '' : `marked${doubt ? ' doubtful' : ''}${at ? ' at-hand' : ''}`;
        return (
          // The list beside it gives the keyboard the same way to every task.
          <span
            key={segment.start}
            data-start={segment.start}
            data-lines={lineIds.join(' ') || undefined}
            data-roles={roles.join(' ') || undefined}
            className={[kind, ...roles].join(' ').trim() || undefined}
            onPointerUp={() => {
              const next = lineIds[(lineIds.indexOf(focused ?? '') + 1) % lineIds.length];
              if (next !== undefined && getSelection()?.isCollapsed !== false) focus(next);
            }}
          >
            {words.slice(segment.start - start, segment.end - start)}
          </span>
        );
      })}
    </p>
  );
}

const sameParagraph = (before: ParagraphProps, after: ParagraphProps) =>
  before.focused === after.focused &&
  before.doubtful === after.doubtful &&
  before.focus === after.focus &&
  JSON.stringify(before.segments) === JSON.stringify(after.segments);
const Paragraph = memo(drawParagraph, sameParagraph);

interface Chosen {
  span: Span;
  box: DOMRect;
}

/** The words of the text that are selected now, as whole words. */
function useSelectedWords(box: React.RefObject<HTMLElement | null>, text: string): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    const hear = () => {
      const selection = getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return setChosen(null);
      const range = selection.getRangeAt(0);
      if (!box.current?.contains(range.commonAncestorContainer)) return setChosen(null);
      const from = offsetAt(range.startContainer, range.startOffset);
      const to = offsetAt(range.endContainer, range.endOffset);
      const span = from === null || to === null ? null : wholeWords(text, [from, to]);
      setChosen(span && { span, box: range.getBoundingClientRect() });
    };
    document.addEventListener('selectionchange', hear);
    return () => document.removeEventListener('selectionchange', hear);
  }, [box, text]);
  return chosen;
}

/** Puts the bar under the selected words; where they reach out of the window, at its edge. */
const place = (words: DOMRect) => (bar: HTMLElement | null) => {
  if (!bar) return;
  const { width, height } = bar.getBoundingClientRect();
  const left = Math.min(Math.max(8, words.left), innerWidth - width - 8);
  const below = words.bottom + 8;
  const top = Math.min(Math.max(60, below), innerHeight - height - 8);
  bar.style.translate = `${left}px ${top}px`;
};

function useScrollTo(
  box: React.RefObject<HTMLElement | null>,
  selector: string | null,
  cause: unknown,
): void {
  useEffect(() => {
    if (selector === null || cause === null) return;
    const piece = box.current?.querySelector(selector);
    piece?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [box, selector, cause]);
}
