import { DirectiveState } from '../../domain/directives/filter.ts';
import { OpinionState } from '../../domain/drafts/opinions.ts';
import { DraftState } from '../../domain/drafts/standing.ts';
import type { RecordUnit } from '../../domain/figures/figure.ts';
import { ItemState } from '../../domain/programme/item.ts';
import { RequestState } from '../../domain/requests/request.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import type { FigureRecord } from '../../features/figures/contract.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { DraftBadge, OpinionBadge } from '../drafts/state.tsx';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { ItemBadge } from '../programme/state.tsx';
import { RequestBadge } from '../requests/request-list.tsx';
import { TargetBadge } from '../targets/state.tsx';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { taskOutcomeWords } from './task-words.ts';
import { figuresWords } from './words.ts';

/** How a record of a family stood at the cut-off, as its own screens show it. */
export function RecordState({ family, record }: { family: RecordUnit; record: FigureRecord }) {
  const { state, lateness, late } = record;
  switch (family) {
    case 'directives':
      return <StateBadge row={{ state: DirectiveState.parse(state), lateness, late }} />;
    case 'requests':
      return <RequestBadge request={{ state: RequestState.parse(state), lateness, late }} />;
    case 'programme':
      return <ItemBadge state={ItemState.parse(state)} />;
    case 'targets':
      return <TargetBadge state={TargetState.parse(state)} />;
    case 'drafts':
      return <DraftBadge state={DraftState.parse(state)} />;
    case 'opinions':
      return <OpinionBadge state={OpinionState.parse(state)} />;
    case 'tasks':
    case 'inspections':
    case 'task-changes':
    case 'task-steps':
      return <TaskBadge record={record} />;
    case 'documents':
      return <PaperBadge state={state} />;
  }
}

const taskTones: Partial<Record<string, string>> = {
  running: 'fine',
  'propose-termination': 'late',
  adjust: 'soon',
  asked: 'soon',
};

/** A task, or what happened to it, with how late it is or how long it took. */
function TaskBadge({ record: { state, lateness, late } }: { record: FigureRecord }) {
  const { state: states, changeState } = useWords(taskVocabulary);
  const outcomes = useWords(taskOutcomeWords);
  const words: Partial<Record<string, string>> = { ...states, ...changeState, ...outcomes };
  return (
    <>
      <span className={`badge ${taskTones[state] ?? ''}`}>{words[state] ?? state}</span>
      {lateness !== '' && (
        <span className={`badge ${late?.when === 'after' ? 'late' : ''}`}>
          {showLateness({ lateness, late })}
        </span>
      )}
    </>
  );
}

function PaperBadge({ state }: { state: FigureRecord['state'] }) {
  const said = useWords(figuresWords);
  if (state !== 'registered' && state !== 'unconfirmed' && state !== 'set-aside') return null;
  const tone = { registered: 'fine', unconfirmed: 'soon', 'set-aside': '' }[state];
  return <span className={`badge ${tone}`}>{said.state[state]}</span>;
}
