import type { Change, Named } from '../../domain/tasks/change.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { common } from '../i18n/common.ts';
import { showMoney } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { type ChangeBase, ChangeFields, changeBaseOf } from './change-fields.tsx';
import { moveWords } from './changes.tsx';
import { CostFields } from './cost-fields.tsx';
import { fieldWords } from './field-words.ts';
import { WholeField } from './money-field.tsx';
import { PartnerField } from './partner-field.tsx';
import { fieldsOf, type StepDraft, type StepField } from './step-form.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

/** What a form of a step chooses from and begins with. */
export interface StepRecords extends Pick<Task, 'dossiers' | 'changes' | 'payments'> {
  base: ChangeBase;
}

/** What a task's own page has on record. */
export const stepRecordsOf = (task: Task): StepRecords => ({
  base: changeBaseOf(task),
  dossiers: task.dossiers,
  changes: task.changes,
  payments: task.payments,
});

interface StepFieldsProps {
  kind: StepKind;
  records: StepRecords;
  draft: StepDraft;
  onDraft: (part: StepDraft) => void;
  /** What is wrong with a field, by its path in the event. */
  errorAt: (path: string) => string | undefined;
}

/** The form of a step, made from what its kind says. */
export function StepFields({ kind, ...rest }: StepFieldsProps) {
  return fieldsOf(kind).map((field) => <OneField key={field.name} field={field} kind={kind} {...rest} />);
}

function OneField({ field, kind, records, draft, onDraft, errorAt }: StepFieldsProps & { field: StepField }) {
  const said = useWords(fieldWords);
  const { required } = useWords(common);
  const { name } = field;
  const label = field.label ? said[field.label] : name;
  const value = draft[name];
  const set = (next: unknown) => onDraft({ [name]: next });
  const told = errorAt(`event.${name}`);
  // What was missing is there now.
  const error = told === required && value !== undefined && value !== '' ? undefined : told;
  const text = {
    label,
    required: true,
    title: required,
    value: typeof value === 'string' ? value : '',
    error,
  };
  switch (field.as) {
    case 'line':
      return <TextField {...text} onChange={({ target }) => set(target.value)} />;
    case 'lines':
      return <TextArea {...text} rows={3} onChange={({ target }) => set(target.value)} />;
    case 'money':
    case 'whole':
      return (
        <WholeField
          label={label}
          money={field.as === 'money'}
          value={typeof value === 'number' ? value : undefined}
          onValue={set}
          error={error}
        />
      );
    case 'day':
    case 'day-or-none':
      return (
        <DayField
          label={label}
          required={field.as === 'day'}
          initial={typeof value === 'string' ? value : undefined}
          onDay={(day) => set(day ?? (field.as === 'day' ? undefined : null))}
          error={error}
        />
      );
    case 'flag':
      return (
        <label className="check">
          <input type="checkbox" checked={value === true} onChange={({ target }) => set(target.checked)} />
          {label}
        </label>
      );
    case 'partner':
      return (
        <PartnerField
          label={label}
          of={field.of}
          value={value as Named | undefined}
          onValue={set}
          error={error}
        />
      );
    case 'change':
      return (
        <ChangeFields
          key={String(draft.changeId)}
          base={records.base}
          value={value as Partial<Change> | undefined}
          onValue={set}
          error={error}
        />
      );
    case 'cost-lines':
      return <CostFields kind={kind} draft={draft} onDraft={onDraft} errorAt={errorAt} />;
    case 'instalment':
      return <InstalmentField payments={records.payments} value={value} onDraft={onDraft} error={error} />;
    case 'choice':
      // Where none is proposed, none is named.
      return (
        <ChoiceField
          field={field}
          kind={kind}
          value={value}
          onValue={(next) => onDraft({ [name]: next, ...(kind === 'scored' && { dossier: undefined }) })}
          error={error}
        />
      );
    case 'dossier':
      if (field.optional && (records.dossiers.length < 2 || draft.outcome !== 'proposed')) return null;
      return <RecordField field={field} records={records} value={value} onDraft={onDraft} error={error} />;
    case 'change-id':
      return <RecordField field={field} records={records} value={value} onDraft={onDraft} error={error} />;
  }
}

