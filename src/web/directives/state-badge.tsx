import { IconAlertTriangle, IconBan, IconClock, IconRepeat } from '@tabler/icons-react';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';

const looks = {
  overdue: { tone: 'late', icon: IconAlertTriangle },
  'due-soon': { tone: 'soon', icon: IconClock },
  'in-time': { tone: '', icon: IconClock },
  'no-deadline': { tone: '', icon: null },
  'awaiting-event': { tone: '', icon: IconClock },
  standing: { tone: '', icon: IconRepeat },
  stop: { tone: 'blue', icon: IconBan },
} as const;

/** How a directive stands: colour never without icon and words. */
export function StateBadge({ row }: { row: Pick<DirectiveRow, 'state' | 'lateness'> }) {
  const { state } = useWords(common);
  const { tone, icon: Icon } = looks[row.state];
  return (
    <span className={`badge ${tone}`}>
      {Icon && <Icon size={14} aria-hidden />}
      {row.lateness || state[row.state]}
    </span>
  );
}
