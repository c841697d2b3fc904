import { Link, useSearch } from '@tanstack/react-router';
import type { draftsTemplate, importDrafts } from '../../features/drafts/contract.ts';
import type { importProgramme, PlanImport, programmeTemplate } from '../../features/programme/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { TableDrop } from '../bring-in/table-drop.tsx';
import { TableOutcome } from '../bring-in/table-outcome.tsx';
import { useTableFile } from '../bring-in/use-table-file.ts';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { planTableWords } from './table-words.ts';

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

/** A table of the year's work from Word or Excel, brought into its plan. */
export function PlanTablePage({ plan: { to, into, template, said: own } }: { plan: PlanTable }) {
  const said = useWords(planTableWords);
  const { today } = useSession();
  const { year: asked } = useSearch({ strict: false });
  const year = Number(asked) || Number(today.slice(0, 4));
  useTitle(own.bringIn);
  const { busy, error, take, looked } = useTableFile(
    (form, dry) => upload(into, form, { query: { year, dry } }),
    (rows) => own.stored(showNumber(rows)),
  );
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to={to} search={{ year: String(year) }}>
            {own.titleOf(year)}
          </Link>
        </p>
        <h1>{own.bringInto(year)}</h1>
        <p className="quiet">{own.importHint}</p>
      </header>
      <TableDrop
        {...{ take, busy, formats: said.formats }}
        title={said.drop}
        accept=".docx,.doc,.rtf,.xlsx,.csv,.txt,.tsv"
        template={addressOf(template)}
      />
      {error !== null && <Failed error={error} />}
      {busy && <p role="status">{said.checking}</p>}
      {looked && (
        <TableOutcome
          {...looked}
          known={looked.result.knownAt && said.known(showMoment(looked.result.knownAt))}
          said={{ ...own, willMake: (rows) => own.willMake(rows, year) }}
          see={
            <Link to={to} search={{ year: String(year) }}>
              {own.see}
            </Link>
          }
        >
          {looked.result.items.length > 0 && <Read items={looked.result.items} />}
        </TableOutcome>
      )}
    </div>
  );
}

/** What was read, row by row, under the month it goes to. */
function Read({ items }: Pick<PlanImport, 'items'>) {
  const said = useWords(planTableWords);
  return (
    <section className="card" aria-label={said.rowsRead}>
      <Table heads={said.heads}>
        {items.map(({ row, words, lead, month, day }) => (
          <tr key={row}>
            <td>{row}</td>
            <td className="nowrap">{day === null ? said.monthOf(month) : showDay(day)}</td>
            <td>{words}</td>
            <td>{lead}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
