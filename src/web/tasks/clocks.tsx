import { IconAlertTriangle, IconClock, IconPlayerPause } from '@tabler/icons-react';
import type { ClockShown } from '../../features/tasks/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { RuleLink } from './rule-link.tsx';
import { taskPageWords } from './task-words.ts';

/** How a clock stands, by icon and word: late, running, standing still, or not known. */
export function ClockBadge({ clock }: { clock: ClockShown }) {
  const said = useWords(taskPageWords);
  const { late, paused, due, lateness, standing } = clock;
  const Icon = late ? IconAlertTriangle : paused ? IconPlayerPause : IconClock;
  const words = paused
    ? said.paused
    : due === null
      ? said.unknownDue
      : showLateness({ lateness, late: standing });
  return (
    <span className={late ? 'badge late' : 'badge'}>
      <Icon size={14} aria-hidden /> {words}
    </span>
  );
}

/** Every clock of a step: where two run together both are told, each with its article and what missing it means. */
export function Clocks({ clocks }: { clocks: readonly ClockShown[] }) {
  const said = useWords(taskPageWords);
  return (
    <ul className="plain clocks">
      {clocks.map((clock) => (
        <li key={clock.topic} className="row tags">
          <ClockBadge clock={clock} />
          <span className="small">
            {clock.due && <strong>{said.due(showDay(clock.due))}</strong>}
            {clock.due && ' · '}
            {said.length(clock.words, showDay(clock.startedOn))}
          </span>
          {clock.rule && <RuleLink rule={clock.rule} />}
          {clock.missed && <span className="small quiet">{said.missed(clock.missed)}</span>}
        </li>
      ))}
    </ul>
  );
}
