import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { useTitle } from '../ui/title.ts';
import { DropArea } from './drop-area.tsx';
import { IntakeList } from './intake-list.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { useSending } from './sending.ts';
import { SentFiles } from './sent-files.tsx';
import { intakeWords } from './words.ts';
import './intake.css';

const states = ['reviewing', 'reading', 'waiting', 'unreadable', 'confirmed', 'dropped'] as const;

/** Where documents come in, and how far each has got. */
export function IntakePage() {
  const said = useWords(intakeWords);
  const may = useMay();
  const { state: wanted } = useSearch({ strict: false });
  const state = states.find((one) => one === wanted);
  const { files, send, again, clear } = useSending();
  const [pasting, setPasting] = useState(false);
  useTitle(said.title);
  return (
    <div className="page intake-page">
      <div className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{may('intake.review') ? said.what : said.viewOnly}</p>
        </div>
      </div>
      {may('intake.review') && <DropArea send={send} paste={() => setPasting(true)} />}
      <SentFiles files={files} again={again} clear={clear} />
      <section className="stack tight" aria-label={said.list}>
        <nav className="tabs" aria-label={said.filter}>
          <Link to="/intake" search={{}} activeOptions={{ exact: true }}>
            {said.state.all}
          </Link>
          {states.map((one) => (
            <Link key={one} to="/intake" search={{ state: one }}>
              {said.state[one]}
            </Link>
          ))}
        </nav>
        <IntakeList state={state} />
      </section>
      {pasting && <PasteDialog close={() => setPasting(false)} />}
    </div>
  );
}
