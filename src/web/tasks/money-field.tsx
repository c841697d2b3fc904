import { useState } from 'react';
import { common } from '../i18n/common.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { moneyTyped } from './money.ts';
import { taskPageWords } from './task-words.ts';

/** A whole number of đồng, or of anything else, typed with or without dots; undefined while it is none. */
export function WholeField({
  label,
  value,
  onValue,
  money = false,
  error,
}: {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  money?: boolean;
  error?: string | undefined;
}) {
  const said = useWords(taskPageWords);
  const { required } = useWords(common);
  const [typed, setTyped] = useState(value === undefined ? '' : showNumber(value));
  const [left, setLeft] = useState(false);
  const read = moneyTyped(typed);
  const wrong = left && typed.trim() !== '' && read === null;
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      required
      title={required}
      value={typed}
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
