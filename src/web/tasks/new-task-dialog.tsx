import { useState } from 'react';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { beginTask } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { OverlapPanel } from '../tasks-overlap/overlap-panel.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { DocumentFields } from './document-fields.tsx';
import { fieldWords } from './field-words.ts';
import { emptyProfile, ProfileFields, profileOf } from './profile-fields.tsx';
import { documentIn, lookAtTasks } from './sending.ts';
import { taskVocabulary } from './vocabulary.ts';

/** Records a new proposal, or takes older files over at the phase they have come to. */
export function NewTaskDialog({ onClose, onBegun }: { onClose: () => void; onBegun: (id: string) => void }) {
  const said = useWords(fieldWords);
  const { phase } = useWords(taskVocabulary);
  const { today } = useSession();
  const [key] = useState(newId);
  const [old, setOld] = useState(false);
  const [draft, setDraft] = useState(emptyProfile);
  return (
    <FormDialog
      title={said.newTitle}
      act={said.begin}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = (name: string) => String(form.get(name) ?? '').trim();
        const body = {
          ...{ profile: profileOf(draft), on: text('on'), restsOn: documentIn(form) },
          takenOver: old ? PhaseId.parse(text('phase')) : undefined,
          code: text('code') || undefined,
          secret: text('secret') === 'yes',
        };
        const { id } = await call(beginTask, { body }, { key });
        say(said.begun);
        await lookAtTasks();
        onBegun(id);
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.how}
            value={old ? 'old' : 'new'}
            onChange={({ target }) => setOld(target.value === 'old')}
            options={[
              { value: 'new', label: said.isProposal },
              { value: 'old', label: said.isTakenOver },
            ]}
          />
          {old && (
            <SelectField
              label={said.phase}
              hint={said.phaseHint}
              name="phase"
              defaultValue="running"
              options={PhaseId.options.map((value) => ({ value, label: phase[value] }))}
            />
          )}
          <ProfileFields
            draft={draft}
            onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
            fault={fault}
          />
          {!old && <OverlapPanel title={draft.title} aims={draft.aims} products={draft.products} />}
          <TextField label={said.code} name="code" maxLength={100} error={fault?.at('code')} />
          <DayField label={said.beginOn} name="on" required initial={today} error={fault?.at('on')} />
          <DocumentFields fault={fault} />
          <SelectField
            label={said.secret}
            hint={said.secretHint}
            name="secret"
            required
            defaultValue=""
            options={[
              { value: '', label: said.choose },
              { value: 'no', label: said.no },
              { value: 'yes', label: said.yes },
            ]}
          />
        </>
      )}
    </FormDialog>
  );
}
