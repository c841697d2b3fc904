import { useState } from 'react';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { type PortalTask, recordOwnStep } from '../../features/portal/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { eventOf } from '../tasks/sending.ts';
import { StepFields, type StepRecords } from '../tasks/step-fields.tsx';
import { draftOf, type StepDraft } from '../tasks/step-form.ts';
import { useAttached } from '../tasks/use-attached.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { portalKey } from './home-page.tsx';
import { OwnAttachments } from './own-attachments.tsx';
import { portalWords } from './words.ts';

/** What is about to be sent: a step of one's own, or the supplement that one waits for. */
export type Sending =
  | {
      kind: StepKind;
      name: string;
      saying: 'fact' | 'notice';
      /** What came back, which the form begins with. */
      returned?: PortalTask['records'][number] | undefined;
    }
  | { kind: 'supplementReceived'; of: StepKind; name: string };

interface SendDialogProps {
  task: PortalTask;
  sending: Sending;
  onClose: () => void;
}

/** What the form of a step begins with and chooses from. */
function recordsOf({ title, contract, now, changes, changeOptions }: PortalTask, kind: string): StepRecords {
  const way = kind === 'changeAsked' ? 'ask' : 'host';
  const options = changeOptions.filter(({ ways }) => ways.includes(way));
  const base = { title, contract, ...now, outside: true, changeOptions: options };
  return { base, dossiers: [], changes, payments: null };
}

/** Sends a report, a dossier, a notice or a wish with its files; it counts on the day it is sent, or once taken note of. */
export function SendDialog({ task, sending, onClose }: SendDialogProps) {
  const said = useWords(portalWords);
  const { kind } = sending;
  const returned = kind === 'supplementReceived' ? undefined : sending.returned;
  const attached = useAttached(returned?.files);
  const [draft, setDraft] = useState<StepDraft>(() =>
    kind === 'supplementReceived'
      ? {}
      : {
          ...draftOf(kind, { title: task.title, dossiers: [], costs: [], effect: null }),
          ...returned?.event,
        },
  );
  const records = recordsOf(task, kind);
  const submit = async () => {
    const event = kind === 'supplementReceived' ? { kind, of: sending.of } : eventOf(kind, draft);
    await call(recordOwnStep, {
      params: { id: task.id },
      body: { event, files: attached.settled().map(({ id }) => id) },
    });
    say(said.sent);
    await client.invalidateQueries({ queryKey: portalKey });
  };
  return (
    <FormDialog title={said.sendOf(sending.name)} act={said.send} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          {returned?.reason && <p className="notice late">{said.returnedFor(returned.reason)}</p>}
          {kind !== 'supplementReceived' && (
            <>
              {sending.saying === 'notice' && <p className="small quiet">{said.noticeHint}</p>}
              <StepFields
                kind={kind}
                records={records}
                draft={draft}
                onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
                errorAt={(path) => fault?.at(path)}
              />
            </>
          )}
          <OwnAttachments {...attached.field} />
        </>
      )}
    </FormDialog>
  );
}
