import type { Placement } from '../../domain/organisation/reorganisation.ts';
import type { ReorganisationPreview } from '../../features/reorganisation/contract.ts';
import { SelectField } from '../ui/field.tsx';

/** What is shown of the act, and how a record is placed otherwise. */
export interface Placing {
  preview: ReorganisationPreview;
  place: (placement: Placement) => void;
}

/** Where a record goes: a choice only where there is one. */
export function Target({
  preview: { targets },
  target,
  label,
  none,
  onTarget,
}: {
  preview: ReorganisationPreview;
  target: number | null;
  label: string;
  /** Words for having no place, where that may be. */
  none?: string;
  onTarget: (target: number | null) => void;
}) {
  if (targets.length === 1 && none === undefined) return <>{targets[0]?.name}</>;
  return (
    <SelectField
      label={label}
      labelHidden
      value={target === null ? '' : String(target)}
      onChange={(event) => onTarget(event.target.value === '' ? null : Number(event.target.value))}
      options={[
        ...targets.map(({ name }, at) => ({ value: String(at), label: name })),
        ...(none === undefined ? [] : [{ value: '', label: none }]),
      ]}
    />
  );
}
