import { Link } from '@tanstack/react-router';
import {
  directiveImportErrors,
  directiveImportTemplate,
  getImportProgress,
  importDirectives,
} from '../../../features/imports/contract.ts';
import { addressOf, upload } from '../../api/call.ts';
import { TableDrop } from '../../bring-in/table-drop.tsx';
import { TableOutcome } from '../../bring-in/table-outcome.tsx';
import { useTableFile } from '../../bring-in/use-table-file.ts';
import { showMoment, showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { downloadUpload } from '../../ui/download.ts';
import { Failed } from '../../ui/state.tsx';
import { useTitle } from '../../ui/title.ts';
import { directiveWords } from '../words.ts';
import { Progress } from './progress.tsx';
import { bringInWords } from './words.ts';
import './bring-in.css';

/** A register from Excel or CSV, brought in. */
export function BringInPage() {
  const said = useWords(bringInWords);
  const { title } = useWords(directiveWords);
  useTitle(said.title);
  const { busy, error, run, take, looked } = useTableFile(
    (form, dry) => upload(importDirectives, form, { query: { dry } }),
    (rows) => said.stored(showNumber(rows)),
  );
  const known = looked?.result.known ?? null;
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
      <TableDrop
        {...{ take, busy, formats: said.formats }}
        title={said.drop}
        accept=".xlsx,.csv,.txt,.tsv"
        template={addressOf(directiveImportTemplate)}
      />
      {error !== null && <Failed error={error} />}
      {busy && <Progress route={getImportProgress} />}
      {looked && (
        <TableOutcome
          {...{ ...looked, said }}
          known={known && said.known(showNumber(known.rows), showMoment(known.recordedAt))}
          see={
            looked.result.id && (
              <Link to="/directives" search={{ import: looked.result.id }} activeOptions={{ exact: true }}>
                {said.see}
              </Link>
            )
          }
          onErrors={() =>
            void run(() => downloadUpload(directiveImportErrors.path, looked.file, 'dong-can-sua.xlsx'))
          }
        />
      )}
    </div>
  );
}
