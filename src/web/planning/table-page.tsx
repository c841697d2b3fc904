import { IconAlertTriangle, IconCircleCheck, IconDownload, IconFileText } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { draftsTemplate, importDrafts } from '../../features/drafts/contract.ts';
import type { importProgramme, PlanImport, programmeTemplate } from '../../features/programme/contract.ts';
import { addressOf, CallFailed, upload } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { Faults } from '../directives/bring-in/outcome.tsx';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useDroppedFiles } from '../ui/dropped-files.ts';
import { Failed } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { tableWords } from './table-words.ts';

/** What tells the table of one plan from that of another. */
export interface PlanTable {
  to: '/programme' | '/drafts';
  into: typeof importProgramme | typeof importDrafts;
  template: typeof programmeTemplate | typeof draftsTemplate;
  said: {
    titleOf: (year: number) => string;
    bringIn: string;
    bringInto: (year: number) => string;
    importHint: string;
    willMake: (rows: string, year: number) => string;
    store: (rows: string) => string;
    stored: (rows: string) => string;
    see: string;
  };
}

/** A table of the year's work from Word or Excel: looked at row by row first, stored when the person says so. */
export function PlanTablePage({ plan }: { plan: PlanTable }) {
  const { said: own, into } = plan;
  const said = useWords(tableWords);
  const { today } = useSession();
  const { year: asked } = useSearch({ strict: false });
  const year = Number(asked) || Number(today.slice(0, 4));
  const { busy, error, run } = useTrying();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<PlanImport | null>(null);
  useTitle(own.bringIn);
  const send = (chosen: File, dry: boolean) =>
    run(async () => {
      setFile(chosen);
      if (dry) setResult(null);
      const form = new FormData();
      form.set('file', chosen);
      const reply = await upload(into, form, { query: { year, dry } }).catch(refusedWithFaults);
      setResult(reply);
      if (dry || !reply.stored) return;
      say(own.stored(showNumber(reply.rows)));
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
          <Link to={plan.to} search={{ year: String(year) }}>
            {own.titleOf(year)}
          </Link>
        </p>
        <h1>{own.bringInto(year)}</h1>
        <p className="quiet">{own.importHint}</p>
      </header>
      <Drop plan={plan} take={take} busy={busy} />
      {error !== null && <Failed error={error} />}
      {busy && <p role="status">{said.checking}</p>}
      {result && file && !busy && (
        <Outcome
          plan={plan}
          name={file.name}
          year={year}
          result={result}
          onStore={() => void send(file, false)}
        />
      )}
    </div>
  );
}

/** Something has changed since the look: what is faulty now comes with the refusal. */
function refusedWithFaults(cause: unknown): PlanImport {
  const current = cause instanceof CallFailed && cause.status === 409 ? cause.problem.current : null;
  if (typeof current !== 'object' || current === null || !('faults' in current)) throw cause;
  return current as PlanImport;
}

function Drop({
  plan,
  take,
  busy,
}: {
  plan: PlanTable;
  take: (files: Iterable<File>) => void;
  busy: boolean;
}) {
  const said = useWords(tableWords);
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
        <a className="button" href={addressOf(plan.template)} download>
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
  plan,
  name,
  year,
  result,
  onStore,
}: {
  plan: PlanTable;
  name: string;
  year: number;
  result: PlanImport;
  onStore: () => void;
}) {
  const said = useWords(tableWords);
  const { stored, faulty, notes, items, knownAt } = result;
  const rows = showNumber(result.rows);
  return (
    <section className="stack">
      <h2>{said.previewOf(name)}</h2>
      {stored && (
        <div className="notice fine" role="status">
          <IconCircleCheck size={20} aria-hidden />
          <strong>{knownAt === null ? plan.said.stored(rows) : said.known(showMoment(knownAt))}</strong>
          <p>
            <Link to={plan.to} search={{ year: String(year) }}>
              {plan.said.see}
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
      {!stored && faulty === 0 && <p role="status">{plan.said.willMake(rows, year)}</p>}
      {notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      {faulty > 0 && <Faults result={result} />}
      {!stored && faulty === 0 && (
        <div className="row">
          <Button kind="primary" onClick={onStore}>
            {plan.said.store(rows)}
          </Button>
        </div>
      )}
      {items.length > 0 && <Read items={items} />}
    </section>
  );
}

/** What was read, row by row, under the month it goes to. */
function Read({ items }: Pick<PlanImport, 'items'>) {
  const said = useWords(tableWords);
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
