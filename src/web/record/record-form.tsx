import type { ReactNode } from 'react';
import type { CallFailed } from '../api/call.ts';
import { readAgain } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { ReasonField } from './fields.tsx';
import { recordWords } from './words.ts';

/** A form on one record: what it is about, its fields, what it sends, and what is said when that is through. */
export function RecordForm({
  about,
  done,
  send,
  children,
  ...dialog
}: {
  title: string;
  act: string;
  /** The record's name. */
  about?: string;
  done: string;
  send: (text: ReturnType<typeof textIn>, form: FormData) => Promise<unknown>;
  onClose: () => void;
  children: (fault: CallFailed | null) => ReactNode;
}) {
  return (
    <FormDialog
      {...dialog}
      onSubmit={async (form) => {
        await send(textIn(form), form);
        say(done);
        await readAgain();
      }}
    >
      {(fault) => (
        <>
          {about && (
            <p>
              <strong>{about}</strong>
            </p>
          )}
          {children(fault)}
        </>
      )}
    </FormDialog>
  );
}

/** Takes back what one recorded oneself. */
export function RetractDialog({
  fact,
  send,
  onClose,
}: {
  fact: { id: string; sentence: string };
  send: (body: { factId: string; reason: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const said = useWords(recordWords);
  return (
    <RecordForm
      title={said.retractTitle}
      act={said.retract}
      done={said.retracted}
      send={(text) => send({ factId: fact.id, reason: text('reason') })}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <p>{fact.sentence}</p>
          {fault?.at('factId') && <p className="notice soon">{fault.at('factId')}</p>}
          <ReasonField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}
