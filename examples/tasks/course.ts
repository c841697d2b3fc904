import type { Change } from '../../src/domain/tasks/change.ts';
import type { StepBody } from '../../src/domain/tasks/facts.ts';
import { budgetMove, estimateOf } from './costs.ts';
import { acceptanceA, evaluation, payments, suspending, terminating } from './endings.ts';
import {
  type Branch,
  bodyOf,
  dayAfter,
  dossierOf,
  type Happening,
  idOf,
  type Line,
  linesFrom,
  monthsAfter,
  type TaskPlan,
} from './plan.ts';

/** Everything that happens to a task, from its proposal to its last effect report; what is still to come is among it. */
export const courseOf = (plan: TaskPlan): Happening[] => [...beforeContract(plan), ...carryingOut(plan)];

function beforeContract(plan: TaskPlan): Happening[] {
  const { law, contractOn, title } = plan;
  const dossier = dossierOf(plan);
  const [host, investigator] = [plan.host, plan.investigator];
  const money = { stateMoney: plan.money, otherMoney: Math.round(plan.money / 5) };
  const estimate = estimateOf(plan.money);
  const terms = { ...money, khoan: 'by-part', months: plan.months, lines: estimate.approved };
  const approved = { host, investigator, ...terms };
  const appraised = { asked: estimate.asked, proposed: plan.money, lines: estimate.appraised };
  const contract = {
    number: plan.number,
    from: contractOn,
    to: monthsAfter(contractOn, plan.months),
  };
  const filed = { dossier, host, investigator };
  const selection: Record<TaskPlan['law'], readonly Line[]> = {
    A: [
      ...([
        [-240, 'proposed', { title }],
        [-230, 'ordered'],
        [-214, 'searched'],
      ] as const),
      ...([
        [-190, 'identified', { outcome: 'do' }],
        [-186, 'recommended'],
        [-176, 'reviewed'],
      ] as const),
      ...([
        [-160, 'listed', { title }],
        [-155, 'listPublished'],
      ] as const),
      [-140, 'called', { mode: 'selection', closesOn: dayAfter(contractOn, -108) }],
      ...([
        [-110, 'filed', filed],
        [-100, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-80, 'scored', { outcome: 'proposed' }],
        [-68, 'finalised'],
      ] as const),
      ...([
        [-55, 'appraised', appraised],
        [-46, 'appraisalFinalised'],
      ] as const),
      ...([
        [-25, 'approved', approved],
        [-20, 'resultPublished'],
      ] as const),
    ],
    'B-science': [
      [-130, 'ordered'],
      [-118, 'called', { mode: 'selection', closesOn: dayAfter(contractOn, -92) }],
      ...([
        [-95, 'filed', filed],
        [-86, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-66, 'scored', { outcome: 'proposed' }],
        [-55, 'estimateFiled'],
      ] as const),
      ...([
        [-44, 'appraised', appraised],
        [-24, 'approved', approved],
      ] as const),
    ],
    'B-innovation': [
      [-120, 'listed', { title }],
      [-110, 'called', { mode: 'grant', closesOn: dayAfter(contractOn, -85) }],
      ...([
        [-88, 'filed', filed],
        [-80, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-64, 'scored', { outcome: 'proposed' }],
        [-59, 'resultNotified'],
      ] as const),
      ...([
        [-48, 'finalised'],
        [-36, 'appraised', appraised],
        [-22, 'approved', approved],
      ] as const),
    ],
  };
  return [...linesFrom(contractOn, selection[law]), { on: contractOn, body: bodyOf('contracted', contract) }];
}

function carryingOut(plan: TaskPlan): Happening[] {
  const { contractOn, branch, months, law } = plan;
  const end = monthsAfter(contractOn, months + (branch.extendedBy ?? 0));
  const stopped = branch.terminatedAfter ?? branch.suspendedAfter;
  const last = stopped === undefined ? end : dayAfter(contractOn, stopped);
  const running = [...reporting(plan, last), ...changing(plan)].filter(({ on }) => on < last);
  if (branch.suspendedAfter !== undefined) return [...running, ...suspending(plan, last)];
  if (branch.terminatedAfter !== undefined) return [...running, ...terminating(plan, last)];
  const after = { A: acceptanceA, 'B-science': evaluation, 'B-innovation': payments };
  return [...running, ...after[law](plan, end)];
}

