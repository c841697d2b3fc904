import { useSyncExternalStore } from 'react';
import type { Done } from './bulk-dialog.tsx';

let last: Done | null = null;
const hearers = new Set<() => void>();

/** What was last done to many, kept while the page lives: it is offered back wherever the list is opened again. */
export function keepDone(done: Done | null): void {
  last = done;
  for (const hear of hearers) hear();
}

const listen = (hear: () => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

/** What can be offered back; null where nothing was done, or it was taken back or put away. */
export const useLastDone = (): Done | null => useSyncExternalStore(listen, () => last);
