import { useId } from 'react';
import { useTyped } from './use-typed.ts';

interface TypedFieldProps {
  label: string;
  field: string;
  value: string;
  save: (typed: string) => void;
  readOnly: boolean;
  /** Several lines, for whole sentences. */
  tall?: boolean;
  error?: string | null;
}

/** A field that saves itself when typing rests. */
export function TypedField({
  label,
  field,
  value,
  save,
  readOnly,
  tall = false,
  error = null,
}: TypedFieldProps) {
  const id = useId();
  const { text, type, leave } = useTyped(value, save);
  const Box = tall ? 'textarea' : 'input';
  return (
    <div className={tall ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Box
        id={id}
        className="input"
        data-field={field}
        readOnly={readOnly}
        value={text}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        {...(tall && { rows: Math.min(8, Math.ceil(text.length / 62) + 1) })}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
      {error !== null && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}
