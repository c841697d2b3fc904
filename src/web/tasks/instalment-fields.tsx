import { IconCheck, IconPlus } from '@tabler/icons-react';
import { sumOf } from '../../domain/tasks/cost-lines.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { arrangeWords } from './arrange-words.ts';
import {
  amountTyped,
  emptyInstalment,
  type InstalmentTyped,
  isEmptyInstalment,
  pasteInstalments,
  tidiedAmount,
} from './instalment-rows.ts';
import { type GridColumn, LinesFields } from './lines-grid.tsx';
import { moneyTyped } from './money.ts';

interface InstalmentFieldsProps {
  rows: InstalmentTyped[];
  onRows: (rows: InstalmentTyped[]) => void;
  /** What they must come to; null where it is not known. */
  stateMoney: number | null;
  errorAt: (path: string) => string | undefined;
}

/** Instalments of the contract in a grid, held against its state money. */
export function InstalmentFields({ rows, onRows, stateMoney, errorAt }: InstalmentFieldsProps) {
  const said = useWords(arrangeWords);
  const columns: GridColumn<InstalmentTyped>[] = [
    { name: 'needs', label: said.needs, as: 'words' },
    { name: 'when', label: said.when, as: 'words' },
    { name: 'amount', label: said.amount, as: 'amount', sum: sumOf(rows, amountTyped) },
    { name: 'advance', label: said.advance, as: 'tick' },
  ];
  // Lines left empty are not sent: those below them stand higher in what was found wrong.
  const sent = rows.filter((row) => !isEmptyInstalment(row));
  if (rows.length === 0)
    return (
      <Button className="small" onClick={() => onRows([emptyInstalment(), emptyInstalment()])}>
        <IconPlus size={16} aria-hidden /> {said.begin}
      </Button>
    );
  return (
    <LinesFields
      className="instalment-grid"
      legend={said.lines}
      hint={said.linesHint}
      columns={columns}
      rows={rows}
      emptyRow={emptyInstalment}
      onRows={onRows}
      paste={(text, at) => pasteInstalments(rows, text, at, stateMoney)}
      tidy={(typed) => tidiedAmount(typed, stateMoney)}
      errorOf={(row, column) =>
        column === 'amount' && row.amount.trim() !== '' && moneyTyped(row.amount) === null
          ? said.notMoney
          : errorAt(`instalments.${sent.indexOf(row)}.${column}`)
      }
    >
      {stateMoney !== null && sent.length > 0 && (
        <Rest rows={rows} last={sent.at(-1)} onRows={onRows} stateMoney={stateMoney} />
      )}
    </LinesFields>
  );
}

/** How far the instalments are from the state money, and the way to put what is left into the last. */
function Rest({
  rows,
  last,
  onRows,
  stateMoney,
}: {
  rows: InstalmentTyped[];
  last: InstalmentTyped | undefined;
  onRows: (rows: InstalmentTyped[]) => void;
  stateMoney: number;
}) {
  const said = useWords(arrangeWords);
  const apart = sumOf(rows, amountTyped) - stateMoney;
  const then = last ? amountTyped(last) - apart : 0;
  return (
    <p role="status" className={apart === 0 ? 'row small' : 'row error'}>
      {apart === 0 ? (
        <>
          <IconCheck size={16} aria-hidden /> {said.agrees}
        </>
      ) : (
        said.unshared(showNumber(Math.abs(apart)), apart > 0)
      )}
      {apart !== 0 && then > 0 && (
        <Button
          className="small"
          onClick={() =>
            onRows(rows.map((row) => (row === last ? { ...row, amount: showNumber(then) } : row)))
          }
        >
          {said.toLast}
        </Button>
      )}
    </p>
  );
}
