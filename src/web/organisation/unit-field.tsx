import { LateSelectField } from '../ui/field.tsx';
import { useUnits } from './use-units.ts';

/** One unit of the agency, in a form. */
export function UnitField({
  initial = '',
  none,
  ...field
}: {
  label: string;
  name: string;
  initial?: string | undefined;
  /** What stands there until one is chosen; left out, one always is. */
  none?: string;
  error?: string | undefined;
}) {
  const { data: units = [] } = useUnits();
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <LateSelectField
      {...field}
      required
      initial={initial}
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
    />
  );
}
