import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  type IconProps,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OpinionState } from '../../domain/drafts/opinions.ts';
import type { DraftState } from '../../domain/drafts/standing.ts';
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

const opinionLooks = {
  waiting: { tone: '', icon: IconClock },
  'in-time': { tone: 'fine', icon: IconCheck },
  late: { tone: 'soon', icon: IconAlertTriangle },
  silent: { tone: 'late', icon: IconVolumeOff },
} as const;

interface Look {
  tone: string;
  icon: ComponentType<IconProps>;
}

const Badge = ({ look: { tone, icon: Icon }, words }: { look: Look; words: string }) => (
  <span className={`badge ${tone}`}>
    <Icon size={14} aria-hidden /> {words}
  </span>
);

/** How a draft stands against its plan. */
export const DraftBadge = ({ state }: { state: DraftState }) => (
  <Badge look={looks[state]} words={useWords(draftWords).state[state]} />
);

/** How an opinion that was asked for stands. */
export const OpinionBadge = ({ state }: { state: OpinionState }) => (
  <Badge look={opinionLooks[state]} words={useWords(draftWords).opinionState[state]} />
);

/** How a draft stands against its plan; where it is late, at which stage, by how much and why. */
export function DraftStateWords({ draft }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  const causes = useWords(causeNames);
  const { state, lateStage, cause, next, stages } = draft;
  const nextDay = stages.find(({ stage }) => stage === next)?.planned;
  return (
    <span className="draft-state">
      <DraftBadge state={state} />
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
