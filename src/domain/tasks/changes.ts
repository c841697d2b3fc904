import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import { type Change, type ChangeType, dongWords } from './change.ts';
import { itemKey } from './cost-lines.ts';
import { amountWords, basisWords, type Law, ruleFor } from './law.ts';
import { bandOf, deciderOf, limitHolds } from './rules/amounts.ts';
import { deadlineOf, isInTime } from './rules/deadline.ts';
import type { RuleOf } from './rules/rule.ts';
import { type Decider, deciderWords, unitWords } from './rules/vocabulary.ts';
import { reached } from './rules/votes.ts';
import type { TaskStanding } from './standing.ts';

/** What a change is judged in. */
export interface Judged {
  standing: TaskStanding;
  on: string;
  law: Law;
}

/** `way`: the host asks for it, or decides itself and tells. */
export interface Judging extends Judged {
  way: 'ask' | 'host';
}

/** Why a change is not possible, in Vietnamese, with the article; null where nothing stands against it. */
type Test<C extends Change> = (change: C, judging: Judging) => string | null;

interface ChangeKind<C extends Change> {
  name: string;
  /** The rules that may say who decides it, `task.changes.decides.…`. */
  decides: readonly string[];
  /** Those of them that a change touches, where it need not touch all. */
  touches?: (change: C) => readonly string[];
  tests: readonly Test<C>[];
}

type ChangeKinds = { [Type in ChangeType]: ChangeKind<Extract<Change, { type: Type }>> };

/** The closed list: each change with its name, who decides it and what limits it. */
const changeKinds: ChangeKinds = {
  extension: {
    name: 'Gia hạn thời gian thực hiện',
    decides: ['extension'],
    tests: [startsFromContractEnd, later, oftenEnough, longEnough, askedInTime],
  },
  shortening: {
    name: 'Rút ngắn thời gian thực hiện',
    decides: ['shortening'],
    tests: [startsFromContractEnd, earlier, enoughDone],
  },
  content: { name: 'Điều chỉnh nội dung', decides: ['content'], tests: [] },
  'budget-move': {
    name: 'Chuyển kinh phí giữa các khoản mục',
    decides: ['khoan-total', 'within-khoan-items', 'non-khoan-money'],
    touches: touchedMoney,
    tests: [fromPresentBudget, sameItems, khoanTotalKept],
  },
  investigator: {
    name: 'Thay chủ nhiệm nhiệm vụ',
    decides: ['investigator'],
    tests: [fromPresentInvestigator],
  },
  host: { name: 'Thay tổ chức chủ trì', decides: ['host'], tests: [fromPresentHost] },
  equipment: { name: 'Điều chỉnh mua sắm thiết bị', decides: ['equipment'], tests: [] },
  'name-aim-product': {
    name: 'Điều chỉnh tên, mục tiêu, sản phẩm',
    decides: ['name-aim-product'],
    tests: [consented],
  },
};

export const changeTypes = Object.keys(changeKinds) as ChangeType[];
export const changeName = (type: ChangeType): string => changeKinds[type].name;
export const decidesOf = (type: ChangeType): readonly string[] => changeKinds[type].decides;

const kindOfChange = (change: Change) => changeKinds[change.type] as ChangeKind<Change>;

/** Who decides a change under the task's khoán, by which rule; null where the law's text does not say. */
export interface Decided {
  by: Decider;
  rule: RuleOf<'decides'> | null;
}

/** What the managing agency decides, as it does where no rule is known (TT 04/2015/TT-BKHCN Đ18(6)). */
const byAgency: Decided = { by: 'ministry', rule: null };

/** Who decides one thing, as the rules name it, under the task's khoán. */
export function deciderAbout(what: string, { standing: { regime, terms }, on, law }: Judged): Decided {
  const rule = ruleFor('decides', { topic: `task.changes.decides.${what}`, regime, on }, law);
  return rule ? { by: deciderOf(rule, terms.khoan ?? 'by-part'), rule } : byAgency;
}

