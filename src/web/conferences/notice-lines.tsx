import { Link } from '@tanstack/react-router';
import type { Conference, Notice } from '../../features/conferences/contract.ts';
import { meaningOf } from '../directives/deadline-field.tsx';
import { Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { noticeWords } from './notice-words.ts';
import { conferenceWords } from './words.ts';

/** The directives of the notice under the units that lead them, as the paper will have them. */
export function NoticeLines({ conference, notice }: { conference: Conference; notice: Notice }) {
  const said = useWords(noticeWords);
  const general = useWords(conferenceWords);
  const byUnit = [...Map.groupBy(notice.lines, ({ lead }) => lead?.name ?? general.noLead)];
  const directives = new Map(conference.lines.map(({ id, directiveId }) => [id, directiveId]));
  return (
    <section className="card padded stack" aria-label={said.given}>
      <h2>{said.given}</h2>
      {conference.issued && (
        <p className="small">
          <Figure
            value={notice.lines.length}
            door={{ to: '/directives', search: { document: conference.issued.documentId } }}
          >
            {said.records}
          </Figure>
        </p>
      )}
      {notice.lines.length === 0 && <p className="quiet">{general.noLinesYet}</p>}
      {byUnit.map(([unit, lines]) => (
        <div key={unit} className="stack tight">
          <h3>{unit}</h3>
          <ul className="plain notice-lines">
            {lines.map(({ lineId, words, coordinating, product, deadline, kind }) => {
              const directiveId = directives.get(lineId);
              return (
                <li key={lineId}>
                  {directiveId ? (
                    <Link to="/directives/$id" params={{ id: directiveId }}>
                      {words}
                    </Link>
                  ) : (
                    words
                  )}
                  <div className="small quiet">
                    {[
                      coordinating.length > 0 &&
                        general.withUnits(coordinating.map(({ name }) => name).join(', ')),
                      product && general.productIs(product),
                      kind === 'standing'
                        ? general.standing
                        : deadline.kind === 'none'
                          ? general.noTerm
                          : meaningOf(deadline, general.dueOn),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
