import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FaultyNotice, FileRows, StoredNotice } from '../ui/import-result.tsx';
import type { TableReply } from './use-table-file.ts';
import { tableWords } from './words.ts';

/** What a table came to: what it would make, what is wrong with it, or that it is stored. */
export function TableOutcome({
  file,
  result,
  known,
  said: own,
  see,
  store,
  onErrors,
  children,
}: {
  file: File;
  result: TableReply;
  /** What is said of a file that was brought in before. */
  known: string | null;
  said: {
    stored: (rows: string) => string;
    willMake: (rows: string) => string;
    store: (rows: string) => string;
  };
  /** The way to what was stored. */
  see: ReactNode;
  store: () => void;
  /** Gives the sheet of all faults, where there is one. */
  onErrors?: () => void;
  /** What was read of it. */
  children?: ReactNode;
}) {
  const said = useWords(tableWords);
  const { stored, faulty, notes } = result;
  const rows = showNumber(result.rows);
  const fine = !stored && faulty === 0;
  return (
    <section className="stack">
      <h2>{stored && known === null ? said.storedFrom(file.name) : said.previewOf(file.name)}</h2>
      {stored && (
        <StoredNotice words={known ?? own.stored(rows)} {...(known && { icon: IconHistory })}>
          {see}
        </StoredNotice>
      )}
      {faulty > 0 && (
        <FaultyNotice
          words={said.faulty(showNumber(faulty), rows)}
          {...(onErrors && { sheet: { name: said.errorSheet, onClick: onErrors } })}
        />
      )}
      {fine && <p role="status">{own.willMake(rows)}</p>}
      {notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      {faulty > 0 && <Faults faults={result.faults} />}
      {fine && (
        <div className="row">
          <Button kind="primary" onClick={store}>
            {own.store(rows)}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

/** Every fault by row and column. */
export function Faults({ faults }: Pick<TableReply, 'faults'>) {
  const said = useWords(tableWords);
  const shown = faults.slice(0, 200);
  return (
    <>
      {shown.length < faults.length && (
        <p className="small quiet">{said.firstFaults(showNumber(shown.length))}</p>
      )}
      <FileRows label={said.faultsOf} heads={[said.row, said.column, said.fault]}>
        {shown.map(({ row, column, message }) => (
          <tr key={`${row} ${column} ${message}`}>
            <td className="number">{row}</td>
            <td>{column}</td>
            <td>{message}</td>
          </tr>
        ))}
      </FileRows>
    </>
  );
}
