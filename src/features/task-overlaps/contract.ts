import { z } from 'zod';
import { Id } from '../page.ts';
import { defineRoute } from '../route.ts';
import { TaskRow } from '../tasks/contract.ts';

const words = z.string().trim().max(4000).default('');

/** A past task that resembles a proposal, and the words both say. */
export const OverlapShown = z.object({
  task: TaskRow,
  /** Of 100. */
  percent: z.int(),
  shared: z.array(z.string()),
});
export type OverlapShown = z.infer<typeof OverlapShown>;

export const Overlaps = z.object({ items: z.array(OverlapShown) });
export type Overlaps = z.infer<typeof Overlaps>;

export const findOverlaps = defineRoute({
  id: 'task.overlaps',
  method: 'POST',
  path: '/api/tasks/overlaps',
  summary: 'Nhiệm vụ đã và đang có giống một đề xuất theo tên, mục tiêu, sản phẩm; giống nhất trước',
  permission: 'task.view',
  body: z.object({
    title: z.string().trim().min(5, 'Ghi tên nhiệm vụ').max(1000),
    aims: words,
    products: words,
    /** The task itself, where it is on record already. */
    besides: Id.nullable().default(null),
  }),
  reply: Overlaps,
});
