import { describe, expect, test } from 'vitest';
import { law } from '../../../test/task-look.ts';
import { stepKinds } from './facts.ts';
import { ruleFor, type TaskRegime, taskRegimes } from './law.ts';
import { lifeCycleOf } from './lifecycle/definitions.ts';
import { stepsOf } from './lifecycle/opening.ts';
import { type ClockStart, kindOf, type Mark, marksIn } from './lifecycle/step.ts';
import { pictureOf } from './picture.ts';
import type { ClockEvent } from './rules/vocabulary.ts';

const inForceOn: Record<TaskRegime, string> = {
  A: '2025-06-02',
  'B-science': '2026-06-01',
  'B-innovation': '2026-06-01',
};

test('every kind of step stands in some life cycle', () => {
  const used = new Set(taskRegimes.flatMap((regime) => stepsOf(regime).placed.map(({ step }) => step.kind)));
  expect(stepKinds.filter((kind) => !used.has(kind))).toEqual([]);
});

/** The events of the definitions by the events the rules count from. */
const sameEvent: Partial<Record<ClockEvent, readonly ClockStart[]>> = {
  'call-closed': ['callClosing'],
  'contract-end': ['contractEnd'],
  'task-time-end': ['contractEnd'],
  'task-ended': ['contractEnd'],
  'contract-effect': ['contracted'],
  'dossier-valid': ['opened'],
  'council-result': ['identified', 'scored'],
  'review-result': ['scored'],
  'review-minutes': ['scored'],
  'minutes-adopted': ['scored'],
  'list-approved': ['listed'],
  'revised-dossier-received': ['finalised'],
  'experts-requested': ['expertsAsked'],
  'appraisal-ended': ['appraised'],
  'appraisal-result': ['appraised'],
  'explanation-completed': ['appraisalFinalised'],
  'approval-signed': ['approved'],
  approved: ['approved'],
  'inspection-ended': ['inspected'],
  'change-filed': ['changeAsked'],
  'change-requested': ['changeAsked'],
  'opinions-received': ['opinionsReceived', 'terminationAsked'],
  'termination-filed': ['terminationAsked'],
  'suspension-notified': ['suspended'],
  'acceptance-filed': ['acceptanceFiled', 'finalFiled'],
  'acceptance-valid': ['acceptanceChecked'],
  'council-established': ['councilFormed'],
  session: ['accepted'],
  'acceptance-result': ['accepted'],
  'formally-accepted': ['accepted'],
  'failure-notified': ['concluded'],
  'failure-reported': ['failureReported'],
  'refund-decided': ['refundDecided', 'terminated'],
  'result-notified': ['concluded', 'resultNotified'],
  'recognition-filed': ['completed', 'registered'],
  recognised: ['recognised'],
  'assets-decided': ['assetsDecided'],
  'ownership-filed': ['ownershipAsked'],
  'ownership-valid': ['ownershipChecked'],
  'payment-requested': ['paymentAsked'],
};

describe.each(taskRegimes)('the life cycle of %s', (regime) => {
  const { placed, byKind, later } = stepsOf(regime);
  const steps = placed.map(({ step }) => step);

  test('names each step and each number once, and only steps it has', () => {
    expect(byKind.size).toBe(steps.length);
    expect(new Set(steps.map(({ no }) => no)).size).toBe(steps.length);
    const { phases, ends } = lifeCycleOf(regime);
    const named: Mark[] = [
      ...steps.flatMap(({ after, until, undoes = [] }) => [
        ...(after ? marksIn(after) : []),
        ...(until ? marksIn(until) : []),
        ...undoes,
      ]),
      ...phases.flatMap(({ until, notWhile }) => [
        ...(until ? marksIn(until) : []),
        ...(notWhile ? [notWhile] : []),
      ]),
      ...ends.flatMap(({ when }) => marksIn(when)),
    ];
    // The innovation line knows no suspension; what is shared with it may name one.
    const unknown = named.map(kindOf).filter((kind) => !byKind.has(kind));
    expect(new Set(unknown)).toEqual(new Set(regime === 'B-innovation' ? ['suspended', 'stopReported'] : []));
  });

  test('needs nothing that needs itself', () => {
    expect(steps.filter(({ kind }) => later.get(kind)?.includes(kind)).map(({ kind }) => kind)).toEqual([]);
  });

  const clocks = steps.flatMap(({ kind, unsure, clocks = [] }) =>
    clocks.map((clock) => ({ kind, unsure, ...clock })),
  );

  test.each(clocks)('$kind: the rule $topic counts from the same event', ({ topic, every, from }) => {
    const rule = ruleFor(every ? 'every' : 'term', { topic, regime, on: inForceOn[regime] }, law);
    const starts = (Array.isArray(from) ? from : [from]) as readonly ClockStart[];
    const first = starts.map((start) => (typeof start === 'string' ? start : start.first));
    const events =
      topic === 'task.selection.second-call'
        ? ['called']
        : (rule?.clockEvent && sameEvent[rule.clockEvent]) || [];
    expect(events.some((event) => first.includes(event as (typeof first)[number]))).toBe(true);
  });

  test('where the number is a setting the step says what is not known', () => {
    const silent = clocks.filter(({ topic, every, unsure }) => {
      const rule = ruleFor(every ? 'every' : 'term', { topic, regime, on: inForceOn[regime] }, law);
      return rule?.confidence === 'setting' && unsure === undefined;
    });
    expect(silent.map(({ kind }) => kind)).toEqual([]);
  });

  test('is drawn with no two steps in one place, each to the right of what it needs in its phase', () => {
    const { nodes, edges } = pictureOf(regime);
    expect(new Set(nodes.map(({ column, row }) => `${column}/${row}`)).size).toBe(nodes.length);
    const place = new Map(nodes.map((node) => [node.kind, node]));
    const backwards = edges.filter(({ from, to, kind }) => {
      const [a, b] = [place.get(from), place.get(to)];
      return kind !== 'back' && a && b && a.phase === b.phase && a.column >= b.column;
    });
    expect(backwards).toEqual([]);
  });
});
