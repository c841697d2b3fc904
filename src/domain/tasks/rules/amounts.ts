import { compares, comparesShare, comparisonOf } from './compare.ts';
import type { RuleOf } from './rule.ts';
import type { Decider, Khoan, TaskLevel } from './vocabulary.ts';

/**
 * Whether an amount keeps to a limit; one in percent is of `of`, the amount of the rule's base.
 * @throws RangeError where a percentage has nothing to be of
 */
export function limitHolds(rule: RuleOf<'limit'>, amount: number, of?: number): boolean {
  const comparison = comparisonOf(rule, '≤');
  if (rule.unit !== 'percent') return compares(amount, comparison, rule.value.amount);
  if (of === undefined) throw new RangeError(`Quy tắc «${rule.id}» tính theo phần trăm: thiếu số để chia`);
  return comparesShare(amount, of, comparison, { numerator: rule.value.amount, denominator: 100 });
}

/** The number that goes with another, such as the longest extension of a task of so many months. */
export function bandOf({ value }: RuleOf<'banded'>, key: number): number {
  const band = value.bands.find(({ comparison, than }) => compares(key, comparison, than));
  return band?.amount ?? value.otherwise;
}

/** The number of a table; undefined where the table does not name the key. */
export const tableAmount = ({ value }: RuleOf<'table'>, key: string): number | undefined =>
  Object.hasOwn(value.amounts, key) ? value.amounts[key] : undefined;

/** Parts of an amount in whole đồng; what rounding leaves goes to the last part. */
export function splitOf({ value }: RuleOf<'split'>, amount: number): Record<string, number> {
  const names = Object.keys(value.parts);
  let left = amount;
  return Object.fromEntries(
    names.map((name, index) => {
      const part = index === names.length - 1 ? left : Math.floor((amount * (value.parts[name] ?? 0)) / 100);
      left -= part;
      return [name, part];
    }),
  );
}

/** Money of a task that was not completed, in đồng, and why it was not. */
export interface FailedMoney {
  khoan: Khoan;
  cause: 'objective' | 'subjective';
  unused: number;
  proper: number;
  improper: number;
}

/** The least to be paid back (TTLT 27/2015 article 16(2)); the authority may fix more for what was properly used. */
export function leastRefund({ value }: RuleOf<'refund'>, money: FailedMoney): number {
  const { shares } = value;
  const objective = money.cause === 'objective';
  const proper = objective ? shares['objective-cause'] : shares[`proper-${money.khoan}`];
  const improper = objective ? shares['objective-cause'] : shares.improper;
  const parts = money.unused * shares.unused + money.proper * proper + money.improper * improper;
  return Math.ceil(parts / 100);
}

/** Who decides about a task of a level. */
export const authorityAt = ({ value }: RuleOf<'authority'>, level: TaskLevel): Decider => value.of[level];

/** Who decides over an amount. */
export function authorityOver({ value }: RuleOf<'authority-by-amount'>, amount: number): Decider {
  return value.bands.find(({ upTo }) => amount <= upTo)?.by ?? value.otherwise;
}

/** Who decides a change of a running task, «nobody» where it may not be changed. */
export const deciderOf = ({ value }: RuleOf<'decides'>, khoan: Khoan): Decider => value.by[khoan];

/** Facts still missing before a step. */
export function missingFacts({ value }: RuleOf<'needs'>, done: readonly string[]): string[] {
  return value.all.filter((fact) => !done.includes(fact));
}
