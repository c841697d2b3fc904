import { useWords } from '../i18n/language.ts';
import { SelectField } from '../ui/field.tsx';
import { useProgrammes } from './use-programmes.ts';
import { scienceProgrammeWords } from './words.ts';

/** The programme a task belongs to; left out where the agency has none. */
export function ProgrammeField({
  value,
  onValue,
  error,
}: {
  value: string | null;
  onValue: (id: string | null) => void;
  error?: string | undefined;
}) {
  const said = useWords(scienceProgrammeWords);
  const { data } = useProgrammes();
  if (!data || data.items.length === 0) return null;
  return (
    <SelectField
      label={said.title}
      value={value ?? ''}
      onChange={({ target }) => onValue(target.value || null)}
      error={error}
      options={[
        { value: '', label: said.noProgramme },
        ...data.items.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      ]}
    />
  );
}
