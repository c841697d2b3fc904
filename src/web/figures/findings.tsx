import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FigureList } from '../../features/figures/contract.ts';
import { useWords } from '../i18n/language.ts';
import type { Asked } from './use-reading.ts';
import { figuresWords } from './words.ts';

/** What does not hold, before anything is issued; and that all holds, where it does. */
export function Findings({ findings, asked }: { findings: FigureList['findings']; asked: Asked }) {
  const said = useWords(figuresWords);
  if (findings.length === 0)
    return (
      <p className="small quiet sums">
        <IconCheck size={16} aria-hidden /> {said.allHold}
      </p>
    );
  return (
    <section className="card padded stack tight findings" aria-label={said.findings}>
      <h2>
        <IconAlertTriangle size={18} aria-hidden /> {said.findings}
      </h2>
      <ul className="plain stack tight">
        {findings.map(({ words, figure }) => (
          <li key={words}>
            {words}{' '}
            <Link to="/figures" search={{ ...asked, figure }}>
              {said.seeRecords}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
