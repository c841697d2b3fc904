import type { Instalment } from './arrangement.ts';
import { dongWords } from './change.ts';
import { sumOf } from './cost-lines.ts';
import type { Happened } from './facts.ts';
import { basisWords, type Law, ruleFor, type TaskRegime } from './law.ts';
import { limitHolds } from './rules/amounts.ts';

interface Fault {
  path: (string | number)[];
  message: string;
}

/** What money is judged by: the state money of the contract (đồng) and the law of a day (ISO). */
interface Under {
  stateMoney: number;
  regime: TaskRegime;
  on: string;
  law: Law;
}

/** What is wrong with the instalments a contract plans; nothing where it plans none. */
export const instalmentFaults = (instalments: readonly Instalment[], under: Under): Fault[] => [
  ...sumFault(instalments, under.stateMoney),
  ...orderFaults(instalments),
  ...advanceFaults(instalments, under),
];

/** Instalments come to the state money of the contract, neither more nor less. */
export function sumFault(instalments: readonly Instalment[], stateMoney: number): Fault[] {
  const sum = sumOf(instalments, ({ amount }) => amount);
  const apart = sum - stateMoney;
  if (instalments.length === 0 || apart === 0) return [];
  const message = `Các đợt cấp cộng lại ${dongWords(sum)}, ${apart > 0 ? 'nhiều' : 'ít'} hơn kinh phí ngân sách nhà nước của hợp đồng (${dongWords(stateMoney)}) là ${dongWords(Math.abs(apart))}. Sửa số tiền của các đợt.`;
  return [{ path: ['instalments'], message }];
}

const orderFaults = (instalments: readonly Instalment[]): Fault[] =>
  instalments.flatMap(({ on }, at) => {
    const before = instalments.slice(0, at).findLast((one) => one.on !== null)?.on;
    const message = `Đợt ${at + 1} đến ngày trước đợt đứng trên. Sửa ngày hoặc xếp lại thứ tự.`;
    return on !== null && before && on < before ? [{ path: ['instalments', at, 'when'], message }] : [];
  });

function advanceFaults(instalments: readonly Instalment[], under: Under): Fault[] {
  const at = instalments.findIndex(({ advance }) => advance);
  const first = instalments[at];
  const refusal = first ? advanceRefusal(first.amount, under) : null;
  return refusal === null ? [] : [{ path: ['instalments', at, 'advance'], message: refusal }];
}

/**
 * Why so much may not be advanced first; null where it may: it keeps to a share of the state money (TTLT 27/2015 Đ13(1)b),
 * innovation tasks are paid by vouchers only (NĐ 268/2025 Đ15(3)).
 */
export function advanceRefusal(amount: number, { stateMoney, regime, on, law }: Under): string | null {
  if (regime === 'B-innovation')
    return 'Nhiệm vụ đổi mới sáng tạo được cấp kinh phí theo chứng từ của nội dung đã làm, không tạm ứng (NĐ 268/2025/NĐ-CP Đ15(3)).';
  const rule = ruleFor('limit', { topic: 'task.money.first-advance', regime, on }, law);
  return !rule || limitHolds(rule, amount, stateMoney)
    ? null
    : `Tạm ứng lần đầu ${dongWords(amount)} vượt ${rule.value.amount} % của ${dongWords(stateMoney)} ngân sách nhà nước (${basisWords(rule)}).`;
}

/** Money paid on a task: the day, đồng, and the instalment it is of where that was said. */
export interface Payment {
  id: string;
  on: string;
  amount: number;
  advance: boolean;
  instalment: number | null;
}

/** Everything paid, in binding order. */
export const paymentsIn = (history: readonly Happened[]): Payment[] =>
  history.flatMap(({ id, on, body }) =>
    body.kind === 'disbursed' || body.kind === 'paid'
      ? [
          {
            ...{ id, on, amount: body.amount, instalment: body.instalment ?? null },
            advance: body.kind === 'disbursed' && body.advance,
          },
        ]
      : [],
  );

/** The plan of a contract against what was paid. */
export interface PaidAgainst {
  /** Each instalment with what was paid of it. */
  planned: (Instalment & { nth: number; paid: number; paidOn: string[] })[];
  /** Paid without naming an instalment of the plan. */
  beside: { paid: number; paidOn: string[] };
  paid: number;
}

/** Holds what was paid against the instalments planned. */
export function paidAgainst(instalments: readonly Instalment[], payments: readonly Payment[]): PaidAgainst {
  const nothing: Payment[] = [];
  const of = Map.groupBy(payments, ({ instalment }) =>
    instalment !== null && instalment <= instalments.length ? instalment : null,
  );
  const told = (nth: number | null) => {
    const own = of.get(nth) ?? nothing;
    return { paid: sumOf(own, ({ amount }) => amount), paidOn: own.map(({ on }) => on) };
  };
  return {
    planned: instalments.map((one, at) => ({ ...one, nth: at + 1, ...told(at + 1) })),
    beside: told(null),
    paid: sumOf(payments, ({ amount }) => amount),
  };
}
