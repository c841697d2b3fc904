import type { Arrangement, Signer } from '../../src/domain/tasks/arrangement.ts';
import { dayAfter, type Happening, linesFrom, monthsAfter, type TaskPlan } from './plan.ts';
import type { exampleHosts } from './plans.ts';

/** Hundredths of the state money in each of three instalments. */
const shares = [40, 35, 25] as const;

/** Of an innovation task, whose two contents are paid for one by one. */
export const halves = [50, 50] as const;

/** Amounts of so many instalments in whole millions, the last taking the rest. */
export function amountsOf(money: number, parts: readonly number[]): number[] {
  const before = parts.slice(0, -1).map((part) => Math.round((money * part) / 1e8) * 1e6);
  return [...before, money - before.reduce((sum, one) => sum + one, 0)];
}

/** Who signs for the host: its head, or now and then a deputy by authorisation. */
function hostSigner({ order, contractOn }: TaskPlan, host: (typeof exampleHosts)[number]): Signer {
  if (order % 6 !== 0) return { name: host.headedBy, position: host.headTitle, authority: '' };
  const year = contractOn.slice(0, 4);
  return {
    ...{ name: 'ThS. Lưu Thị Hạnh', position: `Phó ${host.headTitle}` },
    authority: `Giấy ủy quyền số ${order}/GUQ ngày 05/01/${year}`,
  };
}

/** Who signs the contract of an invented task and in which instalments it is paid: innovation by contents, others in three. */
export function arrangementOf(
  plan: TaskPlan,
  host: (typeof exampleHosts)[number],
  director: string,
): Arrangement & { on: string } {
  const { contractOn, months, money, law } = plan;
  const said = { on: null, event: '', advance: false };
  const [first = 0, second = 0, third = 0] = amountsOf(money, shares);
  const [half = 0, rest = 0] = amountsOf(money, halves);
  const instalments: Arrangement['instalments'] =
    law === 'B-innovation'
      ? [
          { ...said, needs: 'Chứng từ của nội dung 1', event: 'khi xong nội dung 1', amount: half },
          { ...said, needs: 'Chứng từ của nội dung 2', event: 'khi xong nội dung 2', amount: rest },
        ]
      : [
          { ...said, needs: 'Hợp đồng đã ký', event: 'sau khi ký hợp đồng', amount: first, advance: true },
          {
            ...{ ...said, needs: 'Báo cáo tiến độ, khối lượng được xác nhận', amount: second },
            on: monthsAfter(contractOn, months / 2),
          },
          {
            ...said,
            needs: 'Kết quả Đạt trở lên, đã giao nộp sản phẩm',
            event: 'sau nghiệm thu',
            amount: third,
          },
        ];
  const signers = {
    agency: { name: director, position: 'Giám đốc', authority: '' },
    host: hostSigner(plan, host),
  };
  return { signers, instalments, on: contractOn };
}

/** What is paid of the instalments as the task goes on; innovation tasks are paid by steps of their own. */
export function disbursed({ contractOn, months, money, law, branch }: TaskPlan): Happening[] {
  if (law === 'B-innovation') return [];
  const stopped = branch.terminatedAfter ?? branch.suspendedAfter;
  const last = stopped === undefined ? '9999' : dayAfter(contractOn, stopped);
  const end = monthsAfter(contractOn, months + (branch.extendedBy ?? 0));
  const achieved = stopped === undefined && branch.result !== 'not-achieved';
  const [first = 0, second = 0, third = 0] = amountsOf(money, shares);
  return [
    ...linesFrom(contractOn, [[15, 'disbursed', { amount: first, advance: true, instalment: 1 }]]),
    ...linesFrom(monthsAfter(contractOn, months / 2), [
      [24, 'disbursed', { amount: second, advance: false, instalment: 2 }],
    ]),
    ...(achieved
      ? linesFrom(end, [[92, 'disbursed', { amount: third, advance: false, instalment: 3 }]])
      : []),
  ].filter(({ on }) => on < last);
}
