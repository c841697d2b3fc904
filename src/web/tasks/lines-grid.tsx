import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { gridKeys } from '../ui/grid-keys.ts';
import type { PastedAt } from './fill-down.ts';
import { linesWords } from './lines-words.ts';
import { tidied } from './money.ts';
import './costs.css';

/** A row of a grid as it is typed: amounts stay as written until they can be read. */
export interface TypedRow {
  key: string;
}

/** One column: words, an amount, or a tick; `name` is where the row holds it. */
export interface GridColumn<Row> {
  name: string & keyof Row;
  label: string;
  as: 'words' | 'amount' | 'tick';
  /** The sum of what can be read, to stand beneath. */
  sum?: number;
}

interface LinesFieldsProps<Row extends TypedRow> {
  className: string;
  legend: string;
  hint: string;
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  emptyRow: () => Row;
  onRows: (rows: Row[]) => void;
  /** Takes what was copied into the rows; null leaves it to the field. */
  paste: (text: string, at: PastedAt) => { rows: Row[]; pasted: number; left: number } | null;
  /** What is wrong with a cell. */
  errorOf: (row: Row, column: string & keyof Row) => string | undefined;
  /** How what is typed into an amount is written once it is left. */
  tidy?: (typed: string) => string;
  /** What stands beneath: how far sums are from totals. */
  children?: ReactNode;
}

/** Lines typed into a grid or pasted from a sheet, with their sums beneath. */
export function LinesFields<Row extends TypedRow>(props: LinesFieldsProps<Row>) {
  const { legend, hint, rows, emptyRow, onRows, paste, children } = props;
  const said = useWords(linesWords);
  const [told, setTold] = useState('');
  const pasted = (event: ClipboardEvent<HTMLElement>) => {
    const { row: key, column } = (event.target as HTMLElement).dataset;
    const made = paste(event.clipboardData.getData('text/plain'), { key, column });
    if (made === null) return;
    event.preventDefault();
    setTold(
      made.pasted === 0 ? said.nothingPasted : said.pasted(showNumber(made.pasted), showNumber(made.left)),
    );
    if (made.pasted > 0) onRows(made.rows);
  };
  return (
    <fieldset className="field cost-lines" onPaste={pasted}>
      <legend>{legend}</legend>
      <span className="hint">{hint}</span>
      <Grid {...props} />
      <div className="row">
        <Button className="small" onClick={() => onRows([...rows, emptyRow()])}>
          <IconPlus size={16} aria-hidden /> {said.add}
        </Button>
        <Button kind="bare" className="small" onClick={() => onRows([])}>
          {said.clear}
        </Button>
        <span className="small quiet" role="status">
          {told}
        </span>
      </div>
      {children}
    </fieldset>
  );
}

/** Enter goes down, from the last line into a new one; on a phone each line stands by itself. */
function Grid<Row extends TypedRow>(props: LinesFieldsProps<Row>) {
  const { className, columns, rows, onRows } = props;
  const said = useWords(linesWords);
  return (
    <table className={`lines-grid ${className}`}>
      <thead>
        <tr>
          {columns.map(({ name, label }) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.key}>
            {columns.map((column) => (
              <Cell key={column.name} {...{ row, at, column }} grid={props} />
            ))}
            <td>
              <Button
                kind="bare"
                className="small"
                aria-label={`${said.drop} ${at + 1}`}
                onClick={() => onRows(rows.filter((one) => one !== row))}
              >
                <IconX size={16} aria-hidden />
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          {columns.map(({ name, label, sum }, at) =>
            at === 0 ? (
              <th key={name} scope="row">
                {said.sum}
              </th>
            ) : (
              <td key={name} className="number" data-label={sum === undefined ? undefined : label}>
                {sum !== undefined && showNumber(sum)}
              </td>
            ),
          )}
        </tr>
      </tfoot>
    </table>
  );
}

function Cell<Row extends TypedRow>({
  row,
  at,
  column: { name, label, as },
  grid: { rows, onRows, emptyRow, errorOf, tidy = tidied },
}: {
  row: Row;
  at: number;
  column: GridColumn<Row>;
  grid: LinesFieldsProps<Row>;
}) {
  const set = (value: string | boolean) =>
    onRows(rows.map((one) => (one === row ? { ...one, [name]: value } : one)));
  const error = errorOf(row, name);
  const shown = { 'aria-label': `${label} ${at + 1}`, 'aria-invalid': error !== undefined || undefined };
  const typed = String(row[name]);
  return (
    <td data-label={label} className={as === 'tick' ? 'lines-tick' : undefined}>
      {as === 'tick' ? (
        <input
          type="checkbox"
          {...shown}
          checked={row[name] === true}
          onChange={({ target }) => set(target.checked)}
        />
      ) : (
        <input
          className={as === 'amount' ? 'input number' : 'input'}
          data-row={row.key}
          data-column={name}
          {...shown}
          autoComplete="off"
          inputMode={as === 'amount' ? 'decimal' : 'text'}
          value={typed}
          onKeyDown={(event) =>
            gridKeys(event, { last: at === rows.length - 1, onAdd: () => onRows([...rows, emptyRow()]) })
          }
          onChange={({ target }) => set(target.value)}
          onBlur={() => as === 'amount' && typed !== tidy(typed) && set(tidy(typed))}
        />
      )}
      {error !== undefined && <span className="error small">{error}</span>}
    </td>
  );
}
