import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Task } from '../../features/tasks/contract.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

type Fact = Task['history'][number];

/** What happened, newest first, in sentences: by whom, on which document, and which rules decided it. */
export function History({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const may = useMay();
  const [correcting, setCorrecting] = useState<Fact | null>(null);
  return (
    <section className="stack tight" aria-label={said.history}>
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: task.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {task.history.map((fact) => (
          <li key={fact.id}>
            {fact.superseded ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
              {fact.superseded && ` · ${said.superseded}`}
            </span>
            <span className="row tags">
              {fact.restsOn && <Document restsOn={fact.restsOn} />}
              {fact.rules.length > 0 && <Rules rules={fact.rules} />}
              {fact.abilities.correct === true && fact.event && (
                <Button
                  kind="bare"
                  className="small"
                  aria-label={`${said.correct}: ${fact.sentence}`}
                  onClick={() => setCorrecting(fact)}
                >
                  {said.correct}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {correcting && <CorrectDialog task={task} fact={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}

/** A document something rests on, with the way to it where it stands in the register. */
export function Document({ restsOn: { documentId, sign, date } }: { restsOn: NonNullable<Fact['restsOn']> }) {
  const said = useWords(taskPageWords);
  const words = said.restsOn(sign, showDay(date));
  return documentId === null ? (
    <span className="small">{words}</span>
  ) : (
    <Link to="/documents/$id" params={{ id: documentId }} className="small">
      {words}
    </Link>
  );
}

/** The rules that let it be recorded, each with its article and how certain it is. */
function Rules({ rules }: { rules: Fact['rules'] }) {
  const said = useWords(taskPageWords);
  const { confidence } = useWords(taskVocabulary);
  return (
    <details className="small">
      <summary>{said.rules(showNumber(rules.length))}</summary>
      <ul className="plain">
        {rules.map((rule) => (
          <li key={rule.id}>
            {rule.basis} · <code>{rule.id}</code> ·{' '}
            {confidence[rule.confidence as keyof typeof confidence] ?? rule.confidence}
          </li>
        ))}
      </ul>
    </details>
  );
}
