import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import type { Language } from '../text/language.ts';
import { clocksOf } from './clocks.ts';
import { basisWords, type Law, type TaskRegime } from './law.ts';
import { getStep, hasMark, type Placed, shutBy, stepsOf } from './lifecycle/opening.ts';
import { limitWords } from './limit-words.ts';
import { type BarFacts, barredBy } from './rules/eligibility.ts';
import type { RuleOf } from './rules/rule.ts';
import { type Cause, causesInEnglish, causeWords } from './rules/vocabulary.ts';
import type { TaskStanding } from './standing.ts';
import { type KnownTask, taskState } from './task.ts';

/** Who would take a new task, and in which part. */
export interface Applicant {
  id: string;
  as: 'host-organisation' | 'investigator';
}

/** A task the applicant has or had, as it stands on the day of the question. */
export interface OwnTask {
  id: string;
  task: KnownTask;
}

/**
 * What keeps somebody from a new task: why and on which article, until when (ISO) where it ends by itself, and the tasks it
 * rests on. `ruleId` null: a ban the authority decided. `sure`: not where the law could not be read and a default stands in.
 */
export interface Gate {
  ruleId: string | null;
  cause: Cause | 'ban';
  words: string;
  until: string | null;
  sure: boolean;
  tasks: { id: string; title: string; words: string }[];
}

/** What one task says of a cause, in words too; `on`: the day (ISO) of the event, whose host and investigator count. */
type Finding = BarFacts & { words: string; on?: string };
type Said = (typeof limitWords)['vi'];
type Finder = (
  task: KnownTask,
  asked: { on: string; law: Law; rule: RuleOf<'bar'>; said: Said },
) => Finding | null;

const shownDay = (day: string) => dayWords(plainDay(day));

const since = (day: string, words: (day: string) => string): Finding => ({
  ...{ open: true, since: plainDay(day), on: day },
  words: words(shownDay(day)),
});

/** What a clock waits for, past its last day; also where a step that must come before it is not done yet. */
const overdue =
  (topic: string, words: 'reportOverdue' | 'acceptanceOverdue'): Finder =>
  ({ standing }, { on, law, said }) => {
    const steps = stepsOf(standing.regime).placed.filter(
      (placed) => hasClock(placed, topic) && isAwaited(placed, standing),
    );
    const clocks = steps.flatMap(({ step }) => clocksOf(step, standing, law));
    const due = clocks.find((clock) => clock.topic === topic)?.due ?? null;
    return due !== null && due < on
      ? { open: true, since: plainDay(due), words: said[words](shownDay(due)) }
      : null;
  };

const hasClock = ({ step }: Placed, topic: string) => step.clocks?.some((clock) => clock.topic === topic);
const isAwaited = (placed: Placed, standing: TaskStanding) =>
  !standing.ended && [null, 'after'].includes(shutBy(standing, placed)?.why ?? null);

const resultAccepted = (standing: TaskStanding) =>
  hasMark(standing, 'accepted.achieved') || hasMark(standing, 'evaluated.completed');

/** Where the records show each cause. What no step of a task records (a sanction, a prosecution) is recorded as a ban. */
const finders: Partial<Record<Cause, Finder>> = {
  'unregistered-results': ({ standing }, { said }) =>
    resultAccepted(standing) && standing.open.some(({ step }) => step.kind === 'registered')
      ? { open: true, words: said.unregistered }
      : null,
  'missing-application-report': overdue('task.effect.application-report', 'reportOverdue'),
  'late-acceptance-dossier': overdue('task.acceptance.filing', 'acceptanceOverdue'),
  'unpaid-recovery': ({ standing: { marks } }, { said }) =>
    (marks.has('refundDecided.due') || marks.has('terminated.due')) && !marks.has('refunded.full')
      ? { open: true, words: said.unpaid }
      : null,
  suspension: ({ standing }, { rule, said }) =>
    rule.clockEvent === 'suspension-ended'
      ? sinceSuspensionEnded(standing, said)
      : sinceSuspended(standing, said),
  'failed-rating': ({ standing: { history } }, { said }) => {
    const last = history.findLast(({ body }) => body.kind === 'accepted' || body.kind === 'evaluated');
    const failed =
      (last?.body.kind === 'accepted' && last.body.rating === 'not-achieved') ||
      (last?.body.kind === 'evaluated' && last.body.outcome === 'not-completed');
    return last && failed ? since(last.on, said.failedOn) : null;
  },
  'running-tasks': (task, { rule, said }) =>
    taskState(task) === 'running' && ofLevel(task, rule) ? { count: 1, words: said.running } : null,
};

/** A pause that was lifted again is none. */
function sinceSuspended({ marks }: TaskStanding, said: Said): Finding | null {
  const day = marks.get('suspended');
  return day === undefined ? null : since(day, said.suspendedOn);
}

function sinceSuspensionEnded({ history }: TaskStanding, said: Said): Finding | null {
  const from = history.findLastIndex(({ body }) => body.kind === 'suspended');
  if (from < 0) return null;
  const end = history.slice(from).find(({ body }) => body.kind === 'resumed' || body.kind === 'terminated');
  return end ? since(end.on, said.suspensionEnded) : { open: true, words: said.suspended };
}

