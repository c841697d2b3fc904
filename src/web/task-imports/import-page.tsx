import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  importPortfolio,
  type PortfolioImport,
  portfolioImportErrors,
  portfolioImportProgress,
  portfolioTemplate,
  type RowOutcome,
} from '../../features/task-imports/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { TableDrop } from '../bring-in/table-drop.tsx';
import { Faults } from '../bring-in/table-outcome.tsx';
import { useTableFile } from '../bring-in/use-table-file.ts';
import { tableWords } from '../bring-in/words.ts';
import { Progress } from '../directives/bring-in/progress.tsx';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { downloadUpload } from '../ui/download.ts';
import { FaultyNotice, StoredNotice } from '../ui/import-result.tsx';
import { Failed } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { Reconciliation } from './reconciliation.tsx';
import { taskImportWords } from './words.ts';
import '../directives/bring-in/bring-in.css';

/** A portfolio of S&T tasks from Excel or CSV, brought in. */
export function TaskImportPage() {
  const said = useWords(taskImportWords);
  useTitle(said.title);
  const { busy, error, run, take, looked } = useTableFile(
    (form, dry) => upload(importPortfolio, form, { query: { dry } }),
    (rows) => said.stored(showNumber(rows)),
  );
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/tasks" search={{}} activeOptions={{ exact: true }}>
            {said.tasks}
          </Link>
        </p>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
      </header>
      <TableDrop
        {...{ take, busy, formats: said.formats }}
        title={said.drop}
        accept=".xlsx,.csv,.txt,.tsv"
        template={addressOf(portfolioTemplate)}
      />
      {error !== null && <Failed error={error} />}
      {busy && <Progress route={portfolioImportProgress} />}
      {looked && (
        <Outcome
          {...looked}
          onErrors={() =>
            void run(() => downloadUpload(portfolioImportErrors.path, looked.file, 'dong-can-sua.xlsx'))
          }
        />
      )}
    </div>
  );
}

/** What the file comes to: what is or would be made, what is faulty, and whether the sums agree. */
function Outcome({
  file,
  result,
  store,
  onErrors,
}: {
  file: File;
  result: PortfolioImport;
  store: () => void;
  onErrors: () => void;
}) {
  const said = useWords(taskImportWords);
  const table = useWords(tableWords);
  const { stored, faulty, sums, more, facts, partners } = result;
  const [made, also] = [showNumber(sums.made.rows), showNumber(more)];
  return (
    <section className="stack">
      <h2>{stored ? table.storedFrom(file.name) : table.previewOf(file.name)}</h2>
      {stored && (
        <StoredNotice words={said.hasMade(made, also)}>
          <Link to="/tasks" search={{}} activeOptions={{ exact: true }}>
            {said.see}
          </Link>
        </StoredNotice>
      )}
      {faulty > 0 && (
        <FaultyNotice
          words={said.faulty(showNumber(faulty), showNumber(result.rows))}
          sheet={{ name: table.errorSheet, onClick: onErrors }}
        />
      )}
      {!stored && (
        <p role="status">
          {facts > 0 ? said.willMake(made, also) : said.nothing}{' '}
          {facts > 0 && said.beside(showNumber(facts), showNumber(partners))}
        </p>
      )}
      {!stored && facts > 0 && (
        <div className="row">
          <Button kind="primary" onClick={store}>
            {said.store(showNumber(result.rows - faulty))}
          </Button>
        </div>
      )}
      <Reconciliation sums={sums} />
      {result.notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      {faulty > 0 && <Faults faults={result.faults} />}
      {result.items.length > 0 && <Rows of={result} />}
    </section>
  );
}

const outcomes = ['new', 'more', 'same'] as const satisfies RowOutcome[];

/** Every row that can be read, with what is recorded of it and what is left as it is. */
function Rows({ of: { items, rows, faulty } }: { of: PortfolioImport }) {
  const said = useWords(taskImportWords);
  const [only, setOnly] = useState<RowOutcome | null>(null);
  const shown = items.filter(({ outcome }) => only === null || outcome === only);
  return (
    <section className="card padded stack" aria-label={said.rowsRead}>
      <div className="row">
        <h3>{said.rowsRead}</h3>
        <fieldset className="row plain-set">
          <legend>{said.show}</legend>
          {[null, ...outcomes].map((outcome) => (
            <Button key={outcome} aria-pressed={only === outcome} onClick={() => setOnly(outcome)}>
              {outcome === null ? said.all : said.outcome[outcome]}
            </Button>
          ))}
        </fieldset>
      </div>
      {items.length < rows - faulty && (
        <p className="small quiet">{said.firstRows(showNumber(items.length))}</p>
      )}
      <Table heads={said.heads}>
        {shown.slice(0, 200).map(({ row, outcome, taskId, code, title, does, differs }) => (
          <tr key={row}>
            <td className="number">{row}</td>
            <td className="nowrap">{said.outcome[outcome]}</td>
            <td>
              {code && <strong>{code} </strong>}
              {taskId === null ? (
                title
              ) : (
                <Link to="/tasks/$id" params={{ id: taskId }} search={{}}>
                  {title}
                </Link>
              )}
            </td>
            <td>{does.length > 0 && <Does does={does} />}</td>
            <td>
              {differs.map((words) => (
                <p key={words} className="small">
                  {words}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Does({ does }: Pick<PortfolioImport['items'][number], 'does'>) {
  const said = useWords(taskImportWords);
  return (
    <details>
      <summary>{said.facts(showNumber(does.length))}</summary>
      <ul>
        {does.map(({ on, words }) => (
          <li key={`${on} ${words}`} className="small">
            {showDay(on)}: {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
