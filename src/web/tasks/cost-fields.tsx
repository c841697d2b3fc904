import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import {
  type CostTyped,
  columnSum,
  type Ends,
  emptyLine,
  endsOfStep,
  isEmpty,
  linesOf,
  pasteInto,
  typedOf,
} from './cost-rows.ts';
import { costWords } from './cost-words.ts';
import { type GridColumn, LinesFields } from './lines-grid.tsx';
import { moneyTyped } from './money.ts';
import type { StepDraft } from './step-form.ts';

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
  // Lines left empty are not sent: those below them stand higher in what was found wrong.
  const sent = rows.filter((row) => !isEmpty(row));
  const errorOf = (row: CostTyped, column: keyof CostTyped) => {
    const amount = column === 'from' || column === 'to';
    if (amount && row[column].trim() !== '' && moneyTyped(row[column]) === null) return said.notMoney;
    // The reason that was missing is there now.
    if (column === 'reason' && row.reason.trim() !== '') return undefined;
    return errorAt(`event.lines.${sent.indexOf(row)}.${amount ? ends[column] : column}`);
  };
  if (rows.length === 0)
    return (
      <Button className="small" onClick={() => setRows([emptyLine(), emptyLine()])}>
        <IconPlus size={16} aria-hidden /> {said.begin}
      </Button>
    );
  return (
    <LinesFields
      className="cost-grid"
      legend={said.lines}
      hint={said.hint}
      columns={columnsOf(said, ends, rows)}
      rows={rows}
      emptyRow={emptyLine}
      onRows={change}
      paste={(text, at) => pasteInto(rows, text, at)}
      errorOf={errorOf}
    >
      <Totals rows={rows} ends={ends} draft={draft} onDraft={onDraft} />
    </LinesFields>
  );
}

const columnsOf = (
  said: (typeof costWords)['vi'],
  ends: Ends,
  rows: CostTyped[],
): GridColumn<CostTyped>[] => [
  { name: 'item', label: said.item, as: 'words' },
  { name: 'from', label: said[ends.from], as: 'amount', sum: columnSum(rows, 'from') },
  { name: 'to', label: said[ends.to], as: 'amount', sum: columnSum(rows, 'to') },
  ...(ends.to === 'approved' ? [{ name: 'khoan', label: said.khoan, as: 'tick' } as const] : []),
  { name: 'reason', label: said.reason, as: 'words' },
];

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
