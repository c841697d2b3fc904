import { sumOf } from '../../domain/tasks/cost-lines.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { Khoan } from '../../domain/tasks/rules/vocabulary.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { newId } from '../api/new-id.ts';

type Label =
  | 'advance'
  | 'amount'
  | 'asked'
  | 'bannedUntil'
  | 'certificate'
  | 'closesOn'
  | 'from'
  | 'full'
  | 'host'
  | 'investigator'
  | 'lastPayment'
  | 'lastReport'
  | 'months'
  | 'none'
  | 'number'
  | 'otherMoney'
  | 'proposed'
  | 'reason'
  | 'refund'
  | 'stateMoney'
  | 'title'
  | 'to'
  | 'until'
  | 'where'
  | 'who';

/** One thing a step says, by how it is typed. */
export type StepField = { name: string; label?: Label } & (
  | { as: 'line' | 'lines' | 'money' | 'whole' | 'day' | 'day-or-none' | 'flag' }
  | { as: 'choice'; of: 'outcome' | 'mode' | 'rating' | 'khoan'; options: readonly string[] }
  | { as: 'partner'; of?: 'organisation' | 'person' }
  /** `optional`: asked for only where there are several to choose from. */
  | { as: 'dossier'; optional?: true }
  | { as: 'change' }
  | { as: 'cost-lines' }
  | { as: 'instalment' }
  | { as: 'change-id'; state: 'asked' | 'notified'; withChange?: true }
);

const reason: StepField = { name: 'reason', label: 'reason', as: 'lines' };
const title: StepField = { name: 'title', label: 'title', as: 'lines' };
const outcome = (...options: string[]): StepField[] => [
  { name: 'outcome', as: 'choice', of: 'outcome', options },
];
const money = (name: string, label: Label): StepField => ({ name, label, as: 'money' });
const day = (name: string, label: Label): StepField => ({ name, label, as: 'day' });
const instalment: StepField = { name: 'instalment', as: 'instalment' };
const costs: StepField = { name: 'lines', as: 'cost-lines' };
const host: StepField = { name: 'host', label: 'host', as: 'partner', of: 'organisation' };
const investigator: StepField = { name: 'investigator', label: 'investigator', as: 'partner', of: 'person' };
const who: StepField = { name: 'who', label: 'who', as: 'partner' };
const of = (state: 'asked' | 'notified'): StepField => ({ name: 'changeId', as: 'change-id', state });

