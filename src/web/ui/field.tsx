import { type ComponentProps, type ReactNode, useId } from 'react';

interface Labelled {
  label: ReactNode;
  /** What the value is for, or an example; read out with the field. */
  hint?: ReactNode;
  /** What is wrong with it and how to put it right. */
  error?: string | undefined;
  /** The label is heard but not seen, where the place says it. */
  labelHidden?: boolean;
}

interface Tie {
  id: string;
  className: 'input';
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, a hint, the control and an error, tied together for screen readers. */
function Field({
  label,
  hint,
  error,
  labelHidden,
  children,
}: Labelled & { children: (tie: Tie) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? 'unseen' : undefined}>
        {label}
      </label>
      {hint && (
        <span className="hint" id={`${id}h`}>
          {hint}
        </span>
      )}
      {children({
        id,
        className: 'input',
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <span className="error" id={`${id}e`}>
          {error}
        </span>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({ label, hint, error, labelHidden, ...input }: Labelled & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(tie) => <input type="text" {...input} {...tie} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  ...input
}: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(tie) => <textarea rows={5} {...input} {...tie} />}
    </Field>
  );
}

/** One of a list. */
export function SelectField({
  label,
  hint,
  error,
  labelHidden,
  options,
  ...input
}: Labelled & ComponentProps<'select'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(tie) => (
        <select {...input} {...tie}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
