import { useSyncExternalStore } from 'react';

let ended = false;
const hearers = new Set<() => void>();

/** Tells that the server no longer knows who we are, or (false) that it does again. */
export function setSessionEnded(next: boolean): void {
  if (next === ended) return;
  ended = next;
  for (const hear of hearers) hear();
}

/** Whether the sign-in ended while a page was open. */
export const useSessionEnded = () =>
  useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => ended,
  );
