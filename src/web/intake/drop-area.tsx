import { IconCamera, IconClipboardText, IconFiles, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/language.ts';
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

/** Takes files dropped anywhere on the page, so that a near miss does not make the browser open them. */
function useDroppedFiles(send: DropAreaProps['send']): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      send(event.dataTransfer?.files ?? []);
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [send]);
  return over;
}
