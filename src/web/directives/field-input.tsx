import { useWords } from '../i18n/language.ts';
import { useFields } from '../organisation/use-units.ts';
import { TextField } from '../ui/field.tsx';
import { directiveWords } from './words.ts';

/** A directive's own field, one the agency's units work in or another. */
export function FieldInput({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (field: string) => void;
  error: string | undefined;
}) {
  const said = useWords(directiveWords);
  return (
    <>
      <TextField
        label={said.field}
        hint={said.fieldHint}
        list="fields-known"
        maxLength={100}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id="fields-known">
        {useFields().map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
    </>
  );
}
