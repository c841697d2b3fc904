import { IconCut } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Span } from '../../domain/deadlines/deadline.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { wordStarts } from './selection.ts';
import { reviewWords } from './words.ts';

interface SplitFieldProps {
  text: string;
  spans: readonly Span[];
  split: (at: number) => void;
  cancel: () => void;
}

/** Chooses where one task becomes two: by touching a word, or by arrow keys and Enter. */
export function SplitField({ text, spans, split, cancel }: SplitFieldProps) {
  const said = useWords(reviewWords);
  const shared = useWords(common);
  const starts = wordStarts(text, spans);
  const [at, setAt] = useState(() => likelyCut(text, starts));
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-chosen]')?.focus(), []);
  const words = spans.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/\S+/gu)].map((match) => ({
      word: match[0],
      start: start + match.index,
    })),
  );
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = starts[starts.indexOf(at) + step] ?? at;
      setAt(next);
      box.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      split(at);
    }
  };
  return (
    <fieldset ref={box} className="split-field" onKeyDown={press}>
      <legend>{said.splitHow}</legend>
      <p className="split-words">
        {words.map(({ word, start }, index) =>
          index === 0 ? (
            <span key={start}>{word} </span>
          ) : (
            <button
              key={start}
              type="button"
              data-at={start}
              data-chosen={start === at || undefined}
              className={start >= at ? 'cut-word after' : 'cut-word'}
              tabIndex={start === at ? 0 : -1}
              aria-label={said.splitAt(word)}
              aria-pressed={start === at}
              onClick={() => setAt(start)}
            >
              {start === at && <IconCut size={15} aria-hidden />}
              {word}
            </button>
          ),
        )}
      </p>
      <div className="row">
        <button type="button" className="button primary small" onClick={() => split(at)}>
          {said.splitHere}
        </button>
        <button type="button" className="button small" onClick={cancel}>
          {shared.cancel}
        </button>
      </div>
    </fieldset>
  );
}

/** The first word after a semicolon or full stop, else the middle. */
function likelyCut(text: string, starts: readonly number[]): number {
  const afterStop = starts.find((at) => /[;.]\s*(?:và\s*)?$/u.test(text.slice(Math.max(0, at - 4), at)));
  return afterStop ?? starts[Math.floor(starts.length / 2)] ?? 0;
}
