import { type ComponentProps, type FormEvent, type ReactNode, useId, useState } from 'react';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';

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
  onInvalid: (event: FormEvent<Control>) => void;
  onInput: () => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the browser finds wrong with a value, in our words: its own bubble speaks the language of the browser, points
 * at one field only and is gone after seconds.
 */
function useFault() {
  const said = useWords(common);
  const [fault, setFault] = useState<string | null>(null);
  const onInvalid = (event: FormEvent<Control>) => {
    event.preventDefault();
    const control = event.currentTarget;
    const { validity, title } = control;
    if (validity.valueMissing) setFault(said.required);
    else if (validity.tooShort && 'minLength' in control) setFault(said.tooShort(control.minLength));
    else setFault(title || said.badForm);
    if (control.form?.querySelector(':invalid:not(fieldset)') === control) control.focus();
  };
  return { fault, onInvalid, onInput: () => setFault(null) };
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
  const { fault, ...hear } = useFault();
  const wrong = fault ?? error;
  const described = [hint ? `${id}h` : '', wrong ? `${id}e` : ''].filter(Boolean).join(' ') || undefined;
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
        'aria-invalid': wrong ? true : undefined,
        ...hear,
      })}
      {wrong && (
        <span className="error" id={`${id}e`}>
          {wrong}
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

/**
 * One of a list that may come, or come anew, after the form opens: what it begins with, and what was chosen meanwhile, stays
 * chosen. Read from the form by its name.
 */
export function LateSelectField({
  initial = '',
  ...field
}: Omit<ComponentProps<typeof SelectField>, 'value' | 'defaultValue' | 'onChange'> & {
  initial?: string | undefined;
}) {
  const [chosen, setChosen] = useState(initial);
  return <SelectField {...field} value={chosen} onChange={({ target }) => setChosen(target.value)} />;
}
