import { IconAlertTriangle, IconArrowRight, IconCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitRequest } from '../../features/requests/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showLateness } from '../i18n/lateness.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { requestWords } from './words.ts';
import './requests.css';

const looks = {
  late: { tone: 'late', icon: IconAlertTriangle },
  open: { tone: 'soon', icon: IconClock },
  answered: { tone: 'fine', icon: IconCheck },
} as const;

/** How a question stands: colour never without icon and words. */
export function RequestBadge({ request }: { request: Pick<UnitRequest, 'state' | 'lateness' | 'late'> }) {
  const said = useWords(requestWords);
  const { state, lateness } = request;
  const { tone, icon: Icon } = looks[state];
  return (
    <span className={`badge ${state === 'answered' && lateness ? 'late' : tone}`}>
      <Icon size={14} aria-hidden />
      {state === 'answered' || !lateness ? said.state[state] : showLateness(request)}
    </span>
  );
}

/** Questions with their answers; whoever may answer does so in place. */
export function RequestList({
  requests,
  aboutDirective = true,
}: {
  requests: readonly UnitRequest[];
  /** Name the directive each is about; not beneath that directive itself. */
  aboutDirective?: boolean;
}) {
  const [answering, setAnswering] = useState<UnitRequest | null>(null);
  return (
    <>
      <ul className="plain requests">
        {requests.map((request) => (
          <li key={request.id}>
            <Question request={request} aboutDirective={aboutDirective} onAnswer={setAnswering} />
          </li>
        ))}
      </ul>
      {answering && <AnswerDialog request={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function Question({
  request,
  aboutDirective,
  onAnswer,
}: {
  request: UnitRequest;
  aboutDirective: boolean;
  onAnswer: (request: UnitRequest) => void;
}) {
  const said = useWords(requestWords);
  const { from, to, directive, answer, dueDay, state } = request;
  return (
    <div className="request">
      <div className="stack tight">
        <p className="asked-words">{request.words}</p>
        <p className="small quiet">
          {from.name} <IconArrowRight size={13} aria-hidden />
          <span className="unseen"> {said.to.toLowerCase()}: </span> {to.name}
        </p>
        <p className="small quiet">
          {[
            said.askedOn(showDay(request.askedOn), request.askedBy),
            dueDay && said.due(showDay(dueDay)),
            said.waited(request.waited),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {aboutDirective && directive && (
          <p className="small">
            {said.about}:{' '}
            <Link to="/directives/$id" params={{ id: directive.id }}>
              {directive.words}
            </Link>
          </p>
        )}
        {answer && (
          <blockquote className="answer">
            <p>{answer.words}</p>
            <p className="small quiet">{said.answeredOn(showDay(answer.answeredOn), answer.by)}</p>
          </blockquote>
        )}
      </div>
      <div className="request-side">
        <RequestBadge request={request} />
        {state !== 'answered' && (
          <AbleButton ability={request.abilities.answer} className="small" onClick={() => onAnswer(request)}>
            {said.answer}
          </AbleButton>
        )}
      </div>
    </div>
  );
}
