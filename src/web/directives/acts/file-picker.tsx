import { IconCamera, IconPaperclip, IconX } from '@tabler/icons-react';
import { type ChangeEvent, useId } from 'react';
import { showBytes } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { useUnsavedGuard } from '../../ui/guard.ts';
import { actWords } from './words.ts';

/** Files and photographs to go along; on a phone the camera opens at once. */
export function FilePicker({ files, onFiles }: { files: readonly File[]; onFiles: (files: File[]) => void }) {
  const said = useWords(actWords);
  const id = useId();
  // Typed words are kept as a draft; a browser keeps no chosen file over a reload, so it asks first.
  useUnsavedGuard(files.length > 0);
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...files, ...(event.target.files ?? [])]);
    // The same file can be chosen again after it was taken off.
    event.target.value = '';
  };
  return (
    <fieldset className="field">
      <legend className="unseen">{said.files}</legend>
      <div className="pickers">
        <label className="button file-button" htmlFor={`${id}p`}>
          <IconCamera size={20} aria-hidden /> {said.photograph}
          <input
            id={`${id}p`}
            type="file"
            className="unseen"
            accept="image/*"
            capture="environment"
            onChange={add}
          />
        </label>
        <label className="button file-button" htmlFor={`${id}f`}>
          <IconPaperclip size={20} aria-hidden /> {said.file}
          <input id={`${id}f`} type="file" className="unseen" multiple onChange={add} />
        </label>
      </div>
      {files.length > 0 && (
        <ul className="plain picked">
          {files.map((file) => (
            <li key={`${file.name}${file.size}${file.lastModified}`}>
              <span className="truncate">{file.name}</span>
              <span className="small quiet nowrap">{showBytes(file.size)}</span>
              <button
                type="button"
                className="button bare small"
                aria-label={said.remove(file.name)}
                onClick={() => onFiles(files.filter((one) => one !== file))}
              >
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
