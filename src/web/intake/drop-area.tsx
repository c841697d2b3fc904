import { IconCamera, IconClipboardText, IconFiles, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '../i18n/language.ts';
import { useDroppedFiles } from '../ui/dropped-files.ts';
import { intakeWords } from './words.ts';

interface DropAreaProps {
  send: (files: Iterable<File>, source?: 'file' | 'photo') => void;
  paste: () => void;
}

/** Files come in by dropping anywhere on the page, by choosing, by the camera or as pasted text. */
export function DropArea({ send, paste }: DropAreaProps) {
  const said = useWords(intakeWords);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(send);
  return (
    <section className={over ? 'drop-area over' : 'drop-area'} aria-label={said.drop}>
      <IconUpload size={30} stroke={1.5} aria-hidden />
      <div>
        <h2>{over ? said.dropNow : said.drop}</h2>
        <p className="quiet small">{said.formats}</p>
      </div>
      <div className="drop-acts">
        <button type="button" className="button primary" onClick={() => files.current?.click()}>
          <IconFiles size={18} aria-hidden /> {said.choose}
        </button>
        <button type="button" className="button by-camera" onClick={() => camera.current?.click()}>
          <IconCamera size={18} aria-hidden /> {said.photo}
        </button>
        <button type="button" className="button" onClick={paste}>
          <IconClipboardText size={18} aria-hidden /> {said.paste}
        </button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={said.choose}
        onChange={(event) => {
          send(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={said.photo}
        onChange={(event) => {
          send(event.target.files ?? [], 'photo');
          event.target.value = '';
        }}
      />
    </section>
  );
}