const levelOfBase: Record<string, string> = { 'national-tasks': 'national', 'ministry-tasks': 'ministry' };
const ofLevel = ({ about }: KnownTask, { base = 'all-tasks' }: RuleOf<'bar'>) =>
  (levelOfBase[base] ?? about.profile.level) === about.profile.level;

/** Host or investigator on a day: later changes of them do not count back. */
function holderOn({ changes, terms }: TaskStanding, part: 'host' | 'investigator', day: string) {
  const later = changes
    .filter(
      ({ change, state, on }) =>
        change.type === part && (state === 'changed' || state === 'notified') && on > day,
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [next] = later;
  return next && 'before' in next.change && next.change.type === part ? next.change.before : terms[part];
}

/** Whether a cause found in a task is this applicant's: secretaries and main members owe what is to be paid back too (TTLT 27/2015 Đ16–17). */
function concerns({ id, as }: Applicant, { standing, about }: KnownTask, cause: Cause, on: string): boolean {
  if (holderOn(standing, as === 'investigator' ? 'investigator' : 'host', on)?.id === id) return true;
  return (
    as === 'investigator' &&
    cause === 'unpaid-recovery' &&
    about.profile.members.some((member) => member.id === id && member.role !== 'member')
  );
}

/**
 * What keeps an organisation or an investigator from a new task, computed from the records of the tasks they have or had;
 * empty where they may take one (TT 20/2023/TT-BKHCN Đ4; NĐ 268/2025/NĐ-CP Đ9).
 * @param own their tasks as they stand on that day, the new one not among them
 * @param on the closing of the call, ISO
 * @param regime the law the new task would follow
 */
export function gatesOf(
  applicant: Applicant,
  own: readonly OwnTask[],
  { on, regime, law }: { on: string; regime: TaskRegime; law: Law },
  language: Language = 'vi',
): Gate[] {
  const scope = { on, regime, ...(law.agency !== undefined && { agency: law.agency }) };
  const rules = law.rules.under('bar', 'task.eligibility.', scope);
  return [
    ...rules
      .filter(({ value }) => value.subject === applicant.as)
      .flatMap((rule) => gateOf(rule, applicant, own, { on, law, language })),
    ...own.flatMap((one) => bansOf(one, applicant, on, limitWords[language])),
  ];
}

function gateOf(
  rule: RuleOf<'bar'>,
  applicant: Applicant,
  own: readonly OwnTask[],
  { on, law, language }: { on: string; law: Law; language: Language },
): Gate[] {
  const { cause, atLeast } = rule.value;
  const said = limitWords[language];
  const found = own.flatMap(({ id, task }) => {
    const finding = finders[cause]?.(task, { on, law, rule, said });
    return finding && concerns(applicant, task, cause, finding.on ?? on)
      ? [{ id, title: task.title, finding }]
      : [];
  });
  const day = plainDay(on);
  const barring =
    atLeast === undefined
      ? found.map((one) => ({ ...one, ...barredBy(rule, one.finding, day) })).filter(({ barred }) => barred)
      : barredBy(rule, { count: found.length }, day).barred
        ? found.map((one) => ({ ...one, until: undefined }))
        : [];
  if (barring.length === 0) return [];
  const until = lastOf(barring.map((one) => one.until));
  return [
    {
      ...{
        ruleId: rule.id,
        cause,
        words: gateWords(rule, until, language),
        until: until?.toString() ?? null,
      },
      sure: rule.confidence !== 'setting',
      tasks: barring.map(({ id, title, finding }) => ({ id, title, words: finding.words })),
    },
  ];
}

/** Why a gate is closed, until when, and on which article. */
function gateWords(rule: RuleOf<'bar'>, until: Temporal.PlainDate | undefined, language: Language): string {
  const said = limitWords[language];
  const cause = (language === 'en' ? causesInEnglish : causeWords)[rule.value.cause];
  const doubt = rule.confidence === 'setting' ? said.unsure : '';
  return `${cause}${until ? said.until(dayWords(until)) : ''} (${basisWords(rule)}${doubt})`;
}

/** The latest day; none where one of them has no end. */
function lastOf(days: readonly (Temporal.PlainDate | undefined)[]): Temporal.PlainDate | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? undefined : known.toSorted(Temporal.PlainDate.compare).at(-1);
}

/** Bans the authority decided on a task: each from its day through its last, or until the money is paid back. */
function bansOf({ id, task }: OwnTask, applicant: Applicant, on: string, said: Said): Gate[] {
  const { standing, title } = task;
  const basis = getStep(standing.regime, 'banned')?.step.basis ?? '';
  return standing.history.flatMap(({ on: from, body }) => {
    if (body.kind !== 'banned' || body.who.id !== applicant.id || from > on) return [];
    if (body.until === null ? standing.marks.has('refunded.full') : body.until < on) return [];
    const end = body.until === null ? said.untilPaid : said.until(shownDay(body.until));
    return [
      {
        ...{ ruleId: null, cause: 'ban' as const, until: body.until, sure: true },
        words: said.banned(end, body.reason, basis),
        tasks: [{ id, title, words: said.bannedFrom(shownDay(from)) }],
      },
    ];
  });
}

/**
 * Whether a gate still closes though its cause may be mended: before the closing of the call money can be paid, results
 * registered, a dossier filed; what lasts to a day cannot be hurried.
 */
export const lastsBeyond = ({ until }: Gate): boolean => until !== null;
