import { sayDay } from '../deadlines/words.ts';
import type { RecordedBody, RecordedTaskFact, TaskProfile } from '../tasks/about.ts';
import type { Named } from '../tasks/change.ts';
import type { RestsOn, StepBody } from '../tasks/facts.ts';
import type { Law, TaskRegime } from '../tasks/law.ts';
import { getStep, hasMark } from '../tasks/lifecycle/opening.ts';
import { missing } from '../tasks/lifecycle/step.ts';
import { type KnownTask, taskOn } from '../tasks/task.ts';
import { fold } from '../text/fold.ts';
import { taskColumns } from './columns.ts';
import type { ImportedTask } from './row.ts';

/** A fact a row asks to be recorded. */
export interface Wanted {
  on: string;
  body: RecordedBody;
  restsOn?: Omit<RestsOn, 'documentId'> | null;
}

/** Who carries a task out, as our records know them. */
export interface People {
  host: Named;
  investigator: Named;
}

/** What a row comes to: facts to be recorded, and what it says otherwise than is on record, which stays. */
export interface Asked {
  facts: Wanted[];
  differs: string[];
  /** The law by which its steps are named. */
  regime: TaskRegime;
}

const blank: Omit<RecordedTaskFact, 'happenedOn' | 'body'> = {
  ...{ id: '', recordedAt: '', by: '', byId: null, inNameOf: null, restsOn: null, ruleIds: [] },
};

/** The first day a row says anything of. */
export const begunOn = ({ approval, contract }: ImportedTask) =>
  [approval.on, contract.on, contract.from].filter((day) => day !== null).reduce((a, b) => (a < b ? a : b));

const profileOf = ({ title, level, type, field, unit, programme }: ImportedTask): TaskProfile => ({
  ...{ title, level, type, field, unit, programmeId: programme?.id ?? null },
  ...{ orderedBy: null, aims: '', products: '', members: [] },
});

/** Whole months of a contract, at least one. */
function monthsOf({ from, to }: ImportedTask['contract']): number {
  const { months } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to).add({ days: 1 }), {
    largestUnit: 'month',
  });
  return Math.min(240, Math.max(1, months));
}

/** Approval and contract: what they say is what the portfolio says of the task now. */
function beginningsOf(task: ImportedTask, { host, investigator }: People): Wanted[] {
  const { approval, contract, khoan, stateMoney, otherMoney } = task;
  const on = approval.on ?? begunOn(task);
  const said = { host, investigator, stateMoney, otherMoney, months: monthsOf(contract) };
  const restsOn =
    approval.sign === null || approval.on === null ? null : { sign: approval.sign, date: approval.on };
  const { from, to, number } = contract;
  return [
    // Before there were forms of khoán apart, money was granted by parts.
    { on, body: { kind: 'approved', ...said, khoan: khoan ?? 'by-part' }, restsOn },
    { on: contract.on, body: { kind: 'contracted', number: number ?? numberless, from, to } },
  ];
}

/** Stands where a portfolio says no number. */
const numberless = 'không ghi số trong sổ nhập';

/** What came of it, in the law it follows. */
function resultsOf(task: ImportedTask, regime: TaskRegime): Wanted[] {
  const { terminated, accepted, registered, recognisedOn, assets, liquidatedOn, settledOn } = task;
  const wanted: Wanted[] = [];
  const add = (on: string | null | undefined, body: StepBody) => {
    if (on) wanted.push({ on, body });
  };
  if (terminated) add(terminated.on, { kind: 'terminated', reason: terminated.reason, refund: 0 });
  if (accepted && getStep(regime, 'accepted'))
    add(accepted.on, { kind: 'accepted', rating: accepted.rating });
  else if (accepted)
    add(accepted.on, {
      kind: 'evaluated',
      outcome: accepted.rating === 'not-achieved' ? 'not-completed' : 'completed',
    });
  if (registered) add(registered.on, { kind: 'registered', certificate: registered.certificate });
  add(recognisedOn, { kind: 'recognised' });
  if (assets?.said === 'none' || assets?.said === 'planned')
    add(assets.on, { kind: 'assetsPlanned', none: assets.said === 'none' });
  if (assets?.said === 'decided') add(assets.on, { kind: 'assetsDecided' });
  if (assets?.said === 'handedOver') add(assets.on, { kind: 'assetsHandedOver' });
  add(liquidatedOn, { kind: 'liquidated' });
  // Nothing is settled while advances are owed (TTLT 27/2015/TTLT-BKHCN-BTC Đ13).
  if (getStep(regime, 'advancesCleared')) add(settledOn, { kind: 'advancesCleared' });
  add(settledOn, { kind: 'settled' });
  return wanted;
}

/** What recording a new task takes: described, coded, taken over into its phase, and every step with its day. */
export function newTask(task: ImportedTask, people: People, law: Law, today: string): Asked {
  const on = begunOn(task);
  const about: Wanted[] = [
    { on, body: { kind: 'described', profile: profileOf(task) } },
    ...task.codes.map((code): Wanted => ({ on, body: { kind: 'coded', code, family: null } })),
    { on, body: { kind: 'takenOver', phase: 'running' } },
    ...beginningsOf(task, people),
  ];
  const known = taskOn(
    about.map(({ on, body }) => ({ ...blank, happenedOn: on, body })),
    law,
    { asOf: today },
  );
  if (known === null) throw new Error('A task was imported without a day on which it began');
  const { facts, differs } = placed(known, resultsOf(task, known.law.regime));
  return { facts: [...about, ...facts], differs: [...task.left, ...differs], regime: known.law.regime };
}

