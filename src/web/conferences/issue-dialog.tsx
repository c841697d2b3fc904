import { useState } from 'react';
import {
  amendNotice,
  type Conference,
  type FindingTold,
  issueNotice,
} from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { keep } from './conference-query.ts';
import { FindingList } from './findings.tsx';
import { noticeWords } from './notice-words.ts';

/** Issues the notice as it was looked at; what does not hold is taken with a reason. */
export function IssueDialog({
  conference,
  findings,
  onClose,
}: {
  conference: Conference;
  findings: readonly FindingTold[];
  onClose: () => void;
}) {
  const said = useWords(noticeWords);
  // What changes behind the dialog was not looked at: then the issue is refused.
  const [version] = useState(conference.version);
  const submit = async (form: FormData) => {
    const reason = String(form.get('reason') ?? '').trim() || null;
    const issued = await call(issueNotice, { params: { id: conference.id }, body: { reason } }, { version });
    await keep(issued);
    await client.invalidateQueries({ queryKey: ['directives', 'conferences', 'list'] });
    say(said.issued(issued.issued?.number ?? ''));
  };
  return (
    <FormDialog title={said.issueTitle} act={said.issue} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <p>{said.issueHint}</p>
          {findings.length > 0 && <FindingList conference={conference} findings={findings} />}
          {(findings.length > 0 || fault?.at('reason')) && (
            <TextArea label={said.reason} name="reason" rows={3} error={fault?.at('reason')} />
          )}
        </>
      )}
    </FormDialog>
  );
}

/** Records what is put right in a notice that is out. */
export function AmendDialog({ conference, onClose }: { conference: Conference; onClose: () => void }) {
  const said = useWords(noticeWords);
  const submit = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = { words: text('words'), document: text('document') || null };
    await keep(await call(amendNotice, { params: { id: conference.id }, body }));
    say(said.amended);
  };
  return (
    <FormDialog title={said.amend} act={said.amend} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <TextArea
            label={said.amendWords}
            name="words"
            required
            minLength={3}
            rows={4}
            error={fault?.at('words')}
          />
          <TextField label={said.amendDocument} name="document" error={fault?.at('document')} />
        </>
      )}
    </FormDialog>
  );
}