/** What each step says beside its day and document; the others say nothing more. */
const fields: Partial<Record<StepKind, readonly StepField[]>> = {
  identified: outcome('do', 'do-not'),
  opened: outcome('valid', 'none'),
  scored: [...outcome('proposed', 'none'), { name: 'dossier', as: 'dossier', optional: true }],
  inspected: outcome('continue', 'adjust', 'propose-termination'),
  accepted: [
    { name: 'rating', as: 'choice', of: 'rating', options: ['excellent', 'achieved', 'not-achieved'] },
  ],
  evaluated: outcome('completed', 'not-completed'),
  terminated: [reason, money('refund', 'refund')],
  refundDecided: [reason, money('refund', 'refund')],
  refunded: [money('amount', 'amount'), { name: 'full', label: 'full', as: 'flag' }],
  disbursed: [instalment, money('amount', 'amount'), { name: 'advance', label: 'advance', as: 'flag' }],
  paid: [instalment, money('amount', 'amount'), { name: 'last', label: 'lastPayment', as: 'flag' }],
  assetsPlanned: [{ name: 'none', label: 'none', as: 'flag' }],
  effectReported: [{ name: 'last', label: 'lastReport', as: 'flag' }],
  proposed: [title],
  listed: [title],
  called: [
    { name: 'mode', as: 'choice', of: 'mode', options: ['selection', 'direct', 'grant'] },
    day('closesOn', 'closesOn'),
  ],
  callExtended: [day('closesOn', 'closesOn'), reason],
  filed: [host, investigator],
  withdrawn: [{ name: 'dossier', as: 'dossier' }],
  appraised: [costs, money('asked', 'asked'), money('proposed', 'proposed')],
  approved: [
    host,
    investigator,
    costs,
    money('stateMoney', 'stateMoney'),
    money('otherMoney', 'otherMoney'),
    { name: 'khoan', as: 'choice', of: 'khoan', options: Khoan.options },
    { name: 'months', label: 'months', as: 'whole' },
  ],
  contracted: [{ name: 'number', label: 'number', as: 'line' }, day('from', 'from'), day('to', 'to')],
  registered: [{ name: 'certificate', label: 'certificate', as: 'line' }],
  applied: [{ name: 'where', label: 'where', as: 'lines' }],
  redone: [reason, day('until', 'until')],
  liabilityDecided: [who, reason],
  banned: [who, { name: 'until', label: 'bannedUntil', as: 'day-or-none' }, reason],
  changeAsked: [{ name: 'change', as: 'change' }],
  changeNotified: [{ name: 'change', as: 'change' }],
  opinionsReceived: [of('asked')],
  changed: [
    { name: 'changeId', as: 'change-id', state: 'asked', withChange: true },
    { name: 'change', as: 'change' },
  ],
  changeRefused: [of('asked'), reason],
  changeObjected: [of('notified'), reason],
  cancelled: [reason],
  abandoned: [reason],
  terminationAsked: [reason],
  suspended: [reason],
  resumed: [reason],
};

export const fieldsOf = (kind: StepKind): readonly StepField[] => fields[kind] ?? [];

/** What is typed into a step's form, by the names of its body. */
export type StepDraft = Record<string, unknown>;

/** What a step begins with: what is known already need not be typed again. */
export function draftOf(
  kind: StepKind,
  task: Pick<Task, 'title' | 'dossiers' | 'costs' | 'effect'>,
): StepDraft {
  const flags = fieldsOf(kind).filter(({ as }) => as === 'flag');
  const plain: StepDraft = Object.fromEntries(flags.map(({ name }) => [name, false]));
  const [dossier] = task.dossiers;
  switch (kind) {
    case 'proposed':
    case 'listed':
      return { title: task.title };
    case 'filed':
      return { dossier: newId() };
    case 'withdrawn':
      return task.dossiers.length === 1 ? { dossier: dossier?.dossier } : {};
    case 'approved':
      return {
        ...(task.dossiers.length === 1 && { host: dossier?.host, investigator: dossier?.investigator }),
        ...asProposed(task),
      };
    case 'effectReported':
      // The report that completes the years asked for is the last.
      return { last: task.effect?.reports.filter(({ doneOn }) => doneOn === null).length === 1 };
    case 'banned':
      return { until: null };
    case 'changeAsked':
    case 'changeNotified':
      return { changeId: newId() };
    default:
      return plain;
  }
}

/** What was proposed line by line, for the approval to take over or change; nothing where no lines were. */
function asProposed({ costs: rows }: Pick<Task, 'costs'>): StepDraft {
  const lines = rows.flatMap(({ item, proposed, khoan }) =>
    proposed === null ? [] : [{ item, proposed, approved: proposed, khoan, reason: '' }],
  );
  return lines.length > 0 ? { lines, stateMoney: sumOf(lines, ({ approved }) => approved) } : {};
}

/** Fields of a draft that are not filled in, as the paths of an event. */
export const missingIn = (kind: StepKind, draft: StepDraft): string[] =>
  fieldsOf(kind).flatMap((field) => {
    const { name, as } = field;
    if (as === 'dossier' && field.optional) return [];
    const value = draft[name];
    if (as === 'cost-lines' || as === 'instalment') return [];
    const empty = value === undefined || value === '' || (value === null && as !== 'day-or-none');
    return empty ? [`event.${name}`] : [];
  });
