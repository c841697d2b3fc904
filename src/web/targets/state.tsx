import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { TargetState } from '../../domain/targets/standing.ts';
import type { TargetRow } from '../../features/targets/contract.ts';
import { causeNames } from '../directives/acts/words.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { targetWords } from './words.ts';

const looks = {
  late: { tone: 'soon', icon: IconAlertTriangle },
  failed: { tone: 'late', icon: IconX },
  'in-time': { tone: '', icon: IconClock },
  met: { tone: 'fine', icon: IconCheck },
  withdrawn: { tone: '', icon: IconBan },
} as const;

/** How a target stands: colour never without icon and words. */
export function TargetBadge({ state }: { state: TargetState }) {
  const said = useWords(targetWords);
  const { tone, icon: Icon } = looks[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon size={14} aria-hidden /> {said.state[state]}
    </span>
  );
}

/** Whether it is reached or late, since when and why. */
export function TargetStateWords({ target }: { target: TargetRow }) {
  const said = useWords(targetWords);
  const causes = useWords(causeNames);
  const { state, lateness, cause, reachedLateOn } = target;
  const behind = state === 'late' || state === 'failed';
  return (
    <div className="target-state">
      <TargetBadge state={state} />
      {behind && (
        <span className="small quiet">
          {[
            lateness && showLateness(target),
            reachedLateOn && said.reachedLate(showDay(reachedLateOn)),
            cause === null ? said.noCause : causes[cause],
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </div>
  );
}
