import { IconAlertTriangle, IconBan, IconCheck, IconClock } from '@tabler/icons-react';
import type { DraftRow } from '../../features/drafts/contract.ts';
import { causeNames } from '../directives/acts/words.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { draftWords } from './words.ts';

const looks = {
  late: { tone: 'late', icon: IconAlertTriangle },
  'on-plan': { tone: '', icon: IconClock },
  issued: { tone: 'fine', icon: IconCheck },
  'issued-late': { tone: 'soon', icon: IconCheck },
  stopped: { tone: '', icon: IconBan },
} as const;

/** How a draft stands against its plan; where it is late, at which stage, by how much and why. */
export function DraftStateWords({ draft }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  const causes = useWords(causeNames);
  const { state, lateStage, cause, next, stages } = draft;
  const nextDay = stages.find(({ stage }) => stage === next)?.planned;
  const { tone, icon: Icon } = looks[state];
  return (
    <span className="draft-state">
      <span className={`badge ${tone}`}>
        <Icon size={14} aria-hidden /> {said.state[state]}
      </span>
      {lateStage && (
        <span className="small quiet">
          {[
            said.lateAt(said.stage[lateStage]),
            showLateness(draft),
            cause === null ? said.noCause : causes[cause],
          ].join(' · ')}
        </span>
      )}
      {state === 'on-plan' && next && (
        <span className="small quiet">
          {said.next(said.stage[next])} {nextDay && showDay(nextDay)}
        </span>
      )}
    </span>
  );
}

/** With whom it is now. */
export function BallWords({ draft: { ball } }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  return ball.names.length === 0 ? said.ballNobody : ball.names.join('; ');
}
