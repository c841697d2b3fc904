import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import type { When } from '../directives/facts.ts';
import { aboutOf, type RecordedTaskFact, type TaskAbout } from './about.ts';
import type { Arrangement, Instalment } from './arrangement.ts';
import { type Change, dongWords } from './change.ts';
import { changeName } from './changes.ts';
import { itemKey } from './cost-lines.ts';
import type { Happened, RestsOn, StepBody } from './facts.ts';
import { getStep } from './lifecycle/opening.ts';
import { makeChange, nothingSaid, sayTerms, type TaskTerms, takeBack } from './said.ts';
import type { TaskStanding } from './standing.ts';

/** What a contract says, as its latest version has it. Days are ISO, money is đồng; null where no paper says it. */
export interface ContractTerms
  extends Pick<
    TaskTerms,
    'host' | 'investigator' | 'stateMoney' | 'otherMoney' | 'budget' | 'khoan' | 'months' | 'contract'
  > {
  title: string;
  aims: string;
  products: string;
  /** What the approval rests on. */
  approval: RestsOn | null;
  /** Who signs for each side; null where nobody said. */
  signers: Arrangement['signers'];
  /** The state money in instalments; none where they were not planned. */
  instalments: Arrangement['instalments'];
}

/** The contract as signed, then once more for each change of its terms. */
export interface ContractVersion {
  /** From 1, the contract itself; after it version n is appendix n − 1. */
  nth: number;
  /** The fact that states it. */
  id: string;
  on: string;
  /** What changed from the version before; null for the contract itself. */
  change: Change | null;
  /** The host changed it by itself and told. */
  own: boolean;
  /** The decision it rests on: of the contract that approved the task. */
  decision: RestsOn | null;
  /** The day of an objection, since when the version before holds again. */
  lapsedOn: string | null;
  terms: ContractTerms;
}

interface Folded {
  terms: TaskTerms;
  aims: string | null;
  products: string | null;
  approval: RestsOn | null;
}

/** The versions of a task's contract by a day, as known at an instant, oldest first; none before it is signed. */
export function contractVersions(
  facts: readonly RecordedTaskFact[],
  { history, regime }: Pick<TaskStanding, 'history' | 'regime'>,
  { knownAt }: Pick<When, 'knownAt'> = {},
): ContractVersion[] {
  const restsOn = new Map(facts.map((fact) => [fact.id, fact.restsOn]));
  const aboutOn = (asOf: string) => aboutOf(facts, { asOf, ...(knownAt !== undefined && { knownAt }) });
  let now = begun();
  let versions: ContractVersion[] = [];
  for (const happened of history) {
    const { id, on } = happened;
    const body = stepIn(happened, regime);
    if (body === null) continue;
    const change = changeIn(body, now.terms);
    now = after(now, body, change, restsOn.get(id) ?? null);
    if (body.kind === 'changeObjected') {
      const objected = versions.find(({ id: of }) => changeIdOf(history, of) === body.changeId);
      if (!objected?.change) continue;
      now = { ...now, terms: takeBack(now.terms, objected.change), ...words(now, objected.change, 'before') };
      versions = versions.map((one) => (one === objected ? { ...one, lapsedOn: on } : one));
    } else if (body.kind === 'contracted' || (change !== null && versions.length > 0))
      versions.push({
        ...{ nth: versions.length + 1, id, on, change, own: body.kind === 'changeNotified', lapsedOn: null },
        decision: body.kind === 'contracted' ? now.approval : (restsOn.get(id) ?? null),
        terms: termsOf(now, aboutOn(on)),
      });
  }
  return versions;
}

const begun = (): Folded => ({ terms: nothingSaid(), aims: null, products: null, approval: null });

/** The step that happened, where the law has it. */
function stepIn({ body }: Happened, regime: TaskStanding['regime']): StepBody | null {
  if (body.kind === 'takenOver' || body.kind === 'supplementAsked' || body.kind === 'supplementReceived')
    return null;
  return getStep(regime, body.kind) ? body : null;
}

/** What a step changes of the contract; more time to do it again is an extension. */
function changeIn(body: StepBody, { contract }: TaskTerms): Change | null {
  if (body.kind === 'changed' || body.kind === 'changeNotified') return body.change;
  return body.kind === 'redone' && contract
    ? { type: 'extension', before: contract.to, after: body.until }
    : null;
}

function after(now: Folded, body: StepBody, change: Change | null, rests: RestsOn | null): Folded {
  const approval = body.kind === 'approved' ? rests : now.approval;
  if (change === null) return { ...now, approval, terms: sayTerms(now.terms, body) };
  return { ...now, terms: makeChange(now.terms, change), ...words(now, change, 'after') };
}

