import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Delegation, delegate, endDelegation } from '../../features/delegations/contract.ts';
import { listPersons } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { LateSelectField, SelectField, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { overTimeWords } from './over-time-words.ts';

const forms = ['KT.', 'TL.', 'TUQ.'] as const;

function useSaved() {
  const said = useWords(overTimeWords);
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['delegations'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ]);
    say(said.saved);
  };
}

/** Somebody acts in another's stead; people give their own, leadership, office and administrators anybody's. */
export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(overTimeWords);
  const { today, person, abilities } = useSession();
  const saved = useSaved();
  const persons = useQuery({ queryKey: ['persons', {}], queryFn: () => call(listPersons, { query: {} }) });
  const anybody = abilities.delegateForOthers === true;
  const options = (persons.data ?? []).map(({ id, fullName, posts }) => ({
    value: id,
    label: [fullName, posts[0]?.title, posts[0]?.unitName].filter(Boolean).join(' · '),
  }));
  const [absentId, setAbsentId] = useState(anybody ? '' : (person?.id ?? ''));
  const posts = persons.data?.find(({ id }) => id === absentId)?.posts ?? [];
  const absent = anybody ? options : options.filter(({ value }) => value === person?.id);
  return (
    <FormDialog
      title={said.delegate}
      act={said.delegate}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(delegate, {
          body: {
            form: forms.find((one) => one === textIn(form)('form')) ?? 'KT.',
            fromPersonId: textIn(form)('fromPersonId'),
            toPersonId: textIn(form)('toPersonId'),
            unitId: textIn(form)('unitId') || null,
            fromDay: textIn(form)('fromDay'),
            lastDay: textIn(form)('lastDay'),
            document: textIn(form)('document'),
          },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.form}
            name="form"
            options={forms.map((value) => ({ value, label: said.forms[value] }))}
          />
          <SelectField
            label={said.absent}
            name="fromPersonId"
            required
            value={absentId}
            onChange={({ target }) => setAbsentId(target.value)}
            error={fault?.at('fromPersonId')}
            options={[{ value: '', label: '—' }, ...absent]}
          />
          <LateSelectField
            key={absentId}
            label={said.scope}
            name="unitId"
            error={fault?.at('unitId')}
            options={[
              { value: '', label: said.allPosts },
              ...[...new Map(posts.map(({ unitId, unitName }) => [unitId, unitName]))].map(
                ([value, label]) => ({ value, label: said.onlyAt(label) }),
              ),
            ]}
          />
          <LateSelectField
            label={said.stand}
            name="toPersonId"
            required
            error={fault?.at('toPersonId')}
            options={[{ value: '', label: '—' }, ...options]}
          />
          <DayField
            label={said.firstDay}
            name="fromDay"
            required
            initial={today}
            error={fault?.at('fromDay')}
          />
          <DayField label={said.lastDay} name="lastDay" required error={fault?.at('lastDay')} />
          <TextField
            label={said.basis}
            name="document"
            required
            minLength={3}
            error={fault?.at('document')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** A delegation ends before its last day; what was done stays. */
export function EndDelegationDialog({
  delegation,
  onClose,
}: {
  delegation: Delegation;
  onClose: () => void;
}) {
  const said = useWords(overTimeWords);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={`${said.endEarly}: ${delegation.from.name}`}
      act={said.endEarly}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(endDelegation, {
          params: { id: delegation.id },
          body: { endedOn: textIn(form)('endedOn') },
        });
        await saved();
      }}
    >
      {(fault) => (
        <DayField label={said.endedOn} name="endedOn" required initial={today} error={fault?.at('endedOn')} />
      )}
    </FormDialog>
  );
}
