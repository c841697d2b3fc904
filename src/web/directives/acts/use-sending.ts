import { useEffect, useState } from 'react';
import type { DirectiveRecord } from '../../../features/directives/contract.ts';
import { CallFailed } from '../../api/call.ts';
import { client } from '../../api/client.ts';
import { lookAgain } from '../../api/long-list.ts';

/** A line is called slow after this. Milliseconds. */
const slowAfter = 4000;
/** News that stood this long beside the form count as seen. Milliseconds. */
const seenAfter = 1500;

/** What the server answered becomes what every screen shows. */
export async function show(record: DirectiveRecord): Promise<void> {
  client.setQueryData(['directive', record.id], record);
  await Promise.all([
    lookAgain(client, [['directives']]),
    client.invalidateQueries({
      queryKey: ['directive'],
      predicate: ({ queryKey }) => queryKey[1] !== record.id,
    }),
  ]);
}

/**
 * Sends acts on a directive against the version the person has seen. What others did while a form was open is told
 * beside it, and nothing typed is lost: a stale version only asks to look and to send again.
 */
export function useSending(directive: DirectiveRecord) {
  const [known, setKnown] = useState(() => new Set(directive.history.map(({ id }) => id)));
  const [seen, setSeen] = useState(directive.version);
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const [fault, setFault] = useState<CallFailed | null>(null);
  const { version } = directive;
  useEffect(() => {
    if (version === seen || busy) return;
    const timer = setTimeout(() => setSeen(version), seenAfter);
    return () => clearTimeout(timer);
  }, [version, seen, busy]);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);

  /** Tries once; true when the server has acknowledged it. `work` gets the version seen and answers what stands then. */
  async function send(work: (version: number) => Promise<DirectiveRecord>): Promise<DirectiveRecord | null> {
    setBusy(true);
    setFault(null);
    try {
      const record = await work(seen);
      setKnown(new Set(record.history.map(({ id }) => id)));
      setSeen(record.version);
      await show(record);
      return record;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFault(error);
      if (error.status === 412 || error.status === 409)
        await client.refetchQueries({ queryKey: ['directive', directive.id] });
      const now = client.getQueryData<DirectiveRecord>(['directive', directive.id]);
      if (error.status === 412 && now) setSeen(now.version);
      return null;
    } finally {
      setBusy(false);
    }
  }

  const news = directive.history.filter(({ id }) => !known.has(id));
  const stale = fault?.status === 412 && news.length > 0;
  return { busy, slow, news, stale, fault: stale ? null : fault, send };
}

export type Sending = ReturnType<typeof useSending>;
