import { sayDeadline } from '../../domain/deadlines/words.ts';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { common } from '../i18n/common.ts';
import { showDate, showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { StateBadge } from './state-badge.tsx';
import { directiveWords } from './words.ts';

/** Who, by when, with what: as the register has it today. */
export function DirectiveFacts({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(directiveWords);
  const { kind } = useWords(common);
  const { quantity } = directive;
  return (
    <dl className="facts">
      <dt>{said.state}</dt>
      <dd>
        <StateBadge row={directive} />
      </dd>
      <dt>{said.lead}</dt>
      <dd>{directive.lead?.name ?? <span className="quiet">{said.noLead}</span>}</dd>
      {directive.coordinating.length > 0 && (
        <>
          <dt>{said.coordinating}</dt>
          <dd>{directive.coordinating.map((unit) => unit.name).join(', ')}</dd>
        </>
      )}
      <dt>{said.deadline}</dt>
      <dd>{sayDeadline(directive.deadline)}</dd>
      {directive.dueDay && (
        <>
          <dt>{said.due}</dt>
          <dd>{showDate(directive.dueDay)}</dd>
        </>
      )}
      {directive.product && (
        <>
          <dt>{said.product}</dt>
          <dd>{directive.product}</dd>
        </>
      )}
      {quantity && (
        <>
          <dt>{said.quantity}</dt>
          <dd>
            {quantity.value} {quantity.unit}
          </dd>
        </>
      )}
      {directive.kind !== 'do' && (
        <>
          <dt>{said.kind}</dt>
          <dd>{kind[directive.kind]}</dd>
        </>
      )}
      <dt>{said.givenOn}</dt>
      <dd>{showDay(directive.givenOn)}</dd>
    </dl>
  );
}
