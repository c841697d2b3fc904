import type { Context } from '../context.ts';
import { allAgencies } from '../sweep.ts';
import { writeLetters } from './letters.ts';
import { tellOwed } from './owed.ts';
import { postLetters } from './post.ts';
import { tellReminders } from './tell.ts';

/**
 * The sweep of urging, in the order that lets a digest carry what was told the same minute: tell in the application,
 * write the digests of the day, send what waits. One agency's fault does not hold up the others.
 */
export async function urgeAll(ctx: Context): Promise<void> {
  const faults: unknown[] = [];
  for (const agencyId of await allAgencies(ctx)) {
    try {
      await tellReminders(ctx, agencyId);
      await tellOwed(ctx, agencyId);
      await writeLetters(ctx, agencyId);
      await postLetters(ctx, agencyId);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'urging failed');
}
