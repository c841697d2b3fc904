import type { Context } from '../../features/context.ts';
import * as contract from '../../features/urging/contract.ts';
import { listLetters, sendLetterAgain } from '../../features/urging/log.ts';
import { listOwedOf } from '../../features/urging/owed.ts';
import { listReminders, readReminders } from '../../features/urging/reminders.ts';
import { type Bound, bind } from '../bind.ts';

/** Reminders of whoever is signed in, and the delivery log of the digests. */
export function urgingRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listReminders, ({ actor }) => listReminders(ctx, actor)),
    bind(contract.readReminders, ({ actor, body }) => readReminders(ctx, actor, body.ids)),
    bind(contract.listOwed, ({ actor }) => listOwedOf(ctx, actor)),
    bind(contract.listLetters, ({ actor, query }) => listLetters(ctx, actor, query)),
    bind(contract.sendLetterAgain, ({ actor, params }) => sendLetterAgain(ctx, actor, params.id)),
  ];
}
