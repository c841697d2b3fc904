import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Change } from '../../domain/tasks/change.ts';
import { newId } from '../api/new-id.ts';
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
}: {
  before: Lines;
  after: Lines;
  onLines: (lines: { before: Lines; after: Lines }) => void;
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
      {rows.map((row) => (
        <div key={row.key} className="card padded stack tight">
          <TextField
            label={said.item}
            required
            value={row.item}
            onChange={({ target }) => set(row.key, { item: target.value })}
          />
          <div className="row">
            {(['before', 'after'] as const).map((name) => (
              <WholeField
                key={name}
                money
                label={said[name]}
                value={row[name]}
                onValue={(amount) => set(row.key, { [name]: amount })}
              />
            ))}
          </div>
          <div className="row apart">
            <label className="check">
              <input
                type="checkbox"
                checked={row.khoan}
                onChange={({ target }) => set(row.key, { khoan: target.checked })}
              />
              {said.itemKhoan}
            </label>
            {rows.length > 1 && (
              <Button
                kind="bare"
                className="small"
                onClick={() => change(rows.filter(({ key }) => key !== row.key))}
              >
                <IconX size={16} aria-hidden /> {said.drop}
              </Button>
            )}
          </div>
        </div>
      ))}
      <Button className="small" onClick={() => change([...rows, emptyRow()])}>
        <IconPlus size={16} aria-hidden /> {said.addItem}
      </Button>
    </>
  );
}
