import { Link } from '@tanstack/react-router';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { directiveWords } from './words.ts';

/** What happened, newest first, in sentences, with the day it counts from and when it was recorded. */
export function History({ history }: Pick<DirectiveRecord, 'history'>) {
  const said = useWords(directiveWords);
  return (
    <section className="stack tight">
      <h2>{said.history}</h2>
      <ol className="plain history">
        {history.map((fact) => (
          <li key={fact.id}>
            <span>{fact.sentence}</span>
            <span className="small quiet" title={showMoment(fact.recordedAt)}>
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.nowKnownAs && (
                <>
                  {' '}
                  <Link to="/organisation" search={{ tab: 'persons', q: fact.nowKnownAs }}>
                    {said.nowKnownAs(fact.nowKnownAs)}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
