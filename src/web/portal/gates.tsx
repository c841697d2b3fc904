import type { GateShown } from '../../features/portal/contract.ts';
import { useWords } from '../i18n/language.ts';
import { portalWords } from './words.ts';

/** What stands between the host and a new task, told before the closing: on what it rests, and whether nothing can be filed. */
export function Gates({ gates }: { gates: readonly GateShown[] }) {
  const said = useWords(portalWords);
  if (gates.length === 0) return null;
  const shut = gates.some(({ shuts }) => shuts);
  return (
    <section className={`notice ${shut ? 'late' : 'soon'} gates stack tight`} aria-label={said.gates}>
      <strong>{shut ? said.gatesShut : said.gates}</strong>
      <ul className="stack tight">
        {gates.map(({ who, words, tasks }) => (
          <li key={`${who} ${words}`}>
            {who === 'investigator' && `${said.gateOfInvestigator}: `}
            {words}
            <ul className="plain">
              {tasks.map(({ title, words: why }) => (
                <li key={title} className="small">
                  {title}: {why}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {gates.some(({ shuts }) => !shuts) && <p>{said.gatesOpen}</p>}
    </section>
  );
}
