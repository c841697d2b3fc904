import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { BecauseOf } from '../acts/because-of.tsx';
import { common } from '../i18n/common.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { showDate, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Fact } from '../record/record-facts.tsx';
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
      <Fact name={said.state}>
        <StateBadge row={directive} />
        {suspendedOn && <span className="quiet"> {acts.since(showDay(suspendedOn))}</span>}
      </Fact>
      <Fact name={acts.holder}>{holderName(directive, acts.holderGiver)}</Fact>
      <Fact name={acts.progress}>
        <Percent percent={tree.find(({ id }) => id === directive.id)?.percent ?? directive.percent} />
      </Fact>
      <Hindered directive={directive} />
      <Fact name={said.lead}>{lead?.name ?? <span className="quiet">{said.noLead}</span>}</Fact>
      {assignee && <Fact name={acts.assignee}>{assignee.name}</Fact>}
      {coordinating.length > 0 && (
        <Fact name={said.coordinating}>{coordinating.map((unit) => unit.name).join(', ')}</Fact>
      )}
      {directive.field && (
        <Fact name={said.field}>
          {directive.field.name}
          {!directive.field.own && <span className="quiet"> · {said.fieldOfUnit}</span>}
        </Fact>
      )}
      <Deadlines directive={directive} />
      {directive.product && <Fact name={said.product}>{directive.product}</Fact>}
      {quantity && (
        <Fact name={said.quantity}>
          {quantity.value} {quantity.unit}
        </Fact>
      )}
      {directive.kind !== 'do' && <Fact name={said.kind}>{kind[directive.kind]}</Fact>}
      {directive.origin !== 'document' && <Fact name={said.origin}>{said.origins[directive.origin]}</Fact>}
      <BecauseOf directive={directive} />
      <Fact name={said.givenOn}>
        {showDay(directive.givenOn)}
        {timesReturned > 0 && <span className="quiet"> · {acts.returnedTimes(timesReturned)}</span>}
      </Fact>
    </dl>
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
        <Fact name={acts.firstDeadline}>
          <span className="quiet">
            {showDeadline(firstDeadline)}
            {firstDueDay && ` (${showDay(firstDueDay)})`}
          </span>
        </Fact>
      )}
      <Fact name={timesExtended > 0 ? acts.presentDeadline : said.deadline}>
        {showDeadline(deadline)}
        {timesExtended > 0 && <span className="quiet"> · {acts.extendedTimes(timesExtended)}</span>}
      </Fact>
      {dueDay && <Fact name={said.due}>{showDate(dueDay)}</Fact>}
      {deadline.kind === 'relative' && (
        <Fact name={acts.clock}>
          {clock ? acts.clockSince(showDay(clock.startedOn)) : acts.clockNotYet}
          {clock?.standsSince && `, ${acts.clockStands(showDay(clock.standsSince))}`}
        </Fact>
      )}
      {asked && (
        <Fact name={acts.askedNow}>
          <strong>{showDeadline(asked.deadline)}</strong>: {asked.reason}
        </Fact>
      )}
    </>
  );
}

function Hindered({ directive: { cause, waitingFor } }: { directive: DirectiveRecord }) {
  const acts = useWords(actWords);
  const names = useWords(causeNames);
  if (cause === null) return null;
  return (
    <Fact name={acts.hindered}>
      {names[cause]}
      {waitingFor && `: ${waitingFor}`}
    </Fact>
  );
}
