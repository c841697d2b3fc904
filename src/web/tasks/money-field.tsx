import { useState } from 'react';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { moneyTyped } from './money.ts';
import { taskPageWords } from './task-words.ts';

/** What is typed, or what came from elsewhere in its place: a sum of lines, what a colleague saved. */
function shownOf(value: number | undefined, typed: string, read: number | null): string {
  if (value === undefined) return read === null ? typed : '';
  return Number.isNaN(value) || value === read ? typed : showNumber(value);
}

/** A whole number of đồng, or of anything else, typed with or without dots; undefined while it is none. */
export function WholeField({
  label,
  value,
  onValue,
  money = false,
  labelHidden = false,
  optional = false,
  error,
}: {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  money?: boolean;
  labelHidden?: boolean;
  optional?: boolean;
  error?: string | undefined;
}) {
  const said = useWords(taskPageWords);
  const { required } = useWords(common);
  const [typed, setTyped] = useState(value === undefined ? '' : showNumber(value));
  const [left, setLeft] = useState(false);
  const read = moneyTyped(typed);
  const shown = shownOf(value, typed, read);
  const wrong = left && shown.trim() !== '' && moneyTyped(shown) === null;
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      inputMode="numeric"
      autoComplete="off"
      required={!optional}
      title={optional ? undefined : required}
      value={shown}
      error={wrong ? (money ? said.notMoney : said.notNumber) : error}
      onChange={({ target }) => {
        setTyped(target.value);
        onValue(moneyTyped(target.value) ?? undefined);
      }}
      onBlur={() => {
        setLeft(true);
        if (read !== null) setTyped(showNumber(read));
      }}
    />
  );
}
