import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballOf } from './ball.ts';
import { type DraftFact, type DraftFactBody, type DraftPlan, type PlannedDays, Stage } from './facts.ts';
import { opinionsOf } from './opinions.ts';
import { optionalStages, stageRules } from './stages.ts';
import { courseFault, draftStandingOf, judgeDraft } from './standing.ts';
import { draftSentence } from './words.ts';

const plan: DraftPlan = {
  title: 'Quy định hỗ trợ',
  kind: 'committee-decision',
  lead: { name: 'Phòng A', unitId: 'a' },
  drafter: null,
  submittedTo: 'UBND tỉnh',
  shortened: false,
  bases: ['06/2023/TT-BKHCN'],
  document: null,
};
const days: PlannedDays = {
  drafting: '2026-02-01',
  consulting: '2026-04-01',
  appraising: '2026-06-01',
  issued: '2026-08-03',
};

let made = 0;
function fact(happenedOn: string, body: DraftFactBody, recordedAt = `${happenedOn}T03:00:00Z`): DraftFact {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { id, happenedOn, recordedAt, by: '', byId: null, inNameOf: null, body };
}
const planned = () => fact('2026-01-10', { kind: 'planned', plan, days });
const entered = (on: string, stage: Stage, more: Partial<DraftFactBody> = {}) =>
  fact(on, { kind: 'entered', stage, document: null, holder: null, cause: null, ...more } as DraftFactBody);
const sentBack = (on: string, stage: Stage) =>
  fact(on, { kind: 'sentBack', stage, document: null, reason: 'viết lại' });
const asked = (on: string, due: string, name = 'Sở Tư pháp') =>
  fact(on, { kind: 'asked', whom: { name }, due, document: null });
const answered = (on: string, ask: DraftFact, remarks: string[] = []) =>
  fact(on, {
    kind: 'answered',
    ask: ask.id,
    answer: remarks.length > 0 ? 'remarks' : 'agree',
    remarks,
    document: null,
  });
/** Without days off. */
const lastDay = (day: string) => day;
const judgedOn = (facts: DraftFact[], day: string) => {
  const standing = draftStandingOf(facts, { asOf: day });
  return standing && judgeDraft(standing, day, lastDay);
};

const whole = () => [
  planned(),
  entered('2026-01-30', 'drafting'),
  entered('2026-04-10', 'consulting', { cause: 'people' }),
  entered('2026-05-20', 'appraising', { holder: 'Sở Tư pháp' }),
  sentBack('2026-06-05', 'drafting'),
  entered('2026-06-20', 'appraising'),
  entered('2026-07-10', 'submitted'),
  entered('2026-08-10', 'issued', { cause: 'other-unit' }),
];

describe('a draft against its plan', () => {
  test('is late from the first stage that was not reached, sent back, and issued late', () => {
    const facts = whole();
    expect(judgedOn(facts, '2026-01-09')).toBeNull();
    expect(judgedOn(facts, '2026-01-20')).toMatchObject({ state: 'on-plan', next: 'drafting' });
    expect(judgedOn(facts, '2026-04-05')).toMatchObject({
      ...{ state: 'late', lateStage: 'consulting', lateSince: '2026-04-01' },
    });
    expect(judgedOn(facts, '2026-05-25')).toMatchObject({ state: 'on-plan', next: 'submitted' });
    // Sent back, what lies behind is to be reached anew: consultation and appraisal are due again.
    expect(judgedOn(facts, '2026-06-10')).toMatchObject({ state: 'late', lateStage: 'consulting' });
    expect(judgedOn(facts, '2026-08-11')).toMatchObject({
      ...{ state: 'issued-late', lateSince: '2026-08-03', cause: 'other-unit', next: null },
    });
    expect(courseFault(facts)).toBeNull();
    expect(draftStandingOf(facts)).toMatchObject({ timesSentBack: 1, stage: 'issued' });
  });

  test('may pass over what the rules let, moves back only by a recorded act', () => {
    const begun = [planned(), entered('2026-02-01', 'drafting')];
    expect(courseFault(begun)).toBeNull();
    expect(courseFault([...begun, entered('2026-03-01', 'appraising')])).toEqual({
      ...{ kind: 'passed-over', stage: 'appraising', at: 'consulting' },
    });
    expect(courseFault([...begun, entered('2026-03-01', 'drafting')])?.kind).toBe('not-forward');
    expect(courseFault([...begun, sentBack('2026-03-01', 'drafting')])?.kind).toBe('not-back');
    expect(courseFault([...whole(), sentBack('2026-09-01', 'drafting')])?.kind).toBe('over');
    const short = fact('2026-01-10', { kind: 'planned', plan: { ...plan, shortened: true }, days });
    expect(courseFault([short, begun[1]!, entered('2026-03-01', 'appraising')])).toBeNull();
    // A stage recorded late with its own day makes the course whole.
    const late = entered('2026-02-20', 'consulting');
    expect(courseFault([...begun, entered('2026-03-01', 'appraising'), late])).toBeNull();
  });

  test('keeps its first days when the plan is moved; what was taken back does not count', () => {
    const later = { ...days, issued: '2026-12-01' };
    const moved = fact('2026-03-01', { kind: 'moved', days: later, reason: 'chờ luật', document: null });
    const facts = [planned(), moved];
    expect(draftStandingOf(facts)).toMatchObject({ days: later, firstDays: days, timesMoved: 1 });
    const back = fact('2026-03-01', { kind: 'retracted', supersedes: moved.id, reason: 'ghi nhầm' });
    expect(draftStandingOf([...facts, back])).toMatchObject({ days, timesMoved: 0 });
    expect(facts.map(({ body }) => draftSentence(body, () => ''))).toEqual([
      'Đưa vào kế hoạch: «Quy định hỗ trợ», Quyết định của UBND; Phòng A chủ trì; trình UBND tỉnh; căn cứ 06/2023/TT-BKHCN. Kế hoạch: Soạn thảo 01/02/2026, Lấy ý kiến 01/04/2026, Thẩm định 01/06/2026, Ban hành 03/08/2026.',
      'Dời kế hoạch (chờ luật): Soạn thảo 01/02/2026, Lấy ý kiến 01/04/2026, Thẩm định 01/06/2026, Ban hành 01/12/2026.',
    ]);
  });
});

