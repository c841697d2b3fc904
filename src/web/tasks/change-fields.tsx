import type { Change, ChangeType, Named } from '../../domain/tasks/change.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { BudgetFields } from './budget-fields.tsx';
import { fieldWords } from './field-words.ts';
import { WholeField } from './money-field.tsx';
import { PartnerField } from './partner-field.tsx';
import { taskVocabulary } from './vocabulary.ts';

type Draft = Record<string, unknown>;

interface ChangeFieldsProps {
  task: Task;
  value: Partial<Change> | undefined;
  onValue: (value: unknown) => void;
  error: string | undefined;
}

/** What a change begins with: what holds now is its «before», so that two changes at once meet visibly. */
function begun(type: ChangeType, task: Task): Draft {
  switch (type) {
    case 'extension':
    case 'shortening':
      return { type, before: task.contract?.to };
    case 'investigator':
      return { type, before: task.investigator ?? undefined };
    case 'host':
      return { type, before: task.host ?? undefined };
    case 'name-aim-product':
      return { type, what: 'name', before: task.title, consent: false };
    case 'budget-move':
      return { type, before: budgetNow(task), after: budgetNow(task) };
    default:
      return { type };
  }
}

/** The lines of the budget that hold now; none where no paper names them. */
const budgetNow = ({ costs }: Task) =>
  costs.flatMap(({ item, now, khoan }) => (now === null ? [] : [{ item, amount: now, khoan }]));

const causes = {
  investigator: ['away', 'ill', 'dead-or-missing', 'own-request', 'failure'],
  host: ['merger', 'split', 'dissolution'],
} as const;

/** One of the closed list of changes, with what stands now and what shall stand after. */
export function ChangeFields({ task, value, onValue, error }: ChangeFieldsProps) {
  const said = useWords(fieldWords);
  const { change: names } = useWords(taskVocabulary);
  const draft = (value ?? {}) as Draft;
  const type = value?.type;
  const set = (part: Draft) => onValue({ ...draft, ...part });
  return (
    <fieldset className="stack tight change-fields">
      <legend className="unseen">{said.change}</legend>
      <SelectField
        label={said.change}
        required
        value={type ?? ''}
        error={error}
        onChange={({ target }) =>
          onValue(target.value === '' ? undefined : begun(target.value as ChangeType, task))
        }
        options={[
          { value: '', label: said.choose },
          ...Object.entries(names).map(([one, label]) => ({ value: one, label })),
        ]}
      />
      {type && <Ends key={type} type={type} task={task} draft={draft} onDraft={set} />}
    </fieldset>
  );
}

interface EndsProps {
  type: ChangeType;
  task: Task;
  draft: Draft;
  onDraft: (part: Draft) => void;
}

function Ends(props: EndsProps) {
  const { type, draft, onDraft } = props;
  const said = useWords(fieldWords);
  switch (type) {
    case 'extension':
    case 'shortening':
      return (
        <>
          <Days draft={draft} onDraft={onDraft} />
          {type === 'shortening' &&
            (['done', 'of'] as const).map((name) => (
              <WholeField
                key={name}
                label={said[name]}
                value={draft[name] as number | undefined}
                onValue={(number) => onDraft({ [name]: number })}
              />
            ))}
        </>
      );
    case 'investigator':
    case 'host':
      return <Persons {...props} type={type} />;
    case 'budget-move':
      return (
        <BudgetFields
          before={draft.before as Extract<Change, { type: 'budget-move' }>['before']}
          after={draft.after as Extract<Change, { type: 'budget-move' }>['after']}
          onLines={onDraft}
          fixed={budgetNow(props.task).length > 0}
        />
      );
    case 'name-aim-product':
      return <NameAimProduct {...props} />;
    default:
      return <Texts draft={draft} onDraft={onDraft} />;
  }
}

function Days({ draft, onDraft }: Pick<EndsProps, 'draft' | 'onDraft'>) {
  const said = useWords(fieldWords);
  return (['before', 'after'] as const).map((name) => (
    <DayField
      key={name}
      label={said[name]}
      required
      initial={draft[name] as string | undefined}
      onDay={(day) => onDraft({ [name]: day })}
    />
  ));
}

function Texts({ draft, onDraft }: Pick<EndsProps, 'draft' | 'onDraft'>) {
  const said = useWords(fieldWords);
  return (['before', 'after'] as const).map((name) => (
    <TextArea
      key={name}
      label={said[name]}
      rows={3}
      required
      value={(draft[name] as string | undefined) ?? ''}
      onChange={({ target }) => onDraft({ [name]: target.value })}
    />
  ));
}

function Persons({ type, draft, onDraft }: EndsProps & { type: 'investigator' | 'host' }) {
  const said = useWords(fieldWords);
  return (
    <>
      {(['before', 'after'] as const).map((name) => (
        <PartnerField
          key={name}
          label={said[name]}
          of={type === 'host' ? 'organisation' : 'person'}
          value={draft[name] as Named | undefined}
          onValue={(named) => onDraft({ [name]: named })}
        />
      ))}
      <SelectField
        label={said.cause}
        required
        value={(draft.cause as string | undefined) ?? ''}
        onChange={({ target }) => onDraft({ cause: target.value || undefined })}
        options={[
          { value: '', label: said.choose },
          ...causes[type].map((one) => ({ value: one, label: said.causes[one] })),
        ]}
      />
    </>
  );
}

function NameAimProduct({ task, draft, onDraft }: EndsProps) {
  const said = useWords(fieldWords);
  const now = { name: task.title, aim: task.profile.aims, product: task.profile.products };
  return (
    <>
      <SelectField
        label={said.what}
        value={String(draft.what)}
        onChange={({ target }) => {
          const what = target.value as keyof typeof now;
          onDraft({ what, before: now[what] });
        }}
        options={(['name', 'aim', 'product'] as const).map((one) => ({ value: one, label: said.whats[one] }))}
      />
      <Texts draft={draft} onDraft={onDraft} />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.consent === true}
          onChange={({ target }) => onDraft({ consent: target.checked })}
        />
        {said.consent}
      </label>
    </>
  );
}