/** Reports and inspections as often as the law asks; inspections of one half-year are one round. */
function reporting({ contractOn, law, months, branch }: TaskPlan, last: string): Happening[] {
  if (law === 'B-innovation') return [];
  const every = law === 'A' ? 6 : 12;
  const happenings: Happening[] = [];
  for (let at = every; at < months + (branch.extendedBy ?? 0); at += every)
    happenings.push({ on: dayAfter(monthsAfter(contractOn, at), -3), body: { kind: 'reported' } });
  for (let at = 1; law === 'B-science' && at <= months; at += 1)
    happenings.push({ on: dayAfter(monthsAfter(contractOn, at), -2), body: { kind: 'updated' } });
  const inspections = branch.inspections ?? yearly(contractOn, months, branch);
  for (const [on, paper, outcome] of inspections) {
    happenings.push({ on, body: { kind: 'inspected', outcome }, paper });
    if (law === 'A')
      happenings.push(
        ...linesFrom(on, [
          [8, 'inspectionWorkConfirmed'],
          [18, 'inspectionMoneyConfirmed'],
        ]),
      );
  }
  return happenings.filter(({ on }) => on < last);
}

/** Once a year, by the plan of the half-year it falls into. */
function yearly(
  contractOn: string,
  months: number,
  { changes = [] }: Branch,
): Required<Branch>['inspections'] {
  const days = Array.from({ length: Math.ceil((months - 11) / 12) }, (_, year) =>
    dayAfter(monthsAfter(contractOn, 11 + 12 * year), 12),
  );
  return days.map((on) => [
    on,
    `Kế hoạch kiểm tra đợt ${on.slice(5) <= '06-30' ? 1 : 2} năm ${on.slice(0, 4)}`,
    changes.length > 0 ? 'adjust' : 'continue',
  ]);
}

function changeOf(
  type: Change['type'],
  { contractOn, months, investigator, branch, money }: TaskPlan,
): Change {
  const end = monthsAfter(contractOn, months);
  switch (type) {
    case 'extension':
      return { type, before: end, after: monthsAfter(end, branch.extendedBy ?? 6) };
    case 'investigator':
      return {
        type,
        before: investigator,
        after: { id: null, name: 'TS. Lương Thanh Hải' },
        cause: 'own-request',
      };
    case 'budget-move':
      return budgetMove(money, 'equipment');
    case 'equipment':
      return { type, before: 'Máy đo phổ cầm tay', after: 'Máy đo phổ để bàn' };
    case 'name-aim-product':
      return { type, what: 'product', before: '02 mô hình', after: '03 mô hình', consent: true };
    default:
      return { type: 'content', before: 'Khảo nghiệm một vụ', after: 'Khảo nghiệm hai vụ' };
  }
}

function changing(plan: TaskPlan): Happening[] {
  const { branch, contractOn, months } = plan;
  const asked = (on: string, type: Change['type'], at: number, refused: boolean): Happening[] => {
    const changeId = idOf(plan, at);
    const change = changeOf(type, plan);
    const answer: StepBody = refused
      ? { kind: 'changeRefused', changeId, reason: 'Nội dung xin điều chỉnh chưa có căn cứ' }
      : { kind: 'changed', changeId, change };
    return [
      { on, body: { kind: 'changeAsked', changeId, change } },
      { on: dayAfter(on, 12), body: answer },
    ];
  };
  const changes = branch.changes ?? [];
  const own: StepBody = {
    kind: 'changeNotified',
    changeId: idOf(plan, 20),
    change: budgetMove(plan.money, 'survey'),
  };
  return [
    ...changes.flatMap((type, at) =>
      asked(
        dayAfter(contractOn, 100 * (at + 1)),
        type,
        at,
        branch.refused === true && at === changes.length - 1,
      ),
    ),
    ...(branch.extendedBy
      ? asked(dayAfter(monthsAfter(contractOn, months), -62), 'extension', 10, false)
      : []),
    ...(branch.ownChange ? [{ on: dayAfter(contractOn, 150), body: own }] : []),
  ];
}
