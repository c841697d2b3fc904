import type { Change, ChangeType, Named } from '../../domain/tasks/change.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { BudgetFields } from './budget-fields.tsx';
import { fieldWords } from './field-words.ts';
import { WholeField } from './money-field.tsx';
import { OptionDetails } from './option-details.tsx';
import { PartnerField } from './partner-field.tsx';
import { taskVocabulary } from './vocabulary.ts';

type Draft = Record<string, unknown>;

/** What holds now, with which changes begin. */
export interface ChangeBase extends Pick<Task, 'title' | 'host' | 'investigator' | 'changeOptions'> {
  contract: Pick<NonNullable<Task['contract']>, 'to'> | null;
  aims: string;
  products: string;
  /** The lines of the budget; none where no paper names them. */
  budget: Extract<Change, { type: 'budget-move' }>['before'];
  /** Whoever fills it in is outside the agency: names are typed, what holds now and what they may not ask for is not theirs to say. */
  outside?: boolean;
}

/** What a task's own page begins changes with. */
export const changeBaseOf = ({ profile, ...task }: Task): ChangeBase => ({
  ...task,
  aims: profile.aims,
  products: profile.products,
  budget: budgetNow(task),
});

interface ChangeFieldsProps {
  base: ChangeBase;
  value: Partial<Change> | undefined;
  onValue: (value: unknown) => void;
  error: string | undefined;
}

/** What a change begins with: what holds now is its «before», so that two changes at once meet visibly. */
function begun(type: ChangeType, base: ChangeBase): Draft {
  switch (type) {
    case 'extension':
    case 'shortening':
      return { type, before: base.contract?.to };
    case 'investigator':
      return { type, before: base.investigator ?? undefined };
    case 'host':
      return { type, before: base.host ?? undefined };
    case 'name-aim-product':
      return { type, what: 'name', before: base.title, consent: false };
    case 'budget-move':
      return { type, before: base.budget, after: base.budget };
    default:
      return { type };
  }
}

/** The lines of the budget that hold now; none where no paper names them. */
const budgetNow = ({ costs }: Pick<Task, 'costs'>) =>
  costs.flatMap(({ item, now, khoan }) => (now === null ? [] : [{ item, amount: now, khoan }]));

const causes = {
  investigator: ['away', 'ill', 'dead-or-missing', 'own-request', 'failure'],
  host: ['merger', 'split', 'dissolution'],
} as const;

/** One of the closed list of changes, with what stands now and what shall stand after. */
export function ChangeFields({ base, value, onValue, error }: ChangeFieldsProps) {
  const said = useWords(fieldWords);
  const { change: names } = useWords(taskVocabulary);
  const draft = (value ?? {}) as Draft;
  const type = value?.type;
  const option = base.changeOptions.find((one) => one.type === type);
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
          onValue(target.value === '' ? undefined : begun(target.value as ChangeType, base))
        }
        options={[
          { value: '', label: said.choose },
          ...Object.entries(names)
            .filter(([one]) => !base.outside || base.changeOptions.some((option) => option.type === one))
            .map(([one, label]) => ({ value: one, label })),
        ]}
      />
      {option && <OptionDetails option={option} />}
      {type && <Ends key={type} type={type} base={base} draft={draft} onDraft={set} />}
    </fieldset>
  );
}

interface EndsProps {
  type: ChangeType;
  base: ChangeBase;
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
          <Days {...props} />
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
          fixed={props.base.budget.length > 0}
        />
      );
    case 'name-aim-product':
      return <NameAimProduct {...props} />;
    default:
      return <Texts draft={draft} onDraft={onDraft} />;
  }
}

function Days({ base, draft, onDraft }: EndsProps) {
  const said = useWords(fieldWords);
  const before = draft.before as string | undefined;
  return (['before', 'after'] as const).map((name) =>
    name === 'before' && base.outside && before ? (
      <TextField key={name} label={said.before} value={showDay(before)} readOnly />
    ) : (
      <DayField
        key={name}
        label={said[name]}
        required
        initial={draft[name] as string | undefined}
        onDay={(day) => onDraft({ [name]: day })}
      />
    ),
  );
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

function Persons({ type, base, draft, onDraft }: EndsProps & { type: 'investigator' | 'host' }) {
  const said = useWords(fieldWords);
  const named = (name: 'before' | 'after') => draft[name] as Named | undefined;
  return (
    <>
      {base.outside && (
        <>
          <TextField label={said.before} value={named('before')?.name ?? ''} readOnly />
          <TextField
            label={said.after}
            required
            value={named('after')?.name ?? ''}
            onChange={({ target }) => onDraft({ after: { id: null, name: target.value } })}
          />
        </>
      )}
      {(base.outside ? [] : (['before', 'after'] as const)).map((name) => (
        <PartnerField
          key={name}
          label={said[name]}
          of={type === 'host' ? 'organisation' : 'person'}
          value={named(name)}
          onValue={(one) => onDraft({ [name]: one })}
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

function NameAimProduct({ base, draft, onDraft }: EndsProps) {
  const said = useWords(fieldWords);
  const now = { name: base.title, aim: base.aims, product: base.products };
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