/** Steps as they can be recorded on a task: taken over first into the phase whose earlier steps are not on record. */
function placed({ law: { regime }, standing }: KnownTask, wanted: readonly Wanted[]): Omit<Asked, 'regime'> {
  const differs: string[] = [];
  const facts = wanted.flatMap((one) => {
    const step = getStep(regime, one.body.kind as StepBody['kind'])?.step;
    if (!step) {
      differs.push(`Không ghi «${taskColumns[columnOf(one)]}»: luật áp dụng cho nhiệm vụ không có bước này.`);
      return [];
    }
    const result = one.body.kind === 'accepted' || one.body.kind === 'evaluated';
    const early = one.body.kind === 'approved' || one.body.kind === 'contracted';
    if (
      !(result || early) ||
      !step.after ||
      missing(step.after, (mark) => hasMark(standing, mark)).length === 0
    )
      return [one];
    const phase = early ? 'running' : failed(one.body) ? 'failure' : 'after';
    return [{ on: one.on, body: { kind: 'takenOver', phase } } satisfies Wanted, one];
  });
  return { facts, differs };
}

const failed = (body: RecordedBody) =>
  (body.kind === 'accepted' && body.rating === 'not-achieved') ||
  (body.kind === 'evaluated' && body.outcome === 'not-completed');

const columns = {
  approved: 'approval',
  contracted: 'contract',
  terminated: 'terminatedOn',
  accepted: 'acceptedOn',
  evaluated: 'acceptedOn',
  registered: 'registration',
  recognised: 'recognisedOn',
  assetsPlanned: 'assets',
  assetsDecided: 'assets',
  assetsHandedOver: 'assets',
  liquidated: 'liquidated',
  advancesCleared: 'settled',
  settled: 'settled',
} as const;
const columnOf = ({ body }: Wanted) => columns[body.kind as keyof typeof columns];

/** What a row adds to a task on record, and what it says otherwise. */
export function moreOfTask(task: ImportedTask, people: () => People, known: KnownTask): Asked {
  const { standing, about } = known;
  const { regime } = known.law;
  const differs = [...task.left, ...differences(task, known)];
  const coded = task.codes
    .filter((code) => !about.codes.some((one) => same(one.code, code)))
    .map((code): Wanted => ({ on: begunOn(task), body: { kind: 'coded', code, family: null } }));
  const begun = hasMark(standing, 'approved') && standing.terms.contract !== null;
  const wanted = [...(begun ? [] : beginningsOf(task, people())), ...resultsOf(task, regime)].filter(
    (one) => {
      const there = standing.history.filter(({ body }) => body.kind === one.body.kind);
      if (there.length === 0) return true;
      if (
        !there.some(({ on }) => on === one.on) &&
        !['approved', 'contracted', 'advancesCleared'].includes(one.body.kind)
      )
        differs.push(
          `${taskColumns[columnOf(one)]}: tệp ghi ${sayDay(one.on)}, hồ sơ đã ghi ${sayDay(there.at(-1)!.on)}`,
        );
      return false;
    },
  );
  if (standing.ended && wanted.length > 0)
    return {
      regime,
      facts: coded,
      differs: [...differs, `Nhiệm vụ đã kết thúc (${standing.ended.name}): không ghi thêm bước nào.`],
    };
  const more = placed(known, wanted);
  return { regime, facts: [...coded, ...more.facts], differs: [...differs, ...more.differs] };
}

const same = (a: string, b: string) =>
  fold(a).replaceAll(/\s+/gu, ' ').trim() === fold(b).replaceAll(/\s+/gu, ' ').trim();
const money = new Intl.NumberFormat('vi-VN');

/** What the portfolio says otherwise than the record of the task. */
function differences(task: ImportedTask, { standing: { terms, history }, title }: KnownTask): string[] {
  const differs: string[] = [];
  const compare = (name: string, file: string, record: string | null | undefined) => {
    if (record && !same(file, record)) differs.push(`${name}: tệp ghi «${file}», hồ sơ đã ghi «${record}»`);
  };
  const dong = (amount: number | null) => (amount === null ? null : money.format(amount));
  compare(taskColumns.title, task.title, title);
  compare(taskColumns.host, task.host, terms.host?.name);
  compare(
    taskColumns.investigator,
    bareName(task.investigator).name,
    terms.investigator && bareName(terms.investigator.name).name,
  );
  compare(taskColumns.stateMoney, money.format(task.stateMoney), dong(terms.stateMoney));
  compare(taskColumns.otherMoney, money.format(task.otherMoney), dong(terms.otherMoney));
  const { contract } = terms;
  if (task.contract.number !== null) compare(taskColumns.contract, task.contract.number, contract?.number);
  compare(taskColumns.from, sayDay(task.contract.from), contract && sayDay(contract.from));
  compare(taskColumns.to, sayDay(task.contract.to), contract && sayDay(contract.to));
  const rating = history.findLast(({ body }) => body.kind === 'accepted')?.body;
  if (rating?.kind === 'accepted' && task.accepted && rating.rating !== task.accepted.rating)
    differs.push(`${taskColumns.rating} khác với hồ sơ đã ghi`);
  const certificate = history.findLast(({ body }) => body.kind === 'registered')?.body;
  if (certificate?.kind === 'registered' && task.registered)
    compare(taskColumns.registration, task.registered.certificate, certificate.certificate);
  return differs;
}

/** A person's name without degrees before it: «PGS.TS. Nguyễn Văn An». */
export function bareName(written: string): { name: string; degree: string | null } {
  const found =
    /^((?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCK\s?I{1,2}|CK\s?I{1,2}|CN|KS|DS|NCS|KTS|CVCC?|Dr|Ông|Bà)(?:\.|\s)+)+)(.+)$/iu.exec(
      written.trim(),
    );
  const name = found?.[2]?.trim();
  return name ? { name, degree: found?.[1]?.trim() ?? null } : { name: written.trim(), degree: null };
}
