import { z } from 'zod';

/** How a day stands to the last day in time, for screens to say in their language. */
export const Late = z.object({
  when: z.enum(['before', 'on', 'after']),
  /** Working days between the two; 0 also where only days off lie between. */
  workingDays: z.int(),
  /** The work was done that day; else it is open. */
  done: z.boolean(),
});
export type Late = z.infer<typeof Late>;
