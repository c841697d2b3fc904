import { useState } from 'react';
import {
  actOnDirective,
  attachEvidence,
  type DirectiveRecord,
} from '../../../features/directives/contract.ts';
import { call, upload } from '../../api/call.ts';
import { useWords } from '../../i18n/language.ts';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { ActForm } from './act-form.tsx';
import { FilePicker } from './file-picker.tsx';
import { useSending } from './use-sending.ts';
import { actWords } from './words.ts';

/** Sends files to a directive. @throws CallFailed */
export function sendFiles(id: string, files: readonly File[]): Promise<DirectiveRecord> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return upload(attachEvidence, form, { params: { id } });
}

/** Attaches products: several files, a photograph, or where they are kept. */
export function AttachDialog({ directive, onClose }: { directive: DirectiveRecord; onClose: () => void }) {
  const said = useWords(actWords);
  const sending = useSending(directive);
  const [files, setFiles] = useState<File[]>([]);
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [nothing, setNothing] = useState(false);
  const { id } = directive;
  const submit = async () => {
    if (files.length === 0 && link.trim() === '') return setNothing(true);
    const act = { kind: 'evidenced', name: name.trim() || link.trim(), link: link.trim() } as const;
    const record = await sending.send(async (version) => {
      // The link first: it is checked against the version, and files only add.
      const linked =
        act.link === '' ? null : await call(actOnDirective, { params: { id }, body: { act } }, { version });
      if (linked) setLink('');
      return files.length > 0 || linked === null ? sendFiles(id, files) : linked;
    });
    if (!record) return;
    say(said.done.evidenced);
    onClose();
  };
  return (
    <ActForm
      directive={directive}
      doing="evidenced"
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FilePicker
        files={files}
        onFiles={(next) => {
          setFiles(next);
          setNothing(false);
        }}
      />
      <TextField
        label={said.link}
        type="url"
        value={link}
        error={sending.fault?.at('act.link')}
        onChange={(event) => {
          setLink(event.target.value);
          setNothing(false);
        }}
      />
      {link !== '' && (
        <TextField label={said.linkName} value={name} onChange={(event) => setName(event.target.value)} />
      )}
      {nothing && (
        <p className="error-words" role="alert">
          {said.nothingAttached}
        </p>
      )}
    </ActForm>
  );
}
