import { z } from 'zod';
import { Cause } from '../../../domain/directives/facts.ts';

const Draft = z.object({
  percent: z.int().min(0).max(100),
  words: z.string(),
  cause: Cause.nullable(),
  waitingFor: z.object({ id: z.string(), label: z.string() }).nullable(),
});
/** A report of progress not yet acknowledged by the server. */
export type Draft = z.infer<typeof Draft>;

/** Where drafts are kept: the browser's own store, which outlives the tab and the network. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft of one directive and one account; what cannot be kept or read is as if it were not there. */
export function draftOf(userId: string, directiveId: string, shelf: () => Shelf = () => localStorage) {
  const key = `trongtam.progress.${userId}.${directiveId}`;
  const trying = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read: (): Draft | null =>
      trying(() => {
        const kept = Draft.safeParse(JSON.parse(shelf().getItem(key) ?? 'null'));
        return kept.success ? kept.data : null;
      }),
    /** Whether it is kept. */
    keep: (draft: Draft): boolean =>
      trying(() => {
        shelf().setItem(key, JSON.stringify(draft));
        return true;
      }) ?? false,
    drop: (): void => {
      trying(() => shelf().removeItem(key));
    },
  };
}
