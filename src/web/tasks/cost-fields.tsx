import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { gridKeys } from '../ui/grid-keys.ts';
import {
  type Column,
  type CostTyped,
  columnSum,
  type Ends,
  emptyLine,
  endsOfStep,
  isEmpty,
  linesOf,
  pasteInto,
  tidied,
  typedOf,
} from './cost-rows.ts';
import { costWords } from './cost-words.ts';
import { moneyTyped } from './money.ts';
import type { StepDraft } from './step-form.ts';
import './costs.css';

interface CostFieldsProps {
  kind: StepKind;
  draft: StepDraft;
  onDraft: (part: StepDraft) => void;
  errorAt: (path: string) => string | undefined;
}

/** Lines of the estimate in a grid: typed or pasted, their sums beneath, held against the totals of the step. */
export function CostFields({ kind, draft, onDraft, errorAt }: CostFieldsProps) {
  const said = useWords(costWords);
  const ends = endsOfStep(kind);
  const [rows, setRows] = useState(() => typedOf(draft.lines, ends));
  const [told, setTold] = useState('');
  const change = (next: CostTyped[]) => {
    // A total that agreed with the lines goes on agreeing; one typed from the paper stays.
    const totals = ends.totals.filter(
      ({ field, of }) => draft[field] === undefined || draft[field] === columnSum(rows, of),
    );
    setRows(next);
    onDraft({
      lines: linesOf(next, ends),
      ...Object.fromEntries(totals.map(({ field, of }) => [field, columnSum(next, of) || undefined])),
    });
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const { row: key, column } = (event.target as HTMLElement).dataset;
    const made = pasteInto(rows, event.clipboardData.getData('text/plain'), {
      key,
      column: column as Column | undefined,
    });
    if (made === null) return;
    event.preventDefault();
    setTold(
      made.pasted === 0 ? said.nothingPasted : said.pasted(showNumber(made.pasted), showNumber(made.left)),
    );
    if (made.pasted > 0) change(made.rows);
  };
  if (rows.length === 0)
    return (
      <Button className="small" onClick={() => setRows([emptyLine(), emptyLine()])}>
        <IconPlus size={16} aria-hidden /> {said.begin}
      </Button>
    );
  return (
    <fieldset className="field cost-lines" onPaste={paste}>
      <legend>{said.lines}</legend>
      <span className="hint">{said.hint}</span>
      <Grid rows={rows} ends={ends} onRows={change} errorAt={errorAt} />
      <div className="row">
        <Button className="small" onClick={() => setRows([...rows, emptyLine()])}>
          <IconPlus size={16} aria-hidden /> {said.add}
        </Button>
        <Button kind="bare" className="small" onClick={() => change([])}>
          {said.clear}
        </Button>
        <span className="small quiet" role="status">
          {told}
        </span>
      </div>
      <Totals rows={rows} ends={ends} draft={draft} onDraft={onDraft} />
    </fieldset>
  );
}

function Grid({
  rows,
  ends,
  onRows,
  errorAt,
}: {
  rows: CostTyped[];
  ends: Ends;
  onRows: (rows: CostTyped[]) => void;
  errorAt: CostFieldsProps['errorAt'];
}) {
  const said = useWords(costWords);
  const withKhoan = ends.to === 'approved';
  // Lines left empty are not sent: those below them stand higher in what was found wrong.
  const sent = rows.filter((row) => !isEmpty(row));
  return (
    <table className="cost-grid">
      <thead>
        <tr>
          <th scope="col">{said.item}</th>
          <th scope="col">{said[ends.from]}</th>
          <th scope="col">{said[ends.to]}</th>
          {withKhoan && <th scope="col">{said.khoan}</th>}
          <th scope="col">{said.reason}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Line
            key={row.key}
            {...{ row, at, ends, withKhoan }}
            last={at === rows.length - 1}
            onRow={(part) => onRows(rows.map((one) => (one === row ? { ...one, ...part } : one)))}
            onAdd={() => onRows([...rows, emptyLine()])}
            onDrop={() => onRows(rows.filter((one) => one !== row))}
            errorAt={(field) => errorAt(`event.lines.${sent.indexOf(row)}.${field}`)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{said.sum}</th>
          {(['from', 'to'] as const).map((column) => (
            <td key={column} className="number" data-label={said[ends[column]]}>
              {showNumber(columnSum(rows, column))}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Line({
  row,
  at,
  ends,
  withKhoan,
  last,
  onRow,
  onAdd,
  onDrop,
  errorAt,
}: {
  row: CostTyped;
  at: number;
  ends: Ends;
  withKhoan: boolean;
  last: boolean;
  onRow: (part: Partial<CostTyped>) => void;
  onAdd: () => void;
  onDrop: () => void;
  errorAt: (field: string) => string | undefined;
}) {
  const said = useWords(costWords);
  const names = { item: said.item, from: said[ends.from], to: said[ends.to], reason: said.reason };
  const cell = (column: Column) => {
    const amount = column === 'from' || column === 'to';
    const unread = amount && row[column].trim() !== '' && moneyTyped(row[column]) === null;
    const error = unread ? said.notMoney : errorAt(amount ? ends[column] : column);
    const wrong = unread || (error !== undefined && (column !== 'reason' || row.reason.trim() === ''));
    return (
      <td data-label={names[column]}>
        <input
          className={amount ? 'input number' : 'input'}
          data-row={row.key}
          data-column={column}
          aria-label={`${names[column]} ${at + 1}`}
          aria-invalid={wrong || undefined}
          autoComplete="off"
          inputMode={amount ? 'numeric' : 'text'}
          value={row[column]}
          onKeyDown={(event) => gridKeys(event, { last, onAdd })}
          onChange={({ target }) => onRow({ [column]: target.value })}
          onBlur={() =>
            amount && row[column] !== tidied(row[column]) && onRow({ [column]: tidied(row[column]) })
          }
        />
        {wrong && <span className="error small">{error}</span>}
      </td>
    );
  };
  return (
    <tr>
      {cell('item')}
      {cell('from')}
      {cell('to')}
      {withKhoan && (
        <td data-label={said.khoan} className="cost-check">
          <input
            type="checkbox"
            aria-label={`${said.khoan} ${at + 1}`}
            checked={row.khoan}
            onChange={({ target }) => onRow({ khoan: target.checked })}
          />
        </td>
      )}
      {cell('reason')}
      <td>
        <Button kind="bare" className="small" aria-label={`${said.drop} ${at + 1}`} onClick={onDrop}>
          <IconX size={16} aria-hidden />
        </Button>
      </td>
    </tr>
  );
}

/** How far the lines are from the totals, and the way to take their sum. */
function Totals({
  rows,
  ends,
  draft,
  onDraft,
}: { rows: CostTyped[]; ends: Ends } & Pick<CostFieldsProps, 'draft' | 'onDraft'>) {
  const said = useWords(costWords);
  if (rows.every(isEmpty)) return null;
  const apart = ends.totals.flatMap(({ field, of }) => {
    const [sum, total] = [columnSum(rows, of), draft[field]];
    return typeof total === 'number' && total !== sum ? [{ field, of, sum, by: sum - total }] : [];
  });
  return (
    <div role="status" className="stack tight">
      {apart.map(({ field, of, sum, by }) => (
        <p key={field} className="row error">
          {said.apart(said[ends[of]], showNumber(Math.abs(by)), by > 0)}
          <Button className="small" onClick={() => onDraft({ [field]: sum })}>
            {said.takeSum}
          </Button>
        </p>
      ))}
    </div>
  );
}
