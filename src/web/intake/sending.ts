import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ReceivedFile } from '../../features/intake/contract.ts';
import { receiveFiles } from '../../features/intake/contract.ts';
import type { Problem } from '../../features/page.ts';
import { common } from '../i18n/common.ts';
import { language } from '../i18n/language.ts';
import { useUnderWayGuard } from '../ui/guard.ts';
import { smallerPhotograph } from './photograph.ts';

/** One file on its way in, and what became of it. */
export interface Sent {
  key: number;
  file: File;
  source: 'file' | 'photo';
  /** Bytes to send: of a photograph made smaller, where that was worth it; null until that is known. */
  bytes: number | null;
  /** Share that has left this machine, 0..1. */
  share: number;
  result: ReceivedFile | null;
  /** Why it did not arrive; it can be sent again. */
  failure: string | null;
}

let last = 0;

/** Sends files one after the other, each with its own progress, so that one bad file stops no other. */
export function useSending() {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const line = useRef(Promise.resolve());
  const update = useCallback((key: number, change: Partial<Sent>) => {
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);
  const start = useCallback(
    (one: Sent) => {
      line.current = line.current.then(async () => {
        try {
          const file = await smallerPhotograph(one.file);
          update(one.key, { bytes: file.size });
          const result = await sendFile(file, one.source, (share) => update(one.key, { share }));
          update(one.key, { share: 1, result });
        } catch (error) {
          update(one.key, { failure: error instanceof Error ? error.message : String(error) });
        }
        await client.invalidateQueries({ queryKey: ['intakes'] });
      });
    },
    [client, update],
  );
  const send = useCallback(
    (chosen: Iterable<File>, source: Sent['source'] = 'file') => {
      const added = [...chosen].map(
        (file): Sent => ({ key: ++last, file, source, bytes: null, share: 0, result: null, failure: null }),
      );
      setFiles((all) => [...all, ...added]);
      for (const one of added) start(one);
    },
    [start],
  );
  const again = useCallback(
    (one: Sent) => {
      update(one.key, { share: 0, failure: null });
      start(one);
    },
    [start, update],
  );
  const clear = useCallback(() => {
    setFiles((all) => all.filter(({ result, failure }) => result === null && failure === null));
  }, []);
  useUnderWayGuard(files.some(({ result, failure }) => result === null && failure === null));
  return { files, send, again, clear };
}

/** Sends one file; `fetch` cannot tell how much has left, so this is an XMLHttpRequest. @throws Error in words */
function sendFile(file: File, source: string, progress: (share: number) => void): Promise<ReceivedFile> {
  const said = common[language()];
  const form = new FormData();
  form.set('source', source);
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(receiveFiles.method, receiveFiles.path);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Error(`${said.noConnection}. ${said.noConnectionDetail}`));
    request.onload = () => {
      const reply: unknown = request.response;
      const received = Array.isArray(reply) ? (reply as ReceivedFile[])[0] : undefined;
      if (request.status < 300 && received) resolve(received);
      else reject(new Error((reply as Partial<Problem> | null)?.detail ?? said.badAnswer));
    };
    request.send(form);
  });
}
