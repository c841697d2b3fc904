import type { StepShown, Task } from '../../features/tasks/contract.ts';
import { asHeading, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { useKeys } from '../ui/keys.ts';
import { Clocks } from './clocks.tsx';
import type { Doing } from './task-page.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

interface Props {
  task: Task;
  onDo: (doing: Doing) => void;
}

/** Steps that wait, with all their clocks and whose turn it is; then what may be recorded beside. */
export function OpenSteps({ task, onDo }: Props) {
  const said = useWords(taskPageWords);
  const open = task.steps.filter(({ state }) => state === 'open');
  // The one that matters most, where it may be done; else the first that may.
  const may = open.filter(({ ability }) => ability === true);
  const main = may.find(({ kind }) => kind === task.mainStep) ?? may[0];
  const optional = task.steps.filter(({ state, ability }) => state === 'optional' && ability === true);
  useKeys({ e: main && (() => onDo({ what: 'record', step: main.kind })) });
  return (
    <section id="open" className="stack tight" aria-label={said.open}>
      <h2>{said.open}</h2>
      {open.length === 0 && <p className="quiet">{said.nothingOpen}</p>}
      <ul className="plain stack tight">
        {open.map((step) => (
          <OpenStep key={step.kind} step={step} main={step.kind === main?.kind} onDo={onDo} />
        ))}
      </ul>
      {optional.length > 0 && (
        <div className="stack tight">
          <h3 className="small">{said.optional}</h3>
          <div className="row">
            {optional.map(({ kind, name }) => (
              <Button key={kind} className="small" onClick={() => onDo({ what: 'record', step: kind })}>
                {name}
              </Button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

function OpenStep({
  step,
  main,
  onDo,
}: {
  step: StepShown;
  /** The one that matters most: its button is the main one. */
  main: boolean;
  onDo: Props['onDo'];
}) {
  const said = useWords(taskPageWords);
  const { role } = useWords(taskVocabulary);
  const late = step.clocks.some((clock) => clock.late);
  const last = step.doneOn.at(-1);
  return (
    <li className={`card padded open-step ${late ? 'late' : ''}`}>
      <div className="stack tight">
        <h3>
          <span className="quiet">{step.no}</span> {step.name}
        </h3>
        <p className="small">
          {asHeading(step.ball.map((one) => role[one]).join('; '))}
          {last !== undefined && <span className="quiet"> · {said.lastDone(showDay(last))}</span>}
          {last === undefined && step.since && (
            <span className="quiet"> · {said.since(showDay(step.since))}</span>
          )}
        </p>
        {step.supplementSince && (
          <p className="small">
            <span className="badge soon">{said.supplementSince(showDay(step.supplementSince))}</span>
          </p>
        )}
        <Clocks clocks={step.clocks} />
      </div>
      <div className="row open-step-acts">
        <AbleButton
          ability={step.ability}
          kind={main ? 'primary' : 'plain'}
          onClick={() => onDo({ what: 'record', step: step.kind })}
        >
          <span aria-hidden>{said.record}</span>
          <span className="unseen">{`${said.record}: ${step.name}`}</span>
          {main && <kbd aria-hidden>e</kbd>}
        </AbleButton>
        {step.supplement && (
          <Button onClick={() => onDo({ what: 'supplement', step: step.kind })}>
            {step.supplement === 'supplementAsked' ? said.askSupplement : said.receiveSupplement}
          </Button>
        )}
        <Button
          kind="bare"
          aria-label={`${said.details}: ${step.name}`}
          onClick={() => onDo({ what: 'look', step: step.kind })}
        >
          {said.details}
        </Button>
      </div>
    </li>
  );
}
