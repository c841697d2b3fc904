import { Cause } from '../../domain/directives/facts.ts';
import type { CallFailed } from '../api/call.ts';
import { causeNames } from '../directives/acts/words.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextField } from '../ui/field.tsx';

/** Why something is done. */
export function ReasonField({ fault }: { fault: CallFailed | null }) {
  const { reason } = useWords(common);
  return <TextField label={reason} name="reason" required minLength={3} error={fault?.at('reason')} />;
}

/** What is in the way, by its code. */
export function CauseField({
  fault,
  none,
  ...field
}: {
  fault: CallFailed | null;
  label: string;
  /** What is said where nothing is. */
  none: string;
  hint?: string;
  defaultValue?: Cause | null;
}) {
  const causes = useWords(causeNames);
  return (
    <SelectField
      {...field}
      name="cause"
      defaultValue={field.defaultValue ?? ''}
      error={fault?.at('cause')}
      options={[
        { value: '', label: none },
        ...Cause.options.map((one) => ({ value: one, label: causes[one] })),
      ]}
    />
  );
}

/** The cause such a field was left with. */
export const causeIn = (text: (name: string) => string): Cause | null =>
  Cause.nullable().parse(text('cause') || null);
