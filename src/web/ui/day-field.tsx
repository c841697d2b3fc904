import { type ComponentProps, useState } from 'react';
import { common } from '../i18n/common.ts';
import { readDay, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from './field.tsx';

interface DayFieldProps
  extends Omit<ComponentProps<typeof TextField>, 'value' | 'defaultValue' | 'onChange'> {
  /** ISO. */
  initial?: string | undefined;
  /** The day once it is one, ISO; undefined when emptied. */
  onDay?: (day: string | undefined) => void;
}

/**
 * A day typed as it is written here, 15/11/2026, whatever the language of the browser; a form gets it as ISO
 * under `name`.
 */
export function DayField({ initial, onDay, name, error, hint, ...rest }: DayFieldProps) {
  const said = useWords(common);
  const [typed, setTyped] = useState(initial ? showDay(initial) : '');
  const [left, setLeft] = useState(false);
  const day = readDay(typed);
  const settle = () => {
    setLeft(true);
    if (typed.trim() === '') onDay?.(undefined);
    else if (day && day !== initial) onDay?.(day);
    if (day) setTyped(showDay(day));
  };
  return (
    <>
      <TextField
        {...rest}
        hint={hint}
        placeholder={said.dayForm}
        inputMode="numeric"
        autoComplete="off"
        pattern="\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}"
        title={said.badDay}
        value={typed}
        error={left && typed.trim() !== '' && day === null ? said.badDay : error}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && onDay && settle()}
      />
      {name && <input type="hidden" name={name} value={day ?? ''} />}
    </>
  );
}
