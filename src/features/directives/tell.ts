import type { Context } from '../context.ts';

/** What people who look at directives of an agency hear. */
export const directivesTopic = (agencyId: string): string => `directives:${agencyId}`;

/** People who have the register or a directive open look again. */
export function tellChanged(ctx: Context, agencyId: string): void {
  ctx.live.tell(directivesTopic(agencyId), { event: 'changed' });
}
