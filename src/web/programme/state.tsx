import { IconAlertTriangle, IconBan, IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import type { ItemState } from '../../domain/programme/item.ts';
import type { ProgrammeItem } from '../../features/programme/contract.ts';
import { causeNames } from '../directives/acts/words.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { programmeWords } from './words.ts';

const looks = {
  overdue: { tone: 'late', icon: IconAlertTriangle },
  'not-given': { tone: '', icon: IconCircleDashed },
  'in-work': { tone: 'blue', icon: IconClock },
  done: { tone: 'fine', icon: IconCheck },
  'done-late': { tone: 'soon', icon: IconCheck },
  stopped: { tone: '', icon: IconBan },
  dropped: { tone: '', icon: IconBan },
} as const;

/** How an item stands: colour never without icon and words. */
export function ItemBadge({ state }: { state: ItemState }) {
  const said = useWords(programmeWords);
  const { tone, icon: Icon } = looks[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon size={14} aria-hidden /> {said.state[state]}
    </span>
  );
}

/** How an item stands; where it is late, since when and why. */
export function ItemStateWords({ item }: { item: ProgrammeItem }) {
  const said = useWords(programmeWords);
  const causes = useWords(causeNames);
  const { state, lateness, cause, directive } = item;
  return (
    <span className="item-state">
      <ItemBadge state={state} />
      {state === 'overdue' && (
        <span className="small quiet">
          {[
            lateness && showLateness(item),
            directive === null ? said.notGiven : cause === null ? said.noCause : causes[cause],
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </span>
  );
}
