import { expect, test } from 'vitest';
import type { Deadline } from '../deadlines/deadline.ts';
import { sayDeadlineInEnglish } from '../deadlines/english.ts';
import { Cause, type FactBody } from './facts.ts';
import { sentenceOf } from './sentence.ts';
import { sentenceInEnglish } from './sentence-english.ts';

const id = '00000000-0000-7000-8000-000000000001';
const unit = { name: 'Unit A', unitId: id };
const reason = 'a reason';
const dated = (
  kind: 'date' | 'month' | 'quarter' | 'half' | 'year',
  due: string,
  bound: 'before' | 'by' | 'in' | 'on' | 'from',
) => ({ kind, due, bound, text: '', span: [0, 0] }) as Deadline;
const deadline = dated('date', '2026-11-15', 'by');
const given = { lead: unit, coordinating: [unit], deadline, product: 'Plan' };

/** One of every kind, all that people wrote being English. */
const bodies: FactBody[] = [
  { kind: 'given', ...given },
  { kind: 'given', lead: null, coordinating: [], deadline: { kind: 'none' }, product: null },
  { kind: 'corrected', supersedes: id, reason, given },
  { kind: 'retracted', supersedes: id, reason },
  { kind: 'received' },
  { kind: 'refused', reason },
  { kind: 'assigned', assignee: { personId: id, name: 'Lan' } },
  { kind: 'assigned', assignee: null },
  ...Cause.options.map(
    (cause): FactBody => ({
      kind: 'progressed',
      percent: 40,
      words: 'half',
      obstacle: { cause, waitingFor: unit },
    }),
  ),
  { kind: 'evidenced', name: 'plan.docx' },
  { kind: 'submitted', words: '' },
  { kind: 'submitted', words: 'the rest follows', openParts: [{ id, words: 'Part one' }] },
  { kind: 'returned', reason },
  { kind: 'accepted', words: '' },
  { kind: 'extensionAsked', deadline, reason },
  { kind: 'extended', deadline, reason, objective: true },
  { kind: 'extensionRefused', reason },
  { kind: 'clockStarted', event: 'the file came' },
  { kind: 'clockPaused', reason },
  { kind: 'clockResumed' },
  { kind: 'succeeded', from: unit, to: { name: 'Unit B' }, act: 'decision 1' },
  { kind: 'transferred', lead: unit, reason, act: 'decision 1' },
  { kind: 'suspended', reason },
  { kind: 'workResumed' },
  { kind: 'stopped', reason },
];
/** Letters no English word has. */
const vietnamese = /[^\p{ASCII}“”’…]/u;

test.each(bodies.map((body) => [body.kind, body] as const))(
  '%s is a sentence in both languages',
  (_, body) => {
    expect(sentenceInEnglish({ body })).toMatch(/^[A-Z]/u);
    expect(sentenceInEnglish({ body })).not.toMatch(vietnamese);
    expect(sentenceOf({ body })).toMatch(/^\p{Lu}/u);
    expect(sentenceOf({ body })).not.toBe(sentenceInEnglish({ body }));
  },
);

test.each<[Deadline, string]>([
  [{ kind: 'none' }, 'no deadline named'],
  [dated('date', '2026-11-15', 'before'), 'before 15/11/2026'],
  [dated('date', '2026-11-15', 'in'), 'on 15/11/2026'],
  [dated('month', '2026-10-31', 'in'), 'within month 10/2026'],
  [dated('quarter', '2026-12-31', 'by'), 'by the end of quarter IV/2026'],
  [dated('half', '2026-06-30', 'on'), 'within the first half of 2026'],
  [dated('year', '2026-12-31', 'before'), 'before the year 2026'],
  [
    { kind: 'recurring', every: ['month', 'quarter'], text: '', span: [0, 0] } as Deadline,
    'every month, quarter',
  ],
])('a deadline in English: %j', (one, words) => {
  expect(sayDeadlineInEnglish(one)).toBe(words);
});
