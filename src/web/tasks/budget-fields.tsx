import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Change } from '../../domain/tasks/change.ts';
import { sumOf } from '../../domain/tasks/cost-lines.ts';
import { newId } from '../api/new-id.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { fieldWords } from './field-words.ts';
import { WholeField } from './money-field.tsx';

type Lines = Extract<Change, { type: 'budget-move' }>['before'];

interface Row {
  key: string;
  item: string;
  khoan: boolean;
  before: number | undefined;
  after: number | undefined;
}

const emptyRow = (): Row => ({ key: newId(), item: '', khoan: false, before: undefined, after: undefined });

const rowsOf = (before: Lines, after: Lines): Row[] =>
  before.length === 0
    ? [emptyRow(), emptyRow()]
    : before.map(({ item, khoan, amount }) => ({
        ...{ key: newId(), item, khoan, before: amount },
        after: after.find((one) => one.item === item)?.amount,
      }));

/** Items of the budget with their amount now and after; the same items stand on both sides. */
export function BudgetFields({
  before,
  after,
  onLines,
  fixed,
}: {
  before: Lines;
  after: Lines;
  onLines: (lines: { before: Lines; after: Lines }) => void;
  /** Papers name the items: only what stands after is typed. */
  fixed: boolean;
}) {
  const said = useWords(fieldWords);
  const [rows, setRows] = useState(() => rowsOf(before, after));
  const change = (next: Row[]) => {
    setRows(next);
    const side = (name: 'before' | 'after') =>
      next.map((row) => ({ item: row.item, khoan: row.khoan, amount: row[name] ?? Number.NaN }));
    onLines({ before: side('before'), after: side('after') });
  };
  const set = (key: string, part: Partial<Row>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <>
      {rows.map((row) =>
        fixed ? (
          <div key={row.key} className="row apart budget-line">
            <span>
              <strong>{row.item}</strong> {row.khoan && <span className="badge">{said.itemKhoan}</span>}
              <span className="small quiet block">
                {said.before}: {showNumber(row.before ?? 0)}
              </span>
            </span>
            <WholeField
              money
              label={`${said.after}: ${row.item}`}
              labelHidden
              value={row.after}
              onValue={(amount) => set(row.key, { after: amount })}
            />
          </div>
        ) : (
          <FreeLine
            key={row.key}
            row={row}
            onRow={(part) => set(row.key, part)}
            onDrop={rows.length > 1 ? () => change(rows.filter(({ key }) => key !== row.key)) : undefined}
          />
        ),
      )}
      {!fixed && (
        <Button className="small" onClick={() => change([...rows, emptyRow()])}>
          <IconPlus size={16} aria-hidden /> {said.addItem}
        </Button>
      )}
      <p className="small" role="status">
        {said.sums(
          showNumber(sumOf(rows, ({ before: amount }) => amount ?? 0)),
          showNumber(sumOf(rows, ({ after: amount }) => amount ?? 0)),
        )}
      </p>
    </>
  );
}

function FreeLine({
  row,
  onRow,
  onDrop,
}: {
  row: Row;
  onRow: (part: Partial<Row>) => void;
  onDrop: (() => void) | undefined;
}) {
  const said = useWords(fieldWords);
  return (
    <div className="card padded stack tight">
      <TextField
        label={said.item}
        required
        value={row.item}
        onChange={({ target }) => onRow({ item: target.value })}
      />
      <div className="row">
        {(['before', 'after'] as const).map((name) => (
          <WholeField
            key={name}
            money
            label={said[name]}
            value={row[name]}
            onValue={(amount) => onRow({ [name]: amount })}
          />
        ))}
      </div>
      <div className="row apart">
        <label className="check">
          <input
            type="checkbox"
            checked={row.khoan}
            onChange={({ target }) => onRow({ khoan: target.checked })}
          />
          {said.itemKhoan}
        </label>
        {onDrop && (
          <Button kind="bare" className="small" onClick={onDrop}>
            <IconX size={16} aria-hidden /> {said.drop}
          </Button>
        )}
      </div>
    </div>
  );
}
