import type { ReviewEdit } from '../../domain/intake/review.ts';
import type { EditResult, ReviewLine } from '../../features/intake/contract.ts';
import { CallFailed } from '../api/call.ts';
import {
  afterSaved,
  type Entry,
  isAlreadyDone,
  queued,
  type ReviewContent,
  renamed,
  shifted,
  withoutEdit,
} from './edits.ts';

/** Somebody else changed the same line, or the head, first: both stand here until a person chooses. */
export interface Conflict {
  entry: Entry;
  message: string;
  current: ReviewLine | ReviewContent['head'];
}

/** An act the server did not take, and why; kept on the screen until it has been read. */
export interface Refusal {
  entry: Entry;
  message: string;
}

export interface OutboxState {
  entries: readonly Entry[];
  sending: string | null;
  conflict: Conflict | null;
  refusals: readonly Refusal[];
  /** No answer from the server: tried again by itself. */
  offline: boolean;
  /** The sign-in has ended: sent after signing in again. */
  signedOut: boolean;
}

export interface OutboxPorts {
  /** Sends one edit. @throws CallFailed */
  send: (edit: ReviewEdit) => Promise<EditResult>;
  /** What the server held when it last answered. */
  known: () => ReviewContent | undefined;
  /** Asks the server what stands now. @throws CallFailed */
  refresh: () => Promise<ReviewContent | undefined>;
  saved: (reply: EditResult) => void;
  keep: (entries: readonly Entry[]) => void;
  /** Calls back after some milliseconds. */
  later: (act: () => void, milliseconds: number) => void;
  newId: () => string;
}

export interface Outbox {
  state: () => OutboxState;
  subscribe: (hearer: () => void) => () => void;
  /** Queues an edit and sends it; the id is the line's it makes, should it make one. */
  add: (edit: ReviewEdit) => string;
  /** Settles a conflict: mine is sent over what stands now, theirs drops mine. */
  choose: (which: 'mine' | 'theirs') => void;
  dismiss: (key: string) => void;
  /** Tries at once, as when the network has come back. */
  wake: () => void;
  /** Starts with edits kept from an earlier visit. */
  adopt: (entries: readonly Entry[]) => void;
}

/** Waits between tries without an answer, milliseconds; the last is repeated. */
const waits = [1000, 2000, 5000, 10_000, 30_000];

/** Sends the edits of one review one after the other, and holds on to each until the server has answered. */
export function makeOutbox(ports: OutboxPorts): Outbox {
  let state: OutboxState = {
    entries: [],
    sending: null,
    conflict: null,
    refusals: [],
    offline: false,
    signedOut: false,
  };
  let failures = 0;
  /** Lasting ids of lines made here, for edits that were begun under the first. */
  const names = new Map<string, string>();
  const hearers = new Set<() => void>();

  function set(change: Partial<OutboxState>): void {
    const before = state.entries;
    state = { ...state, ...change };
    if (state.entries !== before) ports.keep(state.entries);
    for (const hearer of hearers) hearer();
  }

  async function sendNext(): Promise<void> {
    const entry = state.entries[0];
    if (entry === undefined || state.sending !== null || state.conflict !== null) return;
    set({ sending: entry.key });
    try {
      await sendOne(entry);
      failures = 0;
      set({ offline: false, signedOut: false });
    } catch (error) {
      afterFailure(entry, error);
      return;
    } finally {
      set({ sending: null });
    }
    await sendNext();
  }

  async function sendOne(entry: Entry): Promise<void> {
    const standing = entry.tried ? await ports.refresh() : ports.known();
    if (entry.tried && standing && isAlreadyDone(entry.edit, standing)) {
      set({ entries: withoutEdit(state.entries, entry, standing) });
      return;
    }
    set({ entries: state.entries.map((one) => (one.key === entry.key ? { ...one, tried: true } : one)) });
    const reply = await ports.send(entry.edit);
    if (standing) {
      const { entries, named } = afterSaved(state.entries, entry, standing, reply);
      if (named !== undefined) names.set(entry.newId, named);
      set({ entries });
    } else set({ entries: without(entry.key) });
    ports.saved(reply);
  }

  function afterFailure(entry: Entry, error: unknown): void {
    const problem = error instanceof CallFailed ? error.problem : null;
    const status = problem?.status ?? 400;
    set({ offline: false, signedOut: false });
    if (status === 0 || status >= 500 || status === 429) {
      set({ offline: true });
      ports.later(() => void sendNext(), waits[Math.min(failures, waits.length - 1)] ?? 1000);
      failures += 1;
    } else if (status === 401) {
      set({ signedOut: true });
      ports.later(() => void sendNext(), 5000);
    } else if (problem !== null && status === 409 && isVersioned(problem.current)) {
      meet(entry, problem.detail, problem.current);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      set({ entries: without(entry.key), refusals: [...state.refusals, { entry, message }] });
      void ports.refresh().then(sendNext, sendNext);
    }
  }

  /** A stale edit: done already, to be chosen by a person, or an act on words that are no longer the same. */
  function meet(entry: Entry, message: string, current: Conflict['current']): void {
    const { edit } = entry;
    const now = contentOf(current);
    if (isAlreadyDone(edit, now)) {
      set({ entries: withoutEdit(state.entries, entry, now) });
    } else if (edit.act === 'change' || edit.act === 'head') {
      set({ conflict: { entry, message, current } });
      void ports.refresh().catch(() => undefined);
      return;
    } else {
      set({ entries: without(entry.key), refusals: [...state.refusals, { entry, message }] });
    }
    void ports.refresh().then(sendNext, sendNext);
  }

  function choose(which: 'mine' | 'theirs'): void {
    const { conflict } = state;
    if (conflict === null) return;
    const { entry, current } = conflict;
    const { edit } = entry;
    if (edit.act !== 'change' && edit.act !== 'head') return;
    const lineId = edit.act === 'change' ? edit.lineId : null;
    const entries =
      which === 'mine'
        ? shifted(state.entries, lineId, current.version - edit.version)
        : withoutEdit(state.entries, entry, contentOf(current));
    set({ conflict: null, entries });
    void sendNext();
  }

  const without = (key: string) => state.entries.filter((one) => one.key !== key);

  return {
    state: () => state,
    subscribe(hearer) {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    add(wanted) {
      const edit = [...names].reduce((one, [from, to]) => renamed(one, from, to), wanted);
      const entry: Entry = { key: ports.newId(), edit, newId: ports.newId(), tried: false };
      set({ entries: queued(state.entries, entry, state.sending) });
      void sendNext();
      return entry.newId;
    },
    choose,
    dismiss: (key) => set({ refusals: state.refusals.filter(({ entry }) => entry.key !== key) }),
    wake: () => void sendNext(),
    adopt(entries) {
      if (entries.length === 0) return;
      set({ entries: [...entries, ...state.entries] });
      void sendNext();
    },
  };
}

/** What stands now, as far as a refusal tells it. */
const contentOf = (current: Conflict['current']): ReviewContent =>
  'id' in current ? { text: '', lines: [current], head: emptyHead } : { text: '', lines: [], head: current };

const emptyHead = { kind: null, number: null, date: null, issuer: null, subject: null, version: 0 };

function isVersioned(current: unknown): current is Conflict['current'] {
  return typeof current === 'object' && current !== null && 'version' in current;
}
