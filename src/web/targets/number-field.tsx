import { useState } from 'react';
import { numberTyped } from '../../domain/targets/number.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { targetWords } from './words.ts';

/** A number typed as it is written here; a form gets it plain under `name`, empty where it is none. */
export function NumberField({
  label,
  name,
  initial,
  hint,
  error,
  required = false,
}: {
  label: string;
  name: string;
  initial?: number | null;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
}) {
  const said = useWords(targetWords);
  const [typed, setTyped] = useState(
    initial === undefined || initial === null ? '' : String(initial).replace('.', ','),
  );
  const value = numberTyped(typed);
  const wrong = typed.trim() !== '' && value === null;
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        required={required}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={wrong ? said.badNumber : error}
        onChange={(event) => setTyped(event.target.value)}
      />
      <input type="hidden" name={name} value={wrong ? 'NaN' : (value ?? '')} />
    </>
  );
}

/** What a `NumberField` left in its form; null where it is empty. A text that is no number is NaN, which no door takes. */
export function numberOf(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? '');
  return text === '' ? null : Number(text);
}
