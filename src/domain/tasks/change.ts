import { z } from 'zod';
import { Day } from '../calendar/day.ts';

/** Khoán chi đến sản phẩm cuối cùng, khoán chi từng phần (TTLT 27/2015/TTLT-BKHCN-BTC Đ6, Đ7). */
export const LumpSum = z.enum(['final-product', 'by-part']);
export type LumpSum = z.infer<typeof LumpSum>;

/** Đồng. */
export const Dong = z.int().min(0, 'Số tiền không âm').max(1e15);
const words = z.string().trim().min(1, 'Nêu nội dung').max(4000);

/** A person or an organisation as the paper names it, with our record of it where there is one. */
export const Named = z.object({ id: z.uuid().nullable(), name: z.string().trim().min(1, 'Nêu tên').max(500) });
export type Named = z.infer<typeof Named>;

const beforeAfter = <Shape extends z.ZodType>(shape: Shape) => ({ before: shape, after: shape });
const budgetLine = z.object({
  item: words,
  amount: Dong,
  /** Whether the line is spent as a lump sum. */
  lumpSum: z.boolean(),
});

/** The closed list of changes to a running task, each with what stood before and what shall stand after. */
export const Change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('extension'), ...beforeAfter(Day) }),
  /** @property doneShare share of the content done, 0–1 */
  z.object({ type: z.literal('shortening'), ...beforeAfter(Day), doneShare: z.number().min(0).max(1) }),
  z.object({ type: z.literal('content'), ...beforeAfter(words) }),
  z.object({ type: z.literal('budget-move'), ...beforeAfter(z.array(budgetLine).min(1)) }),
  z.object({
    type: z.literal('investigator'),
    ...beforeAfter(Named),
    cause: z.enum(['away', 'ill', 'dead-or-missing', 'own-request', 'failure']),
  }),
  z.object({
    type: z.literal('host'),
    ...beforeAfter(Named),
    cause: z.enum(['merger', 'split', 'dissolution']),
  }),
  z.object({ type: z.literal('equipment'), ...beforeAfter(words) }),
  /** Name, aim or product; `consent`: the ordering agency agreed in writing, and a council advised. */
  z.object({
    type: z.literal('name-aim-product'),
    what: z.enum(['name', 'aim', 'product']),
    ...beforeAfter(words),
    consent: z.boolean(),
  }),
  /** Asks to end the contract before its time. */
  z.object({ type: z.literal('termination'), ...beforeAfter(words) }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeType = Change['type'];
