import { z } from 'zod';
import { Day } from '../calendar/day.ts';

/** Đồng. */
export const Dong = z.int().min(0, 'Số tiền không âm').max(1e15);
const money = new Intl.NumberFormat('vi-VN');
/** «1.800.000.000 đồng». */
export const dongWords = (amount: number): string => `${money.format(amount)} đồng`;
const words = z.string().trim().min(1, 'Nêu nội dung').max(4000);

/** A person or an organisation as the paper names it, with our record of it where there is one. */
export const Named = z.object({
  id: z.uuid().nullable(),
  name: z.string().trim().min(1, 'Nêu tên').max(500),
});
export type Named = z.infer<typeof Named>;

const beforeAfter = <Shape extends z.ZodType>(shape: Shape) => ({ before: shape, after: shape });
/** A line of the budget, as a move between lines names it. */
export const budgetLine = z.object({
  item: words,
  amount: Dong,
  /** Whether the line is khoán. */
  khoan: z.boolean(),
});

/**
 * The closed list of changes to a running task, each with what stood before and what shall stand after. The last of the
 * list, to end the contract, has steps of its own (`terminationAsked` …).
 */
export const Change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('extension'), ...beforeAfter(Day) }),
  /** @property done parts of the content that are done, out of `of` */
  z.object({
    type: z.literal('shortening'),
    ...beforeAfter(Day),
    done: z.int().min(0),
    of: z.int().min(1),
  }),
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
]);
export type Change = z.infer<typeof Change>;
export type ChangeType = Change['type'];
export const ChangeTypeName = z.enum(Change.options.map(({ shape }) => shape.type.value));