/** Who decides a change: the highest of those for the things it touches, «nobody» before all. */
export function changeDecidedBy(change: Change, judged: Judged): Decided {
  const { decides, touches } = kindOfChange(change);
  const found = (touches?.(change) ?? decides).map((what) => deciderAbout(what, judged));
  const known = found.filter(({ rule }) => rule !== null);
  const [first = byAgency] = known.toSorted((a, b) => rank(a.by) - rank(b.by));
  return first;
}

const ownDeciders: readonly Decider[] = ['host-organisation', 'investigator'];
/** Whether those who carry the task out decide by themselves. */
export const isOwnDecider = (by: Decider): boolean => ownDeciders.includes(by);
const rank = (by: Decider) => (by === 'nobody' ? 0 : isOwnDecider(by) ? 2 : 1);

/** Why a change is not possible: what freezes it, who else decides it, or a limit it does not keep. Null where it is. */
export function changeRefusal(change: Change, judging: Judging): string | null {
  const { name, tests } = kindOfChange(change);
  const { by, rule } = changeDecidedBy(change, judging);
  const basis = rule ? ` (${basisWords(rule)})` : '';
  if (by === 'nobody') return `${name}: không được thay đổi với phương thức khoán của nhiệm vụ${basis}.`;
  const own = isOwnDecider(by);
  if (own && judging.way === 'ask')
    return `${name}: ${deciderWords[by]} tự quyết định rồi thông báo, không phải xin${basis}.`;
  if (!own && judging.way === 'host')
    return `${name}: ${deciderWords[by]} quyết định; hãy gửi đề nghị${basis}.`;
  for (const test of tests) {
    const reason = test(change, judging);
    if (reason !== null) return reason;
  }
  return null;
}

type Timed = Extract<Change, { type: 'extension' | 'shortening' }>;
type Of<Type extends ChangeType> = Extract<Change, { type: Type }>;
const vn = (iso: string) => dayWords(plainDay(iso));

function startsFromContractEnd({ before }: Timed, { standing: { terms } }: Judging) {
  if (!terms.contract) return 'Chưa ký hợp đồng nên chưa có thời hạn để điều chỉnh.';
  return terms.contract.to === before
    ? null
    : `Hợp đồng hiện kết thúc ngày ${vn(terms.contract.to)}, không phải ${vn(before)}; tải lại rồi đề nghị.`;
}

function later({ before, after }: Timed) {
  return after > before ? null : 'Ngày kết thúc mới phải sau ngày cũ.';
}

function earlier({ before, after }: Timed) {
  return after < before ? null : 'Ngày kết thúc mới phải trước ngày cũ.';
}

/** So often per task. */
function oftenEnough(_: Of<'extension'>, { standing: { changes, regime }, on, law }: Judging) {
  const rule = ruleFor('limit', { topic: 'task.changes.extension-count', regime, on }, law);
  const made = changes.filter(
    ({ change, state }) => change.type === 'extension' && state === 'changed',
  ).length;
  return rule && !limitHolds(rule, made + 1)
    ? `Chỉ được gia hạn ${amountWords(rule)}; nhiệm vụ đã gia hạn ${made} lần (${basisWords(rule)}).`
    : null;
}

/** So many months, by how long the task is. */
function longEnough({ before, after }: Of<'extension'>, { standing: { terms, regime }, on, law }: Judging) {
  const rule = ruleFor('banded', { topic: 'task.changes.extension-length', regime, on }, law);
  const months = terms.months ?? monthsOf(terms.contract);
  if (!rule || months === null) return null;
  const most = bandOf(rule, months);
  return after <= plainDay(before).add({ months: most }).toString()
    ? null
    : `Nhiệm vụ ${months} tháng được gia hạn không quá ${most} ${unitWords.month} (${basisWords(rule)}).`;
}

const monthsOf = (contract: TaskStanding['terms']['contract']) =>
  contract && plainDay(contract.from).until(plainDay(contract.firstTo), { largestUnit: 'months' }).months;

