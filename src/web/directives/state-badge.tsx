import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconHourglass,
  IconPlayerPause,
  IconRepeat,
} from '@tabler/icons-react';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';

const looks = {
  overdue: { tone: 'late', icon: IconAlertTriangle },
  'due-soon': { tone: 'soon', icon: IconClock },
  'in-time': { tone: '', icon: IconClock },
  returned: { tone: 'soon', icon: IconArrowBackUp },
  'awaiting-confirmation': { tone: 'blue', icon: IconHourglass },
  refused: { tone: 'soon', icon: IconArrowBackUp },
  suspended: { tone: '', icon: IconPlayerPause },
  'no-deadline': { tone: '', icon: null },
  'awaiting-event': { tone: '', icon: IconClock },
  standing: { tone: '', icon: IconRepeat },
  stop: { tone: 'blue', icon: IconBan },
  'done-in-time': { tone: 'fine', icon: IconCheck },
  'done-late': { tone: 'late', icon: IconCheck },
  stopped: { tone: '', icon: IconBan },
} as const;

/** States of which how late says more than the name of the state. */
const byLateness = new Set(['overdue', 'due-soon', 'in-time']);

/** How a directive stands: colour never without icon and words. */
export function StateBadge({ row }: { row: Pick<DirectiveRow, 'state' | 'lateness' | 'late'> }) {
  const { state } = useWords(common);
  const { tone, icon: Icon } = looks[row.state];
  return (
    <span className={`badge ${tone}`}>
      {Icon && <Icon size={14} aria-hidden />}
      {(byLateness.has(row.state) && showLateness(row)) || state[row.state]}
    </span>
  );
}
