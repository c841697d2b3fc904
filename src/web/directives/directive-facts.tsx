import type { ReactNode } from 'react';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { BecauseOf } from '../acts/because-of.tsx';
import { common } from '../i18n/common.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { showDate, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { actWords, causeNames } from './acts/words.ts';
import { StateBadge } from './state-badge.tsx';
import { Percent } from './tree.tsx';
import { directiveWords } from './words.ts';

/** Who, by when, with what, and who holds the ball: as the register has it today. */
export function DirectiveFacts({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(directiveWords);
  const acts = useWords(actWords);
  const { kind } = useWords(common);
  const { quantity, lead, assignee, coordinating, suspendedOn, timesReturned, tree } = directive;
  return (
    <dl className="facts">
      <Row name={said.state}>
        <StateBadge row={directive} />
        {suspendedOn && <span className="quiet"> {acts.since(showDay(suspendedOn))}</span>}
      </Row>
      <Row name={acts.holder}>{holderName(directive, acts.holderGiver)}</Row>
      <Row name={acts.progress}>
        <Percent percent={tree.find(({ id }) => id === directive.id)?.percent ?? directive.percent} />
      </Row>
      <Hindered directive={directive} />
      <Row name={said.lead}>{lead?.name ?? <span className="quiet">{said.noLead}</span>}</Row>
      {assignee && <Row name={acts.assignee}>{assignee.name}</Row>}
      {coordinating.length > 0 && (
        <Row name={said.coordinating}>{coordinating.map((unit) => unit.name).join(', ')}</Row>
      )}
      {directive.field && (
        <Row name={said.field}>
          {directive.field.name}
          {!directive.field.own && <span className="quiet"> · {said.fieldOfUnit}</span>}
        </Row>
      )}
      <Deadlines directive={directive} />
      {directive.product && <Row name={said.product}>{directive.product}</Row>}
      {quantity && (
        <Row name={said.quantity}>
          {quantity.value} {quantity.unit}
        </Row>
      )}
      {directive.kind !== 'do' && <Row name={said.kind}>{kind[directive.kind]}</Row>}
      {directive.origin !== 'document' && <Row name={said.origin}>{said.origins[directive.origin]}</Row>}
      <BecauseOf directive={directive} />
      <Row name={said.givenOn}>
        {showDay(directive.givenOn)}
        {timesReturned > 0 && <span className="quiet"> · {acts.returnedTimes(timesReturned)}</span>}
      </Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const holderName = ({ holder, lead, assignee }: DirectiveRecord, giver: string): string => {
  if (holder === null) return '—';
  return holder === 'giver' ? giver : (assignee?.name ?? lead?.name ?? '—');
};

/** What it was first given with, what stands now, and what is asked for. */
function Deadlines({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(directiveWords);
  const acts = useWords(actWords);
  const { deadline, firstDeadline, dueDay, firstDueDay, timesExtended, asked, clock } = directive;
  return (
    <>
      {timesExtended > 0 && (
        <Row name={acts.firstDeadline}>
          <span className="quiet">
            {showDeadline(firstDeadline)}
            {firstDueDay && ` (${showDay(firstDueDay)})`}
          </span>
        </Row>
      )}
      <Row name={timesExtended > 0 ? acts.presentDeadline : said.deadline}>
        {showDeadline(deadline)}
        {timesExtended > 0 && <span className="quiet"> · {acts.extendedTimes(timesExtended)}</span>}
      </Row>
      {dueDay && <Row name={said.due}>{showDate(dueDay)}</Row>}
      {deadline.kind === 'relative' && (
        <Row name={acts.clock}>
          {clock ? acts.clockSince(showDay(clock.startedOn)) : acts.clockNotYet}
          {clock?.standsSince && `, ${acts.clockStands(showDay(clock.standsSince))}`}
        </Row>
      )}
      {asked && (
        <Row name={acts.askedNow}>
          <strong>{showDeadline(asked.deadline)}</strong>: {asked.reason}
        </Row>
      )}
    </>
  );
}

function Hindered({ directive: { cause, waitingFor } }: { directive: DirectiveRecord }) {
  const acts = useWords(actWords);
  const names = useWords(causeNames);
  if (cause === null) return null;
  return (
    <Row name={acts.hindered}>
      {names[cause]}
      {waitingFor && `: ${waitingFor}`}
    </Row>
  );
}
