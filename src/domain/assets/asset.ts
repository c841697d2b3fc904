import { z } from 'zod';
import { Dong } from '../tasks/change.ts';

/** How an asset is found when it is counted. */
export const conditionWords = {
  good: 'còn dùng tốt',
  repairable: 'hỏng, sửa được',
  broken: 'hỏng, không sửa được',
  missing: 'không còn, thất lạc',
} as const;
export const AssetCondition = z.enum(Object.keys(conditionWords) as (keyof typeof conditionWords)[]);
export type AssetCondition = z.infer<typeof AssetCondition>;

/** Forms of settlement that rules of either law name (NĐ 70/2018/NĐ-CP Đ7; TT 44/2025/TT-BKHCN BM-21). */
export const formWords = {
  'recorded-as-asset': 'giao, ghi tăng tài sản',
  'direct-sale': 'bán trực tiếp cho tổ chức chủ trì',
  'right-of-use': 'giao quyền sử dụng',
  'left-to-host': 'giao tổ chức chủ trì',
  'handed-over': 'bàn giao',
  transfer: 'điều chuyển',
  sale: 'bán',
  liquidation: 'thanh lý',
  destruction: 'tiêu hủy',
} as const;
export const SettlementForm = z.enum(Object.keys(formWords) as (keyof typeof formWords)[]);
export type SettlementForm = z.infer<typeof SettlementForm>;

/** What is said of one asset when it is counted. */
export const AssetLine = z.object({
  name: z.string().trim().min(2, 'Ghi tên tài sản').max(300),
  quantity: z.int('Số lượng là số nguyên').min(1, 'Số lượng ít nhất là 1').max(1_000_000),
  /** Nguyên giá, all of the quantity together. */
  originalValue: Dong,
  condition: AssetCondition,
  where: z.string().trim().max(300).default(''),
  /** The form proposed; null until somebody says so. */
  form: SettlementForm.nullable().default(null),
  /** What it is still worth, found when it was counted; null where not yet. */
  foundValue: Dong.nullable().default(null),
});
export type AssetLine = z.infer<typeof AssetLine>;

/** What is recorded of an asset: what it is, as a whole each time, or that it was listed by mistake. */
export const AssetBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listed'), line: AssetLine }),
  z.object({ kind: z.literal('unlisted') }),
]);
export type AssetBody = z.infer<typeof AssetBody>;

/** A form a rule of thumb points to, and why. Whoever decides is free to choose another. */
export interface Suggestion {
  form: SettlementForm;
  why: string;
}

const preferred: Record<AssetCondition, readonly { form: SettlementForm; why: string }[]> = {
  good: [
    { form: 'recorded-as-asset', why: 'còn dùng tốt: giao đơn vị có nhu cầu, ghi tăng tài sản' },
    { form: 'left-to-host', why: 'còn dùng tốt: giao tổ chức chủ trì tiếp tục sử dụng' },
  ],
  repairable: [
    { form: 'transfer', why: 'sửa được: điều chuyển cho nơi có nhu cầu' },
    { form: 'liquidation', why: 'sửa được nhưng không còn nơi dùng: thanh lý' },
  ],
  broken: [
    { form: 'liquidation', why: 'không sửa được, còn thu hồi được giá trị: thanh lý' },
    { form: 'destruction', why: 'không sửa được, không còn giá trị: tiêu hủy' },
  ],
  missing: [],
};

/**
 * The form that suggests itself among those the law names; null where something must be cleared up first, as with what is
 * missing.
 * @param forms what the rule of the day lists
 */
export function suggestForm(
  { condition, foundValue }: Pick<AssetLine, 'condition' | 'foundValue'>,
  forms: readonly string[],
): Suggestion | null {
  const allowed = preferred[condition].filter(({ form }) => forms.includes(form));
  const worthless = condition === 'broken' && foundValue === 0;
  return (worthless ? allowed.find(({ form }) => form === 'destruction') : allowed[0]) ?? null;
}

/** How far the settlement of a task's assets has come. */
export const stageWords = {
  plan: 'chưa có phương án',
  decide: 'chờ quyết định',
  handOver: 'chờ bàn giao',
  settled: 'đã xử lý',
} as const;
export const AssetStage = z.enum(Object.keys(stageWords) as (keyof typeof stageWords)[]);
export type AssetStage = z.infer<typeof AssetStage>;

/** Percent of tasks whose assets are settled, rounded down: a hundred only when all are. */
export function percentSettled(counts: Record<AssetStage, number>): number {
  const all = counts.plan + counts.decide + counts.handOver + counts.settled;
  return all === 0 ? 0 : Math.floor((counts.settled * 100) / all);
}
