import type { Context } from '../../features/context.ts';
import * as contract from '../../features/results/contract.ts';
import { listPublicResults } from '../../features/results/public.ts';
import { type Bound, bind } from '../bind.ts';
import { publicLimit } from '../public-limit.ts';

/** Results of S&T tasks put to use, which anybody may read. */
export function resultRoutes(ctx: Context): Bound[] {
  const limited = publicLimit();
  return [
    bind(contract.listPublicResults, ({ request, query }) => {
      limited(request);
      return listPublicResults(ctx, query);
    }),
  ];
}
