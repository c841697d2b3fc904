import { useRef, useState } from 'react';
import { PartnerBody, type PartnerKind } from '../../domain/partners/facts.ts';
import type { Named } from '../../domain/tasks/change.ts';
import { addPartner, describePartner, type Partner } from '../../features/partners/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { usePersonFinder } from '../directives/acts/use-names.ts';
import { useWords } from '../i18n/language.ts';
import { PartnerField } from '../tasks/partner-field.tsx';
import { formFault, lookAtTasks } from '../tasks/sending.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { partnerWords } from './words.ts';

const lines = {
  organisation: ['name', 'identifier', 'address', 'email', 'phone', 'headedBy', 'headTitle'],
  person: ['name', 'identifier', 'degree', 'email', 'phone'],
} as const;

/** Adds an organisation or a person, or says anew who they are. */
export function PartnerDialog({
  partner,
  onClose,
  onAdded,
}: {
  /** The one to be changed; a new one without. */
  partner?: Partner;
  onClose: () => void;
  onAdded?: (id: string) => void;
}) {
  const said = useWords(partnerWords);
  const { today } = useSession();
  const [key] = useState(newId);
  const [kind, setKind] = useState<PartnerKind>(partner?.kind ?? 'organisation');
  const [works, setWorks] = useState<Named | undefined>(partner?.organisation ?? undefined);
  const profile: Record<string, string | null> = { ...partner?.profile };
  const [personId, setPersonId] = useState<string | null>(profile.personId ?? null);
  const version = useRef(partner?.version);
  const latest = useRef(partner?.version);
  latest.current = partner?.version;
  const send = async (body: { said: PartnerBody; on: string }) => {
    if (!partner) return call(addPartner, { body }, { key });
    try {
      return await call(
        describePartner,
        { params: { id: partner.id }, body },
        { version: version.current ?? 0 },
      );
    } catch (error) {
      if (error instanceof CallFailed && error.status === 412) {
        // What somebody else wrote is on the page now: sending again says it over what was seen.
        await lookAtTasks();
        version.current = latest.current;
      }
      throw error;
    }
  };
  return (
    <FormDialog
      title={partner ? said.edit : said.add}
      act={partner ? said.edit : said.add}
      onClose={onClose}
      onSubmit={async (form) => {
        const typed = lines[kind].map((name) => [name, String(form.get(name) ?? '').trim() || null]);
        const own = kind === 'person' ? { organisationId: works?.id ?? null, personId } : {};
        const read = PartnerBody.safeParse({ kind, profile: { ...Object.fromEntries(typed), ...own } });
        if (!read.success)
          throw formFault(
            read.error.issues.map(({ path, message }) => ({ path: `said.${path.join('.')}`, message })),
          );
        const { id } = await send({ said: read.data, on: String(form.get('on')) });
        say(partner ? said.edited : said.added);
        await lookAtTasks();
        if (!partner) onAdded?.(id);
      }}
    >
      {(fault) => (
        <>
          {!partner && (
            <SelectField
              label={said.kind}
              value={kind}
              onChange={({ target }) => setKind(target.value === 'person' ? 'person' : 'organisation')}
              options={(['organisation', 'person'] as const).map((value) => ({
                value,
                label: said.kinds[value],
              }))}
            />
          )}
          {lines[kind].map((name) => (
            <TextField
              key={name}
              label={said[name]}
              name={name}
              required={name === 'name'}
              defaultValue={profile[name] ?? ''}
              error={fault?.at(`said.profile.${name}`)}
            />
          ))}
          {kind === 'person' && (
            <>
              <PartnerField
                label={said.organisation}
                of="organisation"
                value={works}
                onValue={setWorks}
                error={fault?.at('said.profile.organisationId')}
              />
              <OwnPerson personId={personId} onPerson={setPersonId} />
            </>
          )}
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
        </>
      )}
    </FormDialog>
  );
}

/** One of the agency's own people. */
function OwnPerson({
  personId,
  onPerson,
}: {
  personId: string | null;
  onPerson: (id: string | null) => void;
}) {
  const said = useWords(partnerWords);
  const find = usePersonFinder(null);
  const chosen = personId === null ? null : (find('').find(({ id }) => id === personId) ?? null);
  return (
    <ComboBox
      label={said.person}
      hint={`${said.personHint} ${said.findPerson}`}
      none={said.nobody}
      chosen={chosen}
      find={find}
      onChoose={(option) => onPerson(option?.id ?? null)}
    />
  );
}
