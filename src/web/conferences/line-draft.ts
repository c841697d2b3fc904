import { useEffect, useRef, useState } from 'react';
import type { ConclusionLine } from '../../domain/conferences/facts.ts';
import { type LineTold, writeLine } from '../../features/conferences/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useUnsavedGuard } from '../ui/guard.ts';
import { keep } from './conference-query.ts';

/** What somebody else wrote meanwhile; no line where they took it out. */
export interface Theirs {
  version: number;
  line: ConclusionLine | null;
  by: string | null;
}

export const emptyLine: ConclusionLine = {
  words: '',
  lead: null,
  coordinating: [],
  product: null,
  term: '',
  answers: null,
};

const fieldsOf = ({ words, lead, coordinating, product, term, answers }: LineTold): ConclusionLine => ({
  ...{ words, lead, coordinating, product, term, answers },
});

const same = (a: ConclusionLine, b: ConclusionLine) => JSON.stringify(a) === JSON.stringify(b);

/** Quiet for so long, and what was typed is saved. Milliseconds. */
const pause = 1000;

/**
 * A conclusion while it is typed: saved by itself after a pause, one save at a time, always over the version it was
 * begun from. Where somebody else was quicker both stand side by side until one is chosen.
 */
export function useLineDraft(
  conferenceId: string,
  lineId: string,
  kept: LineTold | undefined,
  initial: ConclusionLine,
) {
  const begun = kept ? fieldsOf(kept) : emptyLine;
  const [value, setValue] = useState(kept ? begun : initial);
  const [base, setBase] = useState({ version: kept?.version ?? 0, value: begun });
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const dirty = !same(value, base.value);
  useUnsavedGuard(dirty && !saving);
  // What a save that waits its turn finds: never what stood when it was asked for.
  const latest = useRef({ value, base, theirs });
  useEffect(() => {
    latest.current = { value, base, theirs };
  });
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  /** One after the other: two saves at once would be each other's conflict. */
  const inTurn = (work: () => Promise<boolean>) => {
    queue.current = queue.current.then(work);
    return queue.current;
  };
  const send = async (line: ConclusionLine | null, version: number): Promise<boolean> => {
    setSaving(true);
    setError(null);
    try {
      const body = { lineId, line };
      const conference = await call(writeLine, { params: { id: conferenceId }, body }, { version });
      const written = conference.lines.find(({ id }) => id === lineId);
      const now = { version: written?.version ?? version + 1, value: line ?? emptyLine };
      latest.current = { ...latest.current, base: now, theirs: null };
      setBase(now);
      setSavedAt(Temporal.Now.instant().toString());
      setTheirs(null);
      await keep(conference);
      return true;
    } catch (cause) {
      if (cause instanceof CallFailed && cause.status === 412) {
        const found = cause.problem.current as Theirs;
        latest.current = { ...latest.current, theirs: found };
        setTheirs(found);
      } else setError(cause);
      return false;
    } finally {
      setSaving(false);
    }
  };
  /** Saves what is not saved yet. @returns whether all is */
  const flush = () =>
    inTurn(async () => {
      const { value: typed, base: over, theirs: found } = latest.current;
      if (found !== null) return false;
      return same(typed, over.value) || send(typed, over.version);
    });

  useEffect(() => {
    if (!dirty || saving || theirs !== null || error !== null) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  });
  // What others write shows at once where nothing of one's own is in the way.
  useEffect(() => {
    if (!kept || kept.version <= base.version || dirty || saving) return;
    setBase({ version: kept.version, value: fieldsOf(kept) });
    setValue(fieldsOf(kept));
  }, [kept, base.version, dirty, saving]);

  return {
    ...{ value, saving, savedAt, dirty, error, theirs, flush },
    change(more: Partial<ConclusionLine>) {
      setError(null);
      setValue((now) => ({ ...now, ...more }));
    },
    remove: () => inTurn(() => send(null, latest.current.base.version)),
    keepMine: (over: Theirs) => inTurn(() => send(latest.current.value, over.version)),
    takeTheirs(over: Theirs) {
      const line = over.line ?? emptyLine;
      setValue(line);
      setBase({ version: over.version, value: line });
      setTheirs(null);
    },
  };
}
