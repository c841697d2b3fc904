import { Link } from '@tanstack/react-router';
import { Stage } from '../../domain/drafts/facts.ts';
import type { DraftRow } from '../../features/drafts/contract.ts';
import { useWords } from '../i18n/language.ts';
import { BallWords, DraftStateWords } from './state.tsx';
import { draftWords } from './words.ts';

/** Where each draft stands: a column a stage, the late ones first; on a phone one below the other. */
export function Board({ drafts, asOf }: { drafts: readonly DraftRow[]; asOf: string | undefined }) {
  const said = useWords(draftWords);
  const running = drafts.filter(({ state }) => state !== 'stopped');
  const byStage = Map.groupBy(running, ({ stage }) => stage);
  return (
    <section className="stage-board" aria-label={said.board}>
      {[null, ...Stage.options].map((stage) => {
        const own = byStage.get(stage) ?? [];
        const name = stage === null ? said.notBegun : said.stage[stage];
        return (
          <section key={name} className="stage-column" aria-label={name}>
            <h2>
              {name} <span className="quiet">{own.length}</span>
            </h2>
            {own.length === 0 && <p className="small quiet">{said.emptyColumn}</p>}
            <ul className="plain">
              {own.map((draft) => (
                <li key={draft.id} className={`card ${draft.state}`}>
                  <Link to="/drafts/$id" params={{ id: draft.id }} search={{ asOf }} className="draft-title">
                    {draft.title}
                  </Link>
                  {stage !== 'issued' && (
                    <span className="small quiet">
                      <BallWords draft={draft} />
                    </span>
                  )}
                  <DraftStateWords draft={draft} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
