import { useEffect, useRef } from 'react';

/** Typing has paused. */
const pause = 3000;
/** What saves itself is one fact a minute at most, however long somebody types. */
const apart = 60_000;

/**
 * Saves by itself what was typed: when typing pauses, and when the place of typing goes away.
 * @param due whether something is to be saved that can be
 * @param typed what was typed; each change of it begins the pause anew
 */
export function useAutosave<T>(due: boolean, typed: T, save: (typed: T) => void): void {
  const latest = useRef({ due, typed, save });
  latest.current = { due, typed, save };
  const last = useRef(0);
  useEffect(() => {
    if (!due) return;
    const wait = Math.max(pause, last.current + apart - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      latest.current.save(typed);
    }, wait);
    return () => clearTimeout(timer);
  }, [due, typed]);
  useEffect(
    () => () => {
      const { due, typed, save } = latest.current;
      if (due) save(typed);
    },
    [],
  );
}
