import type { Calendar } from '../../src/domain/calendar/calendar.ts';
import { lastDayInTime } from '../../src/domain/calendar/due.ts';
import type { Deadline } from '../../src/domain/deadlines/deadline.ts';
import type { Cause, DirectiveAct, FactBody } from '../../src/domain/directives/facts.ts';
import type { Party } from '../../src/domain/documents/reading.ts';

/** Numbers that look like chance and are the same on every machine (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const byDay = (due: Temporal.PlainDate, bound: 'by' | 'before' = 'by'): Deadline => ({
  kind: 'date',
  due: due.toString(),
  bound,
  text: '',
  span: [0, 0],
});

/** Who records a fact: the head or an officer of the unit that leads, or the director. */
export type Recorder = 'head' | 'officer' | 'director';

export interface Step {
  on: Temporal.PlainDate;
  by: Recorder;
  body: DirectiveAct;
}

/** How the work goes, in shares of all that is given. */
const fates = [
  ['in-time', 0.6],
  ['extended', 0.12],
  ['late', 0.08],
  ['returned', 0.09],
  ['never', 0.06],
  ['suspended', 0.03],
  ['stopped', 0.02],
] as const;
type Fate = (typeof fates)[number][0];

function fateOf(random: () => number): Fate {
  let left = random();
  for (const [fate, share] of fates) {
    left -= share;
    if (left < 0) return fate;
  }
  return 'in-time';
}

const causes: readonly Cause[] = ['other-unit', 'outside-papers', 'leadership', 'people', 'money', 'unclear'];
const reports = [
  'Đã họp nhóm, thống nhất đề cương.',
  'Đã gửi xin ý kiến các phòng.',
  'Đang tổng hợp số liệu.',
  'Đã có dự thảo lần một.',
  'Đang chờ số liệu để hoàn thiện.',
] as const;

/** After these nothing more is reported. */
const endings = new Set<DirectiveAct['kind']>(['submitted', 'suspended', 'stopped']);

export interface Given {
  on: Temporal.PlainDate;
  deadline: Deadline;
  product: string | null;
  assignee: { personId: string; name: string };
  /** Another unit, for work that waits for one. */
  other: Party;
}

/**
 * The course of one directive from its receipt to its end, all on working days, none after `today`.
 * @param random of this directive alone
 */
export function courseOf(
  given: Given,
  calendar: Calendar,
  today: Temporal.PlainDate,
  random: () => number,
): Step[] {
  if (!('due' in given.deadline)) return [];
  const due = lastDayInTime({ due: given.deadline.due, bound: given.deadline.bound }, calendar) ?? given.on;
  const fate = fateOf(random);
  const after = (day: Temporal.PlainDate, workingDays: number) => calendar.addWorkingDays(day, workingDays);
  const steps: Step[] = [
    { on: after(given.on, Math.floor(random() * 3)), by: 'head', body: { kind: 'received' } },
  ];
  const add = (on: Temporal.PlainDate, by: Recorder, body: FactBody & DirectiveAct) =>
    steps.push({ on, by, body });
  add(steps[0]?.on ?? given.on, 'head', { kind: 'assigned', assignee: given.assignee });

  const span = Math.max(4, calendar.workingDaysBetween(given.on, due));
  const report = (share: number, percent: number) => {
    const held = random() < 0.3;
    add(after(given.on, Math.max(2, Math.floor(span * share))), 'officer', {
      kind: 'progressed',
      percent,
      words: reports[Math.floor(random() * reports.length)] ?? reports[0],
      obstacle: held ? obstacle(random, given.other) : null,
    });
  };
  report(0.4, 20 + Math.floor(random() * 5) * 5);
  if (random() < 0.6) report(0.7, 50 + Math.floor(random() * 6) * 5);
  finish(fate, { given, due, span, after, add, random });
  const ending = steps.find(({ body }) => endings.has(body.kind))?.on ?? today;
  return steps
    .filter(({ on, body }) => body.kind !== 'progressed' || Temporal.PlainDate.compare(on, ending) < 0)
    .filter(({ on }) => Temporal.PlainDate.compare(on, today) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}

function obstacle(random: () => number, other: Party) {
  const cause = causes[Math.floor(random() * causes.length)] ?? 'other-unit';
  return { cause, waitingFor: cause === 'other-unit' ? other : null };
}

interface Ending {
  given: Given;
  due: Temporal.PlainDate;
  span: number;
  after(day: Temporal.PlainDate, workingDays: number): Temporal.PlainDate;
  add(on: Temporal.PlainDate, by: Recorder, body: DirectiveAct): void;
  random: () => number;
}

/** How it ends; every branch adds its steps in the order of days. */
function finish(fate: Fate, { given, due, span, after, add, random }: Ending): void {
  const some = (most: number) => Math.floor(random() * most);
  const submit = (on: Temporal.PlainDate, words: string) => {
    if (given.product !== null)
      add(on, 'officer', {
        kind: 'evidenced',
        name: `${given.product}.docx`,
        link: `https://hoso.minhson.example/${on.toString()}`,
      });
    add(on, 'officer', { kind: 'submitted', words });
  };
  const accept = (on: Temporal.PlainDate) =>
    add(after(on, 1 + some(3)), 'director', { kind: 'accepted', words: '' });

  switch (fate) {
    case 'in-time': {
      const on = after(due, -some(Math.min(4, span - 3)));
      submit(on, '');
      accept(on);
      return;
    }
    case 'extended': {
      const until = after(due, 7 + some(10));
      add(after(due, -3), 'officer', {
        kind: 'extensionAsked',
        deadline: byDay(until),
        reason: 'chờ số liệu của các đơn vị phối hợp',
      });
      add(after(due, -1), 'director', {
        kind: 'extended',
        deadline: byDay(until),
        reason: 'đồng ý, lần này là cuối',
        objective: random() < 0.4,
      });
      const on = after(until, -some(3));
      submit(on, 'đã bổ sung đủ số liệu');
      accept(on);
      return;
    }
    case 'late': {
      const on = after(due, 2 + some(15));
      submit(on, 'chậm do chờ ý kiến');
      accept(on);
      return;
    }
    case 'returned': {
      const on = after(due, -3);
      submit(on, '');
      add(after(on, 1), 'director', {
        kind: 'returned',
        reason: 'thiếu phụ lục số liệu, bổ sung rồi trình lại',
      });
      const again = after(on, 2 + some(5));
      add(again, 'officer', { kind: 'submitted', words: 'đã bổ sung phụ lục' });
      accept(again);
      return;
    }
    case 'suspended':
      add(after(due, -2), 'director', {
        kind: 'suspended',
        reason: 'chờ quy định mới của Trung ương',
      });
      return;
    case 'stopped':
      add(after(due, -2), 'director', {
        kind: 'stopped',
        reason: 'nội dung đã chuyển sang nhiệm vụ khác',
      });
      return;
    case 'never':
      return;
  }
}
