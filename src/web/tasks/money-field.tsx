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
  labelHidden = false,
  error,
}: {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  money?: boolean;
  labelHidden?: boolean;
  error?: string | undefined;
}) {
  const said = useWords(taskPageWords);
  const { required } = useWords(common);
  const [typed, setTyped] = useState(value === undefined ? '' : showNumber(value));
  const [left, setLeft] = useState(false);
  const read = moneyTyped(typed);
  // An amount that came from elsewhere in the form, as a sum of lines does.
  const shown = value !== undefined && !Number.isNaN(value) && value !== read ? showNumber(value) : typed;
  const wrong = left && shown.trim() !== '' && moneyTyped(shown) === null;
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      inputMode="numeric"
      autoComplete="off"
      required
      title={required}
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
