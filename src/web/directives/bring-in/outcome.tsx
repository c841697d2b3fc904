import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DirectiveImport } from '../../../features/imports/contract.ts';
import { showMoment, showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { FaultyNotice, FileRows, StoredNotice } from '../../ui/import-result.tsx';
import { bringInWords } from './words.ts';

interface OutcomeProps {
  file: File;
  result: DirectiveImport;
  onStore: () => void;
  onErrors: () => void;
}

/** What a file came to: what it would make, what is wrong with it, or that it is in the register. */
export function Outcome({ file, result, onStore, onErrors }: OutcomeProps) {
  const said = useWords(bringInWords);
  const { stored, faulty, known, notes } = result;
  const rows = showNumber(result.rows);
  return (
    <section className="stack">
      <h2>{stored && !known ? said.storedFrom(file.name) : said.previewOf(file.name)}</h2>
      {stored && <Stored result={result} />}
      {faulty > 0 && (
        <FaultyNotice
          words={said.faulty(showNumber(faulty), rows)}
          sheet={said.errorSheet}
          onClick={onErrors}
        />
      )}
      {!stored && faulty === 0 && <p role="status">{said.willMake(rows)}</p>}
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
    </section>
  );
}

function Stored({ result: { id, rows, known } }: Pick<OutcomeProps, 'result'>) {
  const said = useWords(bringInWords);
  const words = known
    ? said.known(showNumber(known.rows), showMoment(known.recordedAt))
    : said.stored(showNumber(rows));
  return (
    <StoredNotice words={words} {...(known && { icon: IconHistory })}>
      {id && (
        <Link to="/directives" search={{ import: id }} activeOptions={{ exact: true }}>
          {said.see}
        </Link>
      )}
    </StoredNotice>
  );
}

/** Every fault by row and column. */
export function Faults({ result: { faults } }: { result: Pick<DirectiveImport, 'faults'> }) {
  const said = useWords(bringInWords);
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
