import { IconPaperclip, IconX } from '@tabler/icons-react';
import { attachFile, type PortalFile, readFile } from '../../features/portal/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { showBytes } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { portalWords } from './words.ts';

/** Files that are to go along, each checked by the server as it is added. */
export function Attachments({
  files,
  onChange,
  disabled = false,
}: {
  files: readonly PortalFile[];
  onChange: (files: PortalFile[]) => void;
  disabled?: boolean;
}) {
  const said = useWords(portalWords);
  const { busy, error, run } = useTrying();
  const add = (chosen: FileList) =>
    run(async () => {
      let all = [...files];
      for (const file of chosen) {
        const form = new FormData();
        form.append('file', file, file.name);
        all = [...all, await upload(attachFile, form)];
        onChange(all);
      }
    });
  return (
    <section className="stack" aria-label={said.files}>
      <h2>{said.files}</h2>
      <p className="small quiet">{said.filesHint}</p>
      {error !== null && <Failed error={error} />}
      <ul className="plain file-list">
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            <a href={addressOf(readFile, { params: { id } })} download>
              {name}
            </a>
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
      {busy && <p role="status">{said.attaching}</p>}
      {!disabled && !busy && (
        <label className="button file-button">
          <IconPaperclip size={18} aria-hidden /> {said.attach}
          <input
            type="file"
            className="unseen"
            multiple
            accept=".pdf,.docx,.xlsx,image/*"
            onChange={(event) => {
              const { files: chosen } = event.target;
              if (chosen?.length) void add(chosen);
            }}
          />
        </label>
      )}
    </section>
  );
}
