import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttachedFile } from '../../features/task-files/contract.ts';
import { CallFailed } from '../api/call.ts';
import { showBytes, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { attachmentWords } from './attachment-words.ts';
import type { AttachedField } from './use-attached.ts';

interface AttachmentsProps extends AttachedField {
  /** Sends one file, as a form, to who checks and keeps it. @throws CallFailed where it is not taken */
  send: (form: FormData) => Promise<AttachedFile>;
  /** Where a file that was taken can be read again. */
  hrefOf?: ((id: string) => string) | undefined;
  disabled?: boolean;
}

interface Refusal {
  name: string;
  reason: string;
}

/** Files that are to go along, each checked by the server as it is added; one that is refused says why and holds up no other. */
export function Attachments({
  files,
  onChange,
  onSending,
  send,
  hrefOf,
  disabled = false,
}: AttachmentsProps) {
  const said = useWords(attachmentWords);
  const [sending, setSending] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refusal[]>([]);
  const add = async (chosen: File[]) => {
    setRefused([]);
    onSending(true);
    let all = [...files];
    for (const [at, file] of chosen.entries()) {
      setSending(said.attaching(file.name, `${showNumber(at + 1)}/${showNumber(chosen.length)}`));
      const form = new FormData();
      form.append('file', file, file.name);
      try {
        all = [...all, await send(form)];
        onChange(all);
      } catch (error) {
        const reason = reasonOf(error);
        setRefused((before) => [...before, { name: file.name, reason }]);
      }
    }
    setSending(null);
    onSending(false);
  };
  return (
    <section className="stack tight" aria-label={said.files}>
      <h2>{said.files}</h2>
      {!disabled && <p className="small quiet">{said.filesHint}</p>}
      {refused.map(({ name, reason }) => (
        <p key={name} className="notice late" role="alert">
          {said.refused(name, reason)}
        </p>
      ))}
      <ul className="plain file-list">
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            {hrefOf ? (
              <a href={hrefOf(id)} download>
                {name}
              </a>
            ) : (
              name
            )}
            <span className="quiet">{showBytes(bytes)}</span>
            {!disabled && (
              <button
                type="button"
                className="button bare small"
                aria-label={said.remove(name)}
                onClick={() => onChange(files.filter((one) => one.id !== id))}
              >
                <IconX size={18} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {sending !== null && <p role="status">{sending}</p>}
      {!disabled && sending === null && (
        <div>
          <label className="button file-button">
            <IconPaperclip size={18} aria-hidden /> {said.attach}
            <input
              type="file"
              className="unseen"
              multiple
              accept=".pdf,.docx,.xlsx,image/*"
              onChange={({ target }) => {
                if (target.files?.length) void add([...target.files]);
                // The same file may be chosen again once it was mended.
                target.value = '';
              }}
            />
          </label>
        </div>
      )}
    </section>
  );
}

/** Why a file was not taken, in the words of who refused it. */
const reasonOf = (error: unknown): string =>
  error instanceof CallFailed ? (error.at('file') ?? error.message) : String(error);
