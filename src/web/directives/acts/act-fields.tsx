import { sayDeadline } from '../../../domain/deadlines/words.ts';
import type { DirectiveRecord } from '../../../features/directives/contract.ts';
import { useSession } from '../../api/client.ts';
import { common } from '../../i18n/common.ts';
import { showDeadline } from '../../i18n/deadline.ts';
import { useWords } from '../../i18n/language.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { DeadlineField } from '../deadline-field.tsx';
import { type ActInput, type Missing, nobodyId, type PlainKind } from './form.ts';
import { usePersonFinder, useUnitFinder } from './use-names.ts';
import { actWords } from './words.ts';

interface FieldsProps {
  kind: PlainKind;
  form: ActInput;
  change: (part: Partial<ActInput>) => void;
  /** A field the person left empty and that is needed. */
  missing: Missing | null;
  /** What was found wrong, by field of the act. */
  fault?: ((path: string) => string | undefined) | undefined;
  /** Whose people may be named; everybody's unless told. */
  unitId?: string | null | undefined;
  asked?: DirectiveRecord['asked'];
  assigned?: boolean;
  /** Parts of it that are not done. */
  openParts?: readonly { id: string; words: string }[];
}

const reasoned: readonly PlainKind[] = [
  'refused',
  'returned',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'clockPaused',
  'transferred',
  'suspended',
  'stopped',
];

/** The fields an act asks for, the same for one directive and for many. */
export function ActFields(props: FieldsProps) {
  const { kind, form, change, fault, asked, openParts = [] } = props;
  const said = useWords(actWords);
  const general = useWords(common);
  const mustSayWhy = kind === 'submitted' && openParts.length > 0;
  return (
    <>
      {asked && (kind === 'extended' || kind === 'extensionRefused') && (
        <p className="notice soon">{said.askedFor(showDeadline(asked.deadline), asked.reason)}</p>
      )}
      {openParts.length > 0 && (kind === 'submitted' || kind === 'accepted') && (
        <div className="notice soon">
          <strong>{said.openParts(openParts.length)}</strong>
          <ul>
            {openParts.map((part) => (
              <li key={part.id}>{part.words}</li>
            ))}
          </ul>
        </div>
      )}
      <Named {...props} />
      {reasoned.includes(kind) && (
        <TextArea
          label={said.reason}
          rows={3}
          required
          minLength={3}
          value={form.reason}
          error={fault?.('act.reason')}
          onChange={(event) => change({ reason: event.target.value })}
        />
      )}
      {(kind === 'submitted' || kind === 'accepted') && (
        <TextArea
          label={
            mustSayWhy
              ? said.whyWithOpenParts
              : `${kind === 'submitted' ? said.result : said.remark} (${general.optional})`
          }
          rows={3}
          required={mustSayWhy}
          minLength={mustSayWhy ? 3 : undefined}
          value={form.words}
          error={fault?.('act.words')}
          onChange={(event) => change({ words: event.target.value })}
        />
      )}
      {kind === 'extended' && (
        <label className="check">
          <input
            type="checkbox"
            checked={form.objective}
            onChange={(event) => change({ objective: event.target.checked })}
          />
          {said.objective}
        </label>
      )}
      {kind === 'clockStarted' && (
        <TextField
          label={said.event}
          hint={said.eventHint}
          required
          minLength={3}
          value={form.event}
          error={fault?.('act.event')}
          onChange={(event) => change({ event: event.target.value })}
        />
      )}
      {kind === 'transferred' && (
        <TextField
          label={`${said.byAct} (${general.optional})`}
          value={form.byAct}
          onChange={(event) => change({ byAct: event.target.value })}
        />
      )}
    </>
  );
}

/** Who or by when. */
function Named({ kind, form, change, missing, fault, unitId, asked, assigned }: FieldsProps) {
  const said = useWords(actWords);
  const { today } = useSession();
  switch (kind) {
    case 'assigned':
      return (
        <PersonField
          unitId={unitId}
          nobody={assigned === true}
          chosen={form.person}
          onChoose={(person) => change({ person })}
          error={missing === 'person' ? said.needsPerson : fault?.('assignee')}
        />
      );
    case 'transferred':
      return (
        <UnitField
          label={said.newLead}
          chosen={form.unit}
          onChoose={(unit) => change({ unit })}
          error={missing === 'unit' ? said.needsUnit : fault?.('lead')}
        />
      );
    case 'extensionAsked':
    case 'extended':
      return (
        <DeadlineField
          today={today}
          {...(kind === 'extended' && asked ? { initial: sayDeadline(asked.deadline) } : {})}
          error={missing === 'deadline' ? said.needsDeadline : fault?.('act.deadline')}
          onChange={(deadline) => change({ deadline })}
        />
      );
    default:
      return null;
  }
}

/** A person of a unit, found by typing. */
export function PersonField({
  unitId,
  nobody = false,
  ...rest
}: {
  unitId: string | null | undefined;
  /** Offers to take it from everybody. */
  nobody?: boolean;
  chosen: ActInput['person'];
  onChoose: (person: ActInput['person']) => void;
  error?: string | undefined;
}) {
  const said = useWords(actWords);
  const find = usePersonFinder(unitId);
  const none = { id: nobodyId, label: said.nobody };
  return (
    <ComboBox
      label={said.assignee}
      hint={said.findPerson}
      none={said.noneFound}
      find={(typed) => (nobody && typed === '' ? [...find(typed).slice(0, 6), none] : find(typed))}
      {...rest}
    />
  );
}

/** A unit of the agency, found by typing. */
export function UnitField(props: {
  label: string;
  chosen: ActInput['unit'];
  onChoose: (unit: ActInput['unit']) => void;
  error?: string | undefined;
}) {
  const said = useWords(actWords);
  return <ComboBox hint={said.findUnit} none={said.noneFound} find={useUnitFinder()} {...props} />;
}