function ChoiceField({
  field: { of, options },
  kind,
  value,
  onValue,
  error,
}: {
  field: Extract<StepField, { as: 'choice' }>;
  kind: StepKind;
  value: unknown;
  onValue: (value: unknown) => void;
  error: string | undefined;
}) {
  const said = useWords(fieldWords);
  const names = useWords(taskVocabulary);
  const { outcome } = said;
  const words: Record<string, string> = {
    mode: said.modes,
    rating: names.rating,
    khoan: names.khoan,
    outcome: kind in outcome ? (outcome[kind as Exclude<keyof typeof outcome, 'label'>] as object) : {},
  }[of] as Record<string, string>;
  const labels = { mode: said.mode, rating: said.rating, khoan: said.khoan, outcome: outcome.label };
  return (
    <SelectField
      label={labels[of]}
      required
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onValue(target.value || undefined)}
      error={error}
      options={[
        { value: '', label: said.choose },
        ...options.map((one) => ({ value: one, label: words[one] ?? one })),
      ]}
    />
  );
}

/** Which instalment of the contract is paid; choosing one proposes what is left of it. */
function InstalmentField({
  payments,
  value,
  onDraft,
  error,
}: {
  payments: Task['payments'];
  value: unknown;
  onDraft: (part: StepDraft) => void;
  error: string | undefined;
}) {
  const said = useWords(fieldWords);
  const planned = payments?.planned ?? [];
  return (
    <SelectField
      label={said.instalment}
      hint={planned.length === 0 ? said.noInstalments : undefined}
      value={typeof value === 'number' ? String(value) : ''}
      onChange={({ target }) => {
        const one = planned.find(({ nth }) => String(nth) === target.value);
        const left = one && Math.max(0, one.amount - one.paid);
        onDraft({ instalment: one?.nth, ...(one && { amount: left, advance: one.advance }) });
      }}
      error={error}
      options={[
        { value: '', label: said.noInstalment },
        ...planned.map(({ nth, needs, amount, paid }) => ({
          value: String(nth),
          label: said.instalmentOf(nth, needs, showMoney(amount - paid)),
        })),
      ]}
    />
  );
}

/** A dossier or a request that is on record. */
function RecordField({
  field,
  records: { dossiers, changes },
  value,
  onDraft,
  error,
}: {
  field: Extract<StepField, { as: 'dossier' | 'change-id' }>;
  records: StepRecords;
  value: unknown;
  onDraft: (part: StepDraft) => void;
  error: string | undefined;
}) {
  const said = useWords(fieldWords);
  const page = useWords(taskPageWords);
  const names = useWords(taskVocabulary);
  const choices =
    field.as === 'dossier'
      ? dossiers.map(({ dossier, host, investigator }) => ({
          value: dossier,
          label: `${host.name}, ${investigator.name}`,
        }))
      : changes
          .filter(({ state }) => state === field.state)
          .map(({ changeId, change }) => ({
            value: changeId,
            label: `${names.change[change.type]}: ${moveWords(change, page.fromTo)}`,
          }));
  return (
    <SelectField
      label={field.as === 'dossier' ? said.dossier : said.changeId}
      required={!('optional' in field)}
      hint={choices.length > 0 ? undefined : field.as === 'dossier' ? said.noDossier : said.noChange}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => {
        const chosen = changes.find(({ changeId }) => changeId === target.value);
        const along = field.as === 'change-id' && field.withChange && chosen ? { change: chosen.change } : {};
        onDraft({ [field.name]: target.value || undefined, ...along });
      }}
      error={error}
      options={[{ value: '', label: said.choose }, ...choices]}
    />
  );
}
