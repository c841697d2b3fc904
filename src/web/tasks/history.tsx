import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Task } from '../../features/tasks/contract.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { RulesCited } from './rule-link.tsx';
import { FileLink, useTaskFiles } from './task-attachments.tsx';
import { taskPageWords } from './task-words.ts';

type Fact = Task['history'][number];

/** So many facts show at once: what comes before is asked for. */
const shownFirst = 8;

/** What happened, newest first, in sentences: by whom, on which document, and which rules decided it. */
export function History({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const may = useMay();
  const [correcting, setCorrecting] = useState<Fact | null>(null);
  const files = useTaskFiles(task);
  const [whole, setWhole] = useState(false);
  return (
    <section id="history" className="stack tight" aria-label={said.history}>
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: task.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain task-history">
        {(whole ? task.history : task.history.slice(0, shownFirst)).map((fact) => (
          <li key={fact.id}>
            <span className="small quiet nowrap">{showDay(fact.happenedOn)}</span>
            {fact.superseded ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            <span className="row tags small">
              <span className="quiet">
                {fact.by}
                {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
                {fact.superseded && ` · ${said.superseded}`}
              </span>
              {fact.restsOn && <Document restsOn={fact.restsOn} />}
              {files
                .filter(({ factId }) => factId === fact.id)
                .map((file) => (
                  <FileLink key={file.id} task={task} file={file} />
                ))}
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
              {(fact.basis !== null || fact.rules.length > 0) && <Basis fact={fact} />}
            </span>
          </li>
        ))}
      </ol>
      {!whole && task.history.length > shownFirst && (
        <Button className="small start" onClick={() => setWhole(true)}>
          {said.earlierFacts(showNumber(task.history.length - shownFirst))}
        </Button>
      )}
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

/** On which article the step stands, and the rules that let it be recorded, each with the file it stands in. */
function Basis({ fact: { basis, rules } }: { fact: Fact }) {
  const said = useWords(taskPageWords);
  return (
    <details className="small">
      <summary>{rules.length > 0 ? said.rules(showNumber(rules.length)) : said.basis}</summary>
      {basis !== null && <p>{basis}</p>}
      <RulesCited rules={rules} />
    </details>
  );
}
