import { useEffect, useRef, useState } from 'react';

/** How long typing rests before it is saved, milliseconds. */
const rest = 700;

/**
 * A field's text while it is typed: saved when typing rests, on leaving, and when the field goes away, so that nothing
 * typed is lost. A value that changes from outside shows as long as nobody is typing here.
 */
export function useTyped(value: string, save: (typed: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, save });
  latest.current = { draft, value, save };
  const settle = () => {
    const { draft: typed, value: before, save: keep } = latest.current;
    latest.current.draft = null;
    if (typed !== null && typed !== before) keep(typed);
  };
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => settleLatest.current(), rest);
    return () => clearTimeout(timer);
  }, [draft]);
  const settleLatest = useRef(settle);
  settleLatest.current = settle;
  useEffect(() => {
    const leave = () => settleLatest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    text: draft ?? value,
    type: setDraft,
    leave: () => {
      settle();
      setDraft(null);
    },
  };
}
