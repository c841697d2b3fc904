import { useState } from 'react';
import type { StepKind, TaskEvent } from '../../domain/tasks/facts.ts';
import { type PortalFile, type PortalTask, recordOwnStep } from '../../features/portal/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Attachments } from './attachments.tsx';
import { portalKey } from './home-page.tsx';
import { portalWords } from './words.ts';

/** What is about to be sent. */
export interface Sending {
  kind: StepKind | 'supplementReceived';
  of?: StepKind;
  name: string;
}

const changeTypes = ['extension', 'content', 'equipment'] as const;
type ChangeType = (typeof changeTypes)[number];

/** The event that the form says, by its kind; most say nothing but that it was done. */
function eventOf({ kind, of }: Sending, text: (name: string) => string, form: FormData): TaskEvent {
  switch (kind) {
    case 'supplementReceived':
      return { kind, of: of ?? 'acceptanceFiled' };
    case 'terminationAsked':
      return { kind, reason: text('reason') };
    case 'changeAsked':
    case 'changeNotified': {
      const type = changeTypes.find((one) => one === text('type')) ?? 'content';
      return { kind, changeId: newId(), change: { type, before: text('before'), after: text('after') } };
    }
    case 'applied':
      return { kind, where: text('where') };
    case 'assetsPlanned':
      return { kind, none: form.get('none') !== null };
    case 'effectReported':
      return { kind, last: false };
    default:
      return { kind } as TaskEvent;
  }
}

/** Sends a report, a dossier or a wish with its files; it counts on the day it is sent. */
export function SendDialog({
  task,
  sending,
  onClose,
}: {
  task: PortalTask;
  sending: Sending;
  onClose: () => void;
}) {
  const said = useWords(portalWords);
  const [files, setFiles] = useState<PortalFile[]>([]);
  const [type, setType] = useState<ChangeType>('extension');
  const submit = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = { event: eventOf(sending, text, form), files: files.map(({ id }) => id) };
    await call(recordOwnStep, { params: { id: task.id }, body });
    say(said.sent);
    await client.invalidateQueries({ queryKey: portalKey });
  };
  const { kind } = sending;
  return (
    <FormDialog title={said.sendOf(sending.name)} act={said.send} onClose={onClose} onSubmit={submit}>
      {() => (
        <>
          {kind === 'terminationAsked' && <TextArea label={said.reason} name="reason" required rows={3} />}
          {kind === 'applied' && <TextField label={said.where} name="where" required />}
          {kind === 'assetsPlanned' && (
            <label className="check">
              <input type="checkbox" name="none" /> {said.noAssets}
            </label>
          )}
          {(kind === 'changeAsked' || kind === 'changeNotified') && (
            <>
              <SelectField
                label={said.changeKind}
                hint={said.otherChange}
                name="type"
                value={type}
                onChange={(event) => setType(event.target.value as ChangeType)}
                options={changeTypes.map((value) => ({ value, label: said.change[value] }))}
              />
              {type === 'extension' ? (
                <>
                  <input type="hidden" name="before" value={task.contract?.to ?? ''} />
                  <DayField label={said.newEnd} name="after" required />
                </>
              ) : (
                <>
                  <TextArea label={said.before} name="before" required rows={3} />
                  <TextArea label={said.after} name="after" required rows={3} />
                </>
              )}
            </>
          )}
          <Attachments files={files} onChange={setFiles} />
        </>
      )}
    </FormDialog>
  );
}