/** Aim and product as a change has them: papers of the task say them nowhere else. */
function words(
  { aims, products }: Folded,
  change: Change,
  side: 'before' | 'after',
): Pick<Folded, 'aims' | 'products'> {
  if (change.type !== 'name-aim-product') return { aims, products };
  return {
    aims: change.what === 'aim' ? change[side] : aims,
    products: change.what === 'product' ? change[side] : products,
  };
}

const changeIdOf = (history: readonly Happened[], id: string) => {
  const body = history.find((one) => one.id === id)?.body;
  return body && 'changeId' in body ? body.changeId : undefined;
};

function termsOf({ terms, aims, products, approval }: Folded, about: TaskAbout | null): ContractTerms {
  const { profile, arrangement } = about ?? {};
  const { host, investigator, stateMoney, otherMoney, budget, khoan, months, contract } = terms;
  return {
    ...{ host, investigator, stateMoney, otherMoney, budget, khoan, months, contract, approval },
    title: terms.title ?? profile?.title ?? '',
    aims: aims ?? profile?.aims ?? '',
    products: products ?? profile?.products ?? '',
    signers: arrangement?.signers ?? { agency: null, host: null },
    instalments: arrangement?.instalments ?? [],
  };
}

/** The terms a contract not yet signed would have. */
export function draftTerms(
  facts: readonly RecordedTaskFact[],
  { history, terms }: Pick<TaskStanding, 'history' | 'terms'>,
  about: TaskAbout,
): ContractTerms {
  const approved = history.findLast(({ body }) => body.kind === 'approved');
  const approval = facts.find(({ id }) => id === approved?.id)?.restsOn ?? null;
  return termsOf({ ...begun(), terms, approval }, about);
}

/** What a contract needs and no paper of the task says, in plain words. */
export function lacking(terms: ContractTerms): string[] {
  const needed: readonly (readonly [unknown, string])[] = [
    [terms.contract, 'số, ngày và thời hạn hợp đồng'],
    [terms.approval, 'quyết định phê duyệt'],
    [terms.host, 'tổ chức chủ trì'],
    [terms.investigator, 'chủ nhiệm'],
    [terms.aims, 'mục tiêu'],
    [terms.products, 'sản phẩm'],
    [terms.stateMoney, 'kinh phí'],
    [terms.khoan, 'phương thức khoán'],
    [terms.budget, 'dự toán theo khoản mục'],
    [terms.signers.agency, 'người ký của bên A'],
    [terms.signers.host, 'người ký của bên B'],
    [terms.instalments.length > 0 || null, 'các đợt cấp kinh phí'],
  ];
  return needed.flatMap(([value, name]) => (value === null || value === '' ? [name] : []));
}

const vn = (iso: string) => dayWords(plainDay(iso));

/** A change as an appendix tells it, thing by thing: what, before, after. Of a budget only what moved. */
export function changeTold(change: Change): { what: string; before: string; after: string }[] {
  const what = changeName(change.type);
  switch (change.type) {
    case 'extension':
    case 'shortening':
      return [{ what: 'Ngày kết thúc hợp đồng', before: vn(change.before), after: vn(change.after) }];
    case 'investigator':
    case 'host':
      return [{ what, before: change.before.name, after: change.after.name }];
    case 'budget-move':
      return change.before.flatMap(({ item, amount }) => {
        const then = change.after.find((line) => itemKey(line.item) === itemKey(item));
        return then === undefined || then.amount === amount
          ? []
          : [{ what: `Kinh phí: ${item}`, before: dongWords(amount), after: dongWords(then.amount) }];
      });
    case 'name-aim-product':
      return [{ what: said[change.what], before: change.before, after: change.after }];
    default:
      return [{ what, before: change.before, after: change.after }];
  }
}

/** Instalments as an appendix tells that they are others than before; nothing where they are the same. */
export function instalmentsTold(
  before: readonly Instalment[],
  after: readonly Instalment[],
): ReturnType<typeof changeTold> {
  const words = (instalments: readonly Instalment[]) =>
    instalments
      .map(
        ({ amount, on, event }, at) => `Đợt ${at + 1}: ${dongWords(amount)}, ${on === null ? event : vn(on)}`,
      )
      .join('; ');
  const [then, now] = [words(before), words(after)];
  return then === now ? [] : [{ what: 'Các đợt cấp kinh phí', before: then, after: now }];
}

const said = { name: 'Tên nhiệm vụ', aim: 'Mục tiêu', product: 'Sản phẩm' } as const;
