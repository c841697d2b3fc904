import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import {
  type DirectiveImport,
  directiveImportErrors,
  directiveImportTemplate,
  importDirectives,
} from '../../../features/imports/contract.ts';
import { addressOf, CallFailed, upload } from '../../api/call.ts';
import { client } from '../../api/client.ts';
import { useWords } from '../../i18n/language.ts';
import { downloadUpload } from '../../ui/download.ts';
import { useDroppedFiles } from '../../ui/dropped-files.ts';
import { Failed } from '../../ui/state.tsx';
import { useTitle } from '../../ui/title.ts';
import { say } from '../../ui/toast.tsx';
import { useTrying } from '../../ui/trying.ts';
import { directiveWords } from '../words.ts';
import { Outcome } from './outcome.tsx';
import { Progress } from './progress.tsx';
import { bringInWords } from './words.ts';
import './bring-in.css';

/** A register from Excel or CSV: checked row by row first, stored when the person says so, all of it or nothing. */
export function BringInPage() {
  const said = useWords(bringInWords);
  const { title } = useWords(directiveWords);
  const { busy, error, run } = useTrying();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<DirectiveImport | null>(null);
  useTitle(said.title);
  const send = (chosen: File, dry: boolean) =>
    run(async () => {
      setFile(chosen);
      if (dry) setResult(null);
      const form = new FormData();
      form.set('file', chosen);
      const reply = await upload(importDirectives, form, { query: { dry } }).catch(refusedWithFaults);
      setResult(reply);
      if (dry || !reply.stored) return;
      say(said.stored(String(reply.rows)));
      await client.invalidateQueries({ queryKey: ['directives'] });
    });
  const take = (files: Iterable<File>) => {
    const [chosen] = files;
    if (chosen && !busy) void send(chosen, true);
  };
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/directives" activeOptions={{ exact: true }}>
            {title}
          </Link>
        </p>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
      </header>
      <Drop take={take} busy={busy} />
      {error !== null && <Failed error={error} />}
      {busy && <Progress />}
      {result && file && !busy && (
        <Outcome
          file={file}
          result={result}
          onStore={() => void send(file, false)}
          onErrors={() =>
            void run(() => downloadUpload(directiveImportErrors.path, file, 'dong-can-sua.xlsx'))
          }
        />
      )}
    </div>
  );
}

/** Something has changed since the look: what is faulty now comes with the refusal. */
function refusedWithFaults(cause: unknown): DirectiveImport {
  const current = cause instanceof CallFailed && cause.status === 409 ? cause.problem.current : null;
  if (typeof current !== 'object' || current === null || !('faults' in current)) throw cause;
  return current as DirectiveImport;
}

function Drop({ take, busy }: { take: (files: Iterable<File>) => void; busy: boolean }) {
  const said = useWords(bringInWords);
  const input = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(take);
  return (
    <section className={over ? 'drop-area over' : 'drop-area'} aria-label={said.drop}>
      <IconFileSpreadsheet size={30} stroke={1.5} aria-hidden />
      <div>
        <h2>{over ? said.dropNow : said.drop}</h2>
        <p className="quiet small">{said.formats}</p>
      </div>
      <div className="drop-acts">
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          <IconFileSpreadsheet size={18} aria-hidden /> {said.choose}
        </button>
        <a className="button" href={addressOf(directiveImportTemplate)} download>
          <IconDownload size={18} aria-hidden /> {said.template}
        </a>
      </div>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt,.tsv"
        hidden
        aria-label={said.choose}
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </section>
  );
}