test('the rules of stages hold their cases and say that they come from practice', () => {
  for (const { topic, from, cases, confidence } of stageRules) {
    expect(confidence).toBe('setting');
    const shortened = topic.endsWith('shortened');
    for (const { kind, stage, optional } of cases)
      expect(
        optionalStages({ kind: kind as DraftPlan['kind'], shortened }, from).includes(stage as Stage),
      ).toBe(optional);
  }
});

describe('opinions', () => {
  const [first, second, third] = [
    asked('2026-04-10', '2026-04-20'),
    asked('2026-04-10', '2026-04-20', 'Sở Tài chính'),
    asked('2026-04-10', '2026-04-20', 'Sở Nội vụ'),
  ];
  const answer = answered('2026-04-15', first, ['Sửa Điều 2', 'Bỏ Điều 5']);
  const facts = [
    ...[planned(), entered('2026-02-01', 'drafting'), entered('2026-04-10', 'consulting')],
    ...[first, second, third, answer, answered('2026-04-25', second)],
    fact('2026-04-28', { kind: 'handled', answer: answer.id, remark: 1, how: 'explained', words: 'cần giữ' }),
  ];
  const states = (day: string) => opinionsOf(facts, day, lastDay).map(({ state }) => state);

  test('run each its own clock; silence follows from the day and is nowhere recorded', () => {
    expect(states('2026-04-12')).toEqual(['waiting', 'waiting', 'waiting']);
    expect(states('2026-04-20')).toEqual(['in-time', 'waiting', 'waiting']);
    expect(states('2026-04-21')).toEqual(['in-time', 'silent', 'silent']);
    expect(states('2026-05-01')).toEqual(['in-time', 'late', 'silent']);
    expect(opinionsOf(facts, '2026-05-01', lastDay)[0]?.remarks.map(({ handled }) => handled?.how)).toEqual([
      undefined,
      'explained',
    ]);
  });

  test('say who has the ball until their day', () => {
    const ballOn = (day: string) =>
      ballOf(draftStandingOf(facts, { asOf: day })!, opinionsOf(facts, day, lastDay));
    expect(ballOn('2026-03-01')).toEqual({ with: 'lead', names: ['Phòng A'] });
    expect(ballOn('2026-04-16')).toEqual({ with: 'asked', names: ['Sở Tài chính', 'Sở Nội vụ'] });
    expect(ballOn('2026-04-21')).toEqual({ with: 'lead', names: ['Phòng A'] });
    const sent = [...facts, entered('2026-05-02', 'appraising', { holder: 'Sở Tư pháp' })];
    expect(ballOf(draftStandingOf(sent)!, [])).toEqual({ with: 'outside', names: ['Sở Tư pháp'] });
  });
});

test('no order of recording changes how a draft stands, and what comes later changes no day before', () => {
  const course = whole();
  const ask = asked('2026-04-11', '2026-04-20');
  const all = [...course, ask, answered('2026-04-18', ask, ['Sửa Điều 1'])];
  const everyDay = all.map(({ happenedOn }) => happenedOn);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.constantFrom(...everyDay),
      fc.integer({ min: 0, max: all.length }),
      (shuffled, day, kept) => {
        const recorded = shuffled.map((one, at) => ({
          ...one,
          recordedAt: `2026-12-01T00:00:${String(at).padStart(2, '0')}Z`,
        }));
        expect(draftStandingOf(recorded, { asOf: day })).toEqual(draftStandingOf(all, { asOf: day }));
        expect(opinionsOf(recorded, day, lastDay)).toEqual(opinionsOf(all, day, lastDay));
        const later = recorded.filter(({ happenedOn }, at) => happenedOn <= day || at < kept);
        expect(judgedOn(later, day)).toEqual(judgedOn(all, day));
      },
    ),
  );
});

test('stages of one day follow the work, not the clerk', () => {
  const on = '2026-02-01';
  const facts = [entered(on, 'consulting'), entered(on, 'drafting'), planned()];
  expect(draftStandingOf(facts)?.stage).toBe('consulting');
  expect(Stage.options.filter((stage) => draftStandingOf(facts)?.reached[stage])).toEqual([
    'drafting',
    'consulting',
  ]);
});
