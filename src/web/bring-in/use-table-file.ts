import { useState } from 'react';
import { CallFailed } from '../api/call.ts';
import { readAgain } from '../api/client.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';

/** What the server says of a table: whether it is stored, and every fault by row and column. */
export interface TableReply {
  stored: boolean;
  rows: number;
  faulty: number;
  faults: readonly { row: number; column: string; message: string }[];
  notes: readonly string[];
}

/**
 * A table in a file: looked at row by row first, stored when the person says so, all of it or nothing.
 * @param send sends it; `dry` only looks
 * @param stored what is said once it is stored
 */
export function useTableFile<Reply extends TableReply>(
  send: (form: FormData, dry: boolean) => Promise<Reply>,
  stored: (rows: number) => string,
) {
  const { busy, error, run } = useTrying();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<Reply | null>(null);
  const bring = (chosen: File, dry: boolean) =>
    run(async () => {
      setFile(chosen);
      if (dry) setResult(null);
      const form = new FormData();
      form.set('file', chosen);
      const reply = await send(form, dry).catch(refusedWithFaults<Reply>);
      setResult(reply);
      if (dry || !reply.stored) return;
      say(stored(reply.rows));
      await readAgain();
    });
  const take = (files: Iterable<File>) => {
    const [chosen] = files;
    if (chosen && !busy) void bring(chosen, true);
  };
  const looked = file && result && !busy ? { file, result, store: () => void bring(file, false) } : null;
  return { busy, error, run, take, looked };
}

/** Something has changed since the look: what is faulty now comes with the refusal. */
function refusedWithFaults<Reply>(cause: unknown): Reply {
  const current = cause instanceof CallFailed && cause.status === 409 ? cause.problem.current : null;
  if (typeof current !== 'object' || current === null || !('faults' in current)) throw cause;
  return current as Reply;
}
