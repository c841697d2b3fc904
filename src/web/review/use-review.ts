import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReviewEdit } from '../../domain/intake/review.ts';
import { editReview, getReview, type IntakeRow, type Review } from '../../features/intake/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { withEdits } from './edits.ts';
import { makeKeeping, newId } from './keeping.ts';
import { makeOutbox, type Outbox, type OutboxState } from './outbox.ts';

export const reviewKey = (id: string) => ['intake', id] as const;

interface Loaded {
  intake: IntakeRow;
  review: Review | null;
}

export interface ReviewDesk {
  data: Loaded | undefined;
  /** The review as it will stand once everything is saved. */
  review: Review | null;
  error: unknown;
  refetch: () => void;
  outbox: Outbox;
  unsaved: OutboxState;
  act: (edit: ReviewEdit) => string;
}

/** One review: what the server holds, the edits on their way to it, and news of what colleagues do. */
export function useReviewDesk(id: string): ReviewDesk {
  const query = useQuery({ queryKey: reviewKey(id), queryFn: () => call(getReview, { params: { id } }) });
  useNews(id);
  const outbox = useOutbox(id);
  const unsaved = useSyncExternalStore(outbox.subscribe, outbox.state);
  const stored = query.data?.review ?? null;
  const review = useMemo(
    () => (stored === null ? null : withEdits(stored, unsaved.entries)),
    [stored, unsaved.entries],
  );
  const refetch = () => void query.refetch();
  return { data: query.data, review, error: query.error, refetch, outbox, unsaved, act: outbox.add };
}

/** One outbox for each review and person as long as the page lives: leaving the screen does not stop the sending. */
const outboxes = new Map<string, Outbox>();

function useOutbox(id: string): Outbox {
  const client = useQueryClient();
  const { user } = useSession();
  const key = `${user.id} ${id}`;
  const outbox = outboxes.get(key) ?? startOutbox(client, user.id, id);
  outboxes.set(key, outbox);
  useEffect(() => {
    addEventListener('online', outbox.wake);
    return () => removeEventListener('online', outbox.wake);
  }, [outbox]);
  return outbox;
}

function startOutbox(client: QueryClient, userId: string, id: string): Outbox {
  const keeping = makeKeeping(userId, id);
  const outbox = makeOutbox({
    send: (edit) => call(editReview, { params: { id }, body: edit }),
    known: () => client.getQueryData<Loaded>(reviewKey(id))?.review ?? undefined,
    refresh: async () => {
      const fresh = await call(getReview, { params: { id } });
      client.setQueryData<Loaded>(reviewKey(id), fresh);
      return fresh.review ?? undefined;
    },
    saved: ({ abilities, ...content }) => {
      client.setQueryData<Loaded>(reviewKey(id), (before) => {
        if (!before?.review) return before;
        const intake = { ...before.intake, abilities };
        return { intake, review: { ...before.review, ...content, intake } };
      });
    },
    keep: keeping.keep,
    later: (act, milliseconds) => setTimeout(act, milliseconds),
    newId,
  });
  void keeping.orphans().then(outbox.adopt);
  return outbox;
}

/** News of reading and of colleagues' edits are hints only: what stands is asked for again. */
function useNews(id: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const news = new EventSource(`/api/intakes/${id}/events`);
    let timer = 0;
    news.onmessage = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void client.invalidateQueries({ queryKey: reviewKey(id) }), 200);
    };
    return () => {
      clearTimeout(timer);
      news.close();
    };
  }, [client, id]);
}
