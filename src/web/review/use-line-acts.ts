import { useMemo, useRef } from 'react';
import type { Span } from '../../domain/deadlines/deadline.ts';
import type { LineFields } from '../../domain/intake/line.ts';
import type { ReviewEdit } from '../../domain/intake/review.ts';
import type { Review, ReviewLine } from '../../features/intake/contract.ts';
import type { LineActs } from './line-editor.tsx';
import { stateOf } from './line-state.ts';

export interface Desk {
  /** Lines in the order they are shown. */
  lines: readonly ReviewLine[];
  focused: string | null;
  focus: (id: string | null) => void;
  act: (edit: ReviewEdit) => string;
  setSplitting: (on: boolean) => void;
  goToField: (field: string) => void;
}

/** The acts of a clerk on lines; each is saved by itself and shows at once. */
export function useLineActs(desk: Desk) {
  const latest = useRef(desk);
  latest.current = desk;
  return useMemo(() => {
    const at = () => latest.current.lines.findIndex(({ id }) => id === latest.current.focused);
    const change = ({ id, version }: ReviewLine, fields: Partial<LineFields>) =>
      void latest.current.act({ act: 'change', lineId: id, version, fields });
    const go = (index: number) => {
      const line = latest.current.lines[index];
      if (!line) return;
      latest.current.focus(line.id);
      focusRow(line.id);
    };
    const acts: LineActs = {
      change,
      accept(line) {
        if (stateOf(line) === 'question') {
          latest.current.goToField(line.lead === null && !line.leadNone ? 'lead' : 'deadline');
          return;
        }
        if (line.mark !== 'accepted') change(line, { mark: 'accepted' });
        go(at() + 1);
      },
      split({ id, version }, cut) {
        latest.current.act({ act: 'split', lineId: id, version, at: cut });
        latest.current.setSplitting(false);
        focusRow(id);
      },
      merge({ id, version }) {
        const next = latest.current.lines[at() + 1];
        if (next)
          latest.current.act({
            act: 'merge',
            lineId: id,
            version,
            withId: next.id,
            withVersion: next.version,
          });
      },
      toggleDropped: (line) => change(line, { mark: line.mark === 'dropped' ? 'open' : 'dropped' }),
    };
    return {
      acts,
      step: (by: number) => go(Math.min(Math.max(0, at() + by), latest.current.lines.length - 1)),
      /** To the next line that needs a look, from the one at hand round to the first. */
      nextDoubtful(wanted: (line: ReviewLine) => boolean) {
        const { lines } = latest.current;
        const after = lines.findIndex((line, index) => index > at() && wanted(line));
        go(after >= 0 ? after : lines.findIndex(wanted));
      },
      withFocused(act: (line: ReviewLine) => void) {
        const line = latest.current.lines[at()];
        if (line) act(line);
      },
      add: (span: Span) => {
        const id = latest.current.act({ act: 'add', span });
        getSelection()?.removeAllRanges();
        latest.current.focus(id);
      },
      changeHead: ({ version }: Review['head'], fields: Partial<Review['head']>) =>
        void latest.current.act({ act: 'head', version, fields }),
      undo: () => void latest.current.act({ act: 'undo' }),
    };
  }, []);
}

/**
 * Puts the keyboard on a line's row once it is drawn; a field that somebody has gone to meanwhile keeps it, or what they
 * type there would be taken for keys.
 */
function focusRow(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement?.matches('.review :is(input, textarea)')) return;
    document.querySelector<HTMLElement>(`[data-line="${id}"] > .line-row`)?.focus({ preventScroll: true });
  });
}
