import type { Change } from '../../src/domain/tasks/change.ts';
import { type AppraisedLine, type ApprovedLine, budgetOf } from '../../src/domain/tasks/cost-lines.ts';

/** Shares of a usual estimate in hundredths, whether khoán, and by how many hundredths of itself more was asked, with why it was cut. */
const usual: readonly [item: string, share: number, khoan: boolean, more: number, why: string][] = [
  ['Công lao động trực tiếp', 52, true, 10, 'Giảm số ngày công theo định mức'],
  ['Nguyên vật liệu, năng lượng', 18, false, 20, 'Tính lại theo báo giá kèm hồ sơ'],
  ['Thiết bị, máy móc', 12, false, 45, 'Dùng thiết bị sẵn có của tổ chức chủ trì'],
  ['Điều tra, khảo sát', 8, true, 0, ''],
  ['Hội thảo, công bố, đào tạo', 6, true, 0, ''],
  ['Quản lý chung và chi khác', 4, true, 0, ''],
];

/** The estimate of an invented task: lines appraised and approved that come to what was approved, the last taking the rest. */
export function estimateOf(money: number): {
  asked: number;
  appraised: AppraisedLine[];
  approved: ApprovedLine[];
} {
  const shares = usual.map(([, share]) => Math.round((money * share) / 1e8) * 1e6);
  const rest = money - shares.reduce((sum, share) => sum + share, 0);
  const appraised = usual.map(([item, , , more, reason], at) => {
    const proposed = (shares[at] ?? 0) + (at === usual.length - 1 ? rest : 0);
    return { item, asked: proposed + Math.round((proposed * more) / 1e8) * 1e6, proposed, reason };
  });
  const moved = Math.min(10_000_000, appraised[0]?.proposed ?? 0);
  const whys = ['Bớt một công phụ', '', '', 'Thêm một điểm khảo sát'];
  const approved = appraised.map(({ item, proposed }, at) => ({
    ...{ item, proposed, approved: proposed + ([-moved, 0, 0, moved][at] ?? 0) },
    ...{ khoan: usual[at]?.[2] ?? false, reason: whys[at] ?? '' },
  }));
  return { asked: appraised.reduce((sum, { asked }) => sum + asked, 0), appraised, approved };
}

/** Lines money is moved from and to: surveys to labour, khoán both; equipment to materials, neither. */
const moves = { survey: [3, 0], equipment: [2, 1] } as const;

export function budgetMove(money: number, from: keyof typeof moves): Change {
  const before = budgetOf({ lines: estimateOf(money).approved }) ?? [];
  const [source, target] = moves[from];
  const by = Math.min(20_000_000, before[source]?.amount ?? 0);
  const moved = (at: number) => (at === source ? -by : at === target ? by : 0);
  const after = before.map((line, at) => ({ ...line, amount: line.amount + moved(at) }));
  return { type: 'budget-move', before, after };
}
