import { sayDeadlineInEnglish } from '../deadlines/english.ts';
import type { Cause, DirectiveFact, FactBody, Given } from './facts.ts';

const causeWords: Record<Cause, string> = {
  'other-unit': 'waits for another unit',
  'outside-papers': 'waits for papers from outside',
  leadership: 'waits for leadership',
  people: 'short of people',
  money: 'short of money',
  unclear: 'not clearly given',
};

function sayGiven({ lead, coordinating, deadline, product }: Given): string {
  const parts = [
    lead ? `${lead.name} leads` : 'no unit named to lead',
    coordinating.length > 0 ? `with ${coordinating.map((party) => party.name).join(', ')}` : '',
    product ? `product: ${product}` : '',
    `deadline: ${sayDeadlineInEnglish(deadline)}`,
  ];
  return parts.filter(Boolean).join('; ');
}

const withWords = (sentence: string, words: string) => (words ? `${sentence}: ${words}` : `${sentence}.`);

function sayProgress({ percent, words, obstacle }: Extract<FactBody, { kind: 'progressed' }>): string {
  const held = obstacle
    ? ` Hindered: ${causeWords[obstacle.cause]}${obstacle.waitingFor ? ` (${obstacle.waitingFor.name})` : ''}.`
    : '';
  const ended = held && words && !/[.!?…]$/u.test(words) ? `${words}.` : words;
  return `Reported ${percent}% done${words ? `: ${ended}` : '.'}${held}`;
}

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words);

const sayOpenParts = (parts: readonly { words: string }[] = []) =>
  parts.length === 0
    ? ''
    : ` with ${parts.length === 1 ? '1 part' : `${parts.length} parts`} not done (${parts.map(({ words }) => `“${shortened(words)}”`).join(', ')})`;

/** As `sentenceOf`, in English; what people wrote stays as they wrote it. */
export function sentenceInEnglish({ body }: Pick<DirectiveFact, 'body'>): string {
  switch (body.kind) {
    case 'given':
      return `Given: ${sayGiven(body)}.`;
    case 'corrected':
      return `Corrected (${body.reason}): ${sayGiven(body.given)}.`;
    case 'retracted':
      return `Took back a record: ${body.reason}`;
    case 'received':
      return 'Received.';
    case 'refused':
      return `Declined as outside the unit’s competence: ${body.reason}`;
    case 'assigned':
      return body.assignee ? `Assigned to ${body.assignee.name}.` : 'No longer assigned to a person.';
    case 'progressed':
      return sayProgress(body);
    case 'evidenced':
      return `Attached a product: ${body.name}.`;
    case 'submitted':
      return withWords(`Submitted the result for confirmation${sayOpenParts(body.openParts)}`, body.words);
    case 'returned':
      return `Returned for more work: ${body.reason}`;
    case 'accepted':
      return withWords('Accepted the result', body.words);
    case 'extensionAsked':
      return `Asked for an extension, ${sayDeadlineInEnglish(body.deadline)}: ${body.reason}`;
    case 'extended':
      return `Extended, ${sayDeadlineInEnglish(body.deadline)}${body.objective ? ' (objective cause certified)' : ''}: ${body.reason}`;
    case 'extensionRefused':
      return `Refused the extension: ${body.reason}`;
    case 'clockStarted':
      return `The clock started: ${body.event}`;
    case 'clockPaused':
      return `The clock was stopped: ${body.reason}`;
    case 'clockResumed':
      return 'The clock goes on.';
    case 'succeeded':
      return `${body.to.name} takes the place of ${body.from.name} by ${body.act}.`;
    case 'transferred':
      return `Moved to ${body.lead.name} as lead${body.act ? ` by ${body.act}` : ''}: ${body.reason}`;
    case 'suspended':
      return `Suspended: ${body.reason}`;
    case 'workResumed':
      return 'Goes on after the suspension.';
    case 'stopped':
      return `Stopped: ${body.reason}`;
  }
}
