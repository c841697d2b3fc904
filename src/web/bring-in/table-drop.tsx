import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useDroppedFiles } from '../ui/dropped-files.ts';
import { tableWords } from './words.ts';

/** Where a table is dropped or chosen, with the template it may be written in. */
export function TableDrop({
  title,
  formats,
  accept,
  template,
  busy,
  take,
}: {
  title: string;
  /** What it must hold. */
  formats: string;
  /** Endings of file names. */
  accept: string;
  /** Address of the template. */
  template: string;
  busy: boolean;
  take: (files: Iterable<File>) => void;
}) {
  const said = useWords(tableWords);
  const input = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(take);
  return (
    <section className={over ? 'drop-area over' : 'drop-area'} aria-label={title}>
      <IconFileSpreadsheet size={30} stroke={1.5} aria-hidden />
      <div>
        <h2>{over ? said.dropNow : title}</h2>
        <p className="quiet small">{formats}</p>
      </div>
      <div className="drop-acts">
        <Button kind="primary" disabled={busy} onClick={() => input.current?.click()}>
          <IconFileSpreadsheet size={18} aria-hidden /> {said.choose}
        </Button>
        <a className="button" href={template} download>
          <IconDownload size={18} aria-hidden /> {said.template}
        </a>
      </div>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={said.choose}
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </section>
  );
}