/** So long before the contract ends. */
function askedInTime({ before }: Of<'extension'>, { standing: { regime }, on, law }: Judging) {
  const rule = ruleFor('term', { topic: 'task.changes.extension-request', regime, on }, law);
  if (!rule || isInTime(rule, { eventDay: plainDay(before), doneDay: plainDay(on) }, law.calendar))
    return null;
  const latest = deadlineOf(rule, plainDay(before), law.calendar).toString();
  return `Phải đề nghị gia hạn trước khi hết hợp đồng ít nhất ${amountWords(rule)}, chậm nhất ngày ${vn(latest)} (${basisWords(rule)}).`;
}

function enoughDone({ done, of }: Of<'shortening'>, { standing: { regime }, on, law }: Judging) {
  const rule = ruleFor('vote', { topic: 'task.changes.shortening-content-done', regime, on }, law);
  if (!rule || reached(rule, { for: done, of })) return null;
  const { numerator, denominator } = rule.value;
  return `Chỉ rút ngắn khi đã xong ít nhất ${numerator}/${denominator} nội dung; mới xong ${done}/${of} (${basisWords(rule)}).`;
}

function consented({ consent }: Of<'name-aim-product'>, { standing: { regime }, on, law }: Judging) {
  const rule = ruleFor('decides', { topic: 'task.changes.decides.name-aim-product', regime, on }, law);
  return consent || !rule?.value.needs
    ? null
    : `Cần ý kiến hội đồng và văn bản đồng ý của cơ quan đề xuất đặt hàng (${basisWords(rule)}).`;
}

function fromPresentInvestigator({ before }: Of<'investigator'>, { standing: { terms } }: Judging) {
  return terms.investigator === null || terms.investigator.name === before.name
    ? null
    : `Chủ nhiệm hiện nay là ${terms.investigator.name}; tải lại rồi đề nghị.`;
}

function fromPresentHost({ before }: Of<'host'>, { standing: { terms } }: Judging) {
  return terms.host === null || terms.host.name === before.name
    ? null
    : `Tổ chức chủ trì hiện nay là ${terms.host.name}; tải lại rồi đề nghị.`;
}

type Lines = Of<'budget-move'>['before'];
const totalOf = (lines: Lines, khoan: boolean) =>
  lines.reduce((sum, line) => sum + (line.khoan === khoan ? line.amount : 0), 0);

/** Within the lump-sum items the investigator moves; what is not khoán the agency decides; the khoán total nobody. */
function touchedMoney({ before, after }: Of<'budget-move'>): string[] {
  const touched = after.filter(
    (line) => before.find(({ item }) => item === line.item)?.amount !== line.amount,
  );
  return [
    ...(totalOf(before, true) === totalOf(after, true) ? [] : ['khoan-total']),
    ...(touched.some(({ khoan }) => khoan) ? ['within-khoan-items'] : []),
    ...(touched.some(({ khoan }) => !khoan) ? ['non-khoan-money'] : []),
  ];
}

/** Where papers name the items, what is moved is what holds now. */
function fromPresentBudget({ before }: Of<'budget-move'>, { standing: { terms } }: Judging) {
  const { budget } = terms;
  if (budget === null) return null;
  const held = new Map(budget.map((line) => [itemKey(line.item), line]));
  const other = before.find(({ item, amount, khoan }) => {
    const line = held.get(itemKey(item));
    return line?.amount !== amount || line.khoan !== khoan;
  });
  if (other)
    return `Khoản mục «${other.item}» hiện không phải ${dongWords(other.amount)}${other.khoan ? ' khoán' : ''}; tải lại rồi đề nghị.`;
  return before.length === budget.length ? null : 'Nêu đủ mọi khoản mục hiện có của dự toán.';
}

function sameItems({ before, after }: Of<'budget-move'>) {
  const names = (lines: Lines) =>
    lines
      .map(({ item, khoan }) => `${item}|${khoan}`)
      .toSorted()
      .join('\n');
  return names(before) === names(after) ? null : 'Các khoản mục trước và sau phải là một, chỉ khác số tiền.';
}

function khoanTotalKept({ before, after }: Of<'budget-move'>) {
  return totalOf(before, true) === totalOf(after, true) ? null : 'Tổng phần khoán không được đổi.';
}
