import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Conference, FindingTold } from '../../features/conferences/contract.ts';
import { useWords } from '../i18n/language.ts';
import { noticeWords } from './notice-words.ts';

/** What does not hold before issuing; each leads to where it is put right. */
export function Findings({
  conference,
  findings,
}: {
  conference: Conference;
  findings: readonly FindingTold[];
}) {
  const said = useWords(noticeWords);
  return (
    <section className="card padded stack" aria-label={said.findings}>
      <h2>{said.findings}</h2>
      {findings.length === 0 ? (
        <p className="notice fine">
          <IconCheck size={18} aria-hidden /> <span>{said.noFindings}</span>
        </p>
      ) : (
        <FindingList conference={conference} findings={findings} />
      )}
    </section>
  );
}

export function FindingList({
  conference: { id },
  findings,
}: {
  conference: Conference;
  findings: readonly FindingTold[];
}) {
  const said = useWords(noticeWords);
  return (
    <ul className="plain findings">
      {findings.map(({ code, id: of, words, blocks }) => {
        const search =
          code === 'unanswered'
            ? { tab: 'proposals' }
            : { tab: 'conclusions', ...(of !== null && { line: of }) };
        return (
          <li key={`${code} ${of} ${words}`} className={blocks ? 'late-words' : ''}>
            <IconAlertTriangle size={16} aria-hidden />{' '}
            {code === 'typed-numbers' ? (
              said.found[code]
            ) : (
              <Link to="/conferences/$id" params={{ id }} search={search}>
                {said.found[code]}
              </Link>
            )}
            {blocks && ` (${said.mustFix})`}
            {words !== '' && <span className="quiet">: {words}</span>}
          </li>
        );
      })}
    </ul>
  );
}
