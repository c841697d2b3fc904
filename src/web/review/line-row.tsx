import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { ReviewLine } from '../../features/intake/contract.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { useWords } from '../i18n/language.ts';
import { chipOf, dotsOf, type LineState, stateOf } from './line-state.ts';
import { reviewWords } from './words.ts';

const icons = {
  accepted: IconCircleCheckFilled,
  clear: IconCircleCheck,
  doubtful: IconAlertCircle,
  question: IconHelpCircle,
  dropped: IconCircleX,
} satisfies Record<LineState, typeof IconCircleX>;

interface LineRowProps {
  line: ReviewLine;
  number: number;
  focused: boolean;
  /** One row of the list takes the Tab key; arrows and J, K go on from there. */
  reachable: boolean;
  open: () => void;
  enter: () => void;
}

/** One task at a glance: what, who, by when, and how sure the reader was. */
export function LineRow({ line, number, focused, reachable, open, enter }: LineRowProps) {
  const said = useWords(reviewWords);
  const state = stateOf(line);
  const Icon = icons[state];
  const chip = chipOf(line, said.chip);
  const dots = dotsOf(line);
  return (
    <button
      type="button"
      className="line-row"
      aria-expanded={focused}
      tabIndex={reachable ? 0 : -1}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        enter();
      }}
    >
      <Icon size={19} className={`line-icon ${state}`} aria-hidden />
      <span className="unseen">{said.state[state]}. </span>
      <span className="line-words">
        {number}. {line.words}
      </span>
      <span className={`badge line-chip ${chip.tone}`}>{chip.text}</span>
      <span className="line-sub">
        <LeadWords line={line} />
        {focused || <DeadlineWords line={line} />}
      </span>
      <span className={`dots ${state}`} role="img" aria-label={said.confidence(dots)}>
        {[1, 2, 3, 4, 5].map((dot) => (
          <i key={dot} className={dot <= dots ? 'on' : undefined} />
        ))}
      </span>
    </button>
  );
}

function LeadWords({ line }: { line: ReviewLine }) {
  const said = useWords(reviewWords);
  if (line.lead) return line.lead.name;
  return line.leadNone ? said.leadNone : <em>{said.noLead}</em>;
}

/** What is doubtful goes before what is merely said. */
function DeadlineWords({ line }: { line: ReviewLine }) {
  const doubt = line.doubts[0];
  if (doubt) return <em> · {doubt.message}</em>;
  if (line.deadline.kind === 'none') return null;
  return <span className="quiet"> · {showDeadline(line.deadline)}</span>;
}
