import { IconAlertTriangle, IconCircleCheck, IconDownload, IconFileText } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import {
  importProgramme,
  type ProgrammeImport,
  programmeTemplate,
} from '../../features/programme/contract.ts';
import { addressOf, CallFailed, upload } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { Faults } from '../directives/bring-in/outcome.tsx';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useDroppedFiles } from '../ui/dropped-files.ts';
import { Failed } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { lookAgain } from './plan-dialog.tsx';
import { programmeWords } from './words.ts';
import './programme.css';

/** A table of the year's work from Word or Excel: looked at row by row first, stored when the person says so. */
export function ProgrammeImportPage() {
  const said = useWords(programmeWords);
  const { today } = useSession();
  const { year: asked } = useSearch({ strict: false });
  const year = Number(asked) || Number(today.slice(0, 4));
  const { busy, error, run } = useTrying();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ProgrammeImport | null>(null);
  useTitle(said.bringIn);
  const send = (chosen: File, dry: boolean) =>
    run(async () => {
      setFile(chosen);
      if (dry) setResult(null);
      const form = new FormData();
      form.set('file', chosen);
      const reply = await upload(importProgramme, form, { query: { year, dry } }).catch(refusedWithFaults);
      setResult(reply);
      if (dry || !reply.stored) return;
      say(said.stored(showNumber(reply.rows)));
      await lookAgain();
    });
  const take = (files: Iterable<File>) => {
    const [chosen] = files;
    if (chosen && !busy) void send(chosen, true);
  };
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/programme" search={{ year: String(year) }}>
            {said.titleOf(year)}
          </Link>
        </p>
        <h1>{said.bringInto(year)}</h1>
        <p className="quiet">{said.importHint}</p>
      </header>
      <Drop take={take} busy={busy} />
      {error !== null && <Failed error={error} />}
      {busy && <p role="status">{said.checking}</p>}
      {result && file && !busy && (
        <Outcome name={file.name} year={year} result={result} onStore={() => void send(file, false)} />
      )}
    </div>
  );
}

/** Something has changed since the look: what is faulty now comes with the refusal. */
function refusedWithFaults(cause: unknown): ProgrammeImport {
  const current = cause instanceof CallFailed && cause.status === 409 ? cause.problem.current : null;
  if (typeof current !== 'object' || current === null || !('faults' in current)) throw cause;
  return current as ProgrammeImport;
}

function Drop({ take, busy }: { take: (files: Iterable<File>) => void; busy: boolean }) {
  const said = useWords(programmeWords);
  const input = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(take);
  return (
    <section className={over ? 'drop-area over' : 'drop-area'} aria-label={said.drop1}>
      <IconFileText size={30} stroke={1.5} aria-hidden />
      <div>
        <h2>{over ? said.dropNow : said.drop1}</h2>
        <p className="quiet small">{said.formats}</p>
      </div>
      <div className="drop-acts">
        <Button kind="primary" disabled={busy} onClick={() => input.current?.click()}>
          {said.choose}
        </Button>
        <a className="button" href={addressOf(programmeTemplate)} download>
          <IconDownload size={18} aria-hidden /> {said.template}
        </a>
      </div>
      <input
        ref={input}
        type="file"
        accept=".docx,.doc,.rtf,.xlsx,.csv,.txt,.tsv"
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

function Outcome({
  name,
  year,
  result,
  onStore,
}: {
  name: string;
  year: number;
  result: ProgrammeImport;
  onStore: () => void;
}) {
  const said = useWords(programmeWords);
  const { stored, faulty, notes, items, knownAt } = result;
  const rows = showNumber(result.rows);
  return (
    <section className="stack">
      <h2>{said.previewOf(name)}</h2>
      {stored && (
        <div className="notice fine" role="status">
          <IconCircleCheck size={20} aria-hidden />
          <strong>{knownAt === null ? said.stored(rows) : said.known(showMoment(knownAt))}</strong>
          <p>
            <Link to="/programme" search={{ year: String(year) }}>
              {said.see}
            </Link>
          </p>
        </div>
      )}
      {faulty > 0 && (
        <div className="notice late" role="status">
          <IconAlertTriangle size={20} aria-hidden />
          <strong>{said.faulty(showNumber(faulty), rows)}</strong>
        </div>
      )}
      {!stored && faulty === 0 && <p role="status">{said.willMake(rows, year)}</p>}
      {notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      {faulty > 0 && <Faults result={result} />}
      {!stored && faulty === 0 && (
        <div className="row">
          <Button kind="primary" onClick={onStore}>
            {said.store(rows)}
          </Button>
        </div>
      )}
      {items.length > 0 && <Read items={items} />}
    </section>
  );
}

/** What was read, row by row, under the month it goes to. */
function Read({ items }: Pick<ProgrammeImport, 'items'>) {
  const said = useWords(programmeWords);
  return (
    <section className="card" aria-label={said.rowsRead}>
      <table className="table to-cards">
        <thead>
          <tr>
            {[said.row, said.month, said.words, said.lead].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ row, words, lead, month, day }) => (
            <tr key={row}>
              <td>{row}</td>
              <td className="nowrap">{day === null ? said.monthOf(month) : showDay(day)}</td>
              <td>{words}</td>
              <td>{lead}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
