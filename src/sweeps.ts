import type { Context } from './features/context.ts';
import { makeAllOccurrences } from './features/directives/occurrences.ts';
import { deriveAnew } from './features/directives/redate.ts';
import { foldAllRollups } from './features/directives/rollup.ts';
import { deriveTasksAnew } from './features/tasks/redate.ts';
import { urgeAll } from './features/urging/urge.ts';
import { auditedAgencies, sealAllAudit } from './storage/audit.ts';
import { countOrphans } from './storage/files.ts';

interface Sweep {
  name: string;
  everyMinutes: number;
  run(ctx: Context): Promise<unknown>;
}

/** An Idempotency-Key is remembered this long. Hours. */
const keyLife = 48;

/** Everything the system does by itself, each over all that is due; a sweep that was missed catches up the next time. */
export const sweeps: readonly Sweep[] = [
  { name: 'seal the audit', everyMinutes: 1, run: ({ store }) => sealAllAudit(store) },
  { name: 'make occurrences of recurring duties', everyMinutes: 30, run: makeAllOccurrences },
  { name: 'urge', everyMinutes: 5, run: urgeAll },
  { name: 'forget old idempotency keys', everyMinutes: 60, run: forgetKeys },
  { name: 'drop ended sessions', everyMinutes: 60, run: dropSessions },
  { name: 'derive last days anew', everyMinutes: 60, run: deriveAnew },
  { name: 'derive tasks anew', everyMinutes: 24 * 60, run: deriveTasksAnew },
  { name: 'fold the roll-up', everyMinutes: 5, run: foldAllRollups },
  { name: 'count files without a row', everyMinutes: 24 * 60, run: tellOrphans },
];

async function forgetKeys({ store, clock }: Context): Promise<void> {
  const before = clock().subtract({ hours: keyLife }).toString();
  for (const agencyId of await auditedAgencies(store))
    await store.transaction({ agencies: [agencyId] }, (tx) =>
      tx
        .deleteFrom('idempotency')
        .where('agency_id', '=', agencyId)
        .where('created_at', '<', before)
        .execute(),
    );
}

async function dropSessions({ store, clock }: Context): Promise<void> {
  await store.installation((tx) =>
    tx.deleteFrom('auth.session').where('expiresAt', '<', clock().toString()).execute(),
  );
}

async function tellOrphans({ store, files, log }: Context): Promise<void> {
  const orphans = await countOrphans(files, store);
  if (orphans > 0) log.info({ orphans }, 'files on disk that no row names');
}

/** Runs every sweep on its beat until the returned function is called, which waits for those under way. */
export function startSweeps(ctx: Context): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  const timers = sweeps.map((sweep) =>
    setInterval(() => {
      const run = sweep
        .run(ctx)
        .then(() => undefined)
        .catch((error: unknown) => ctx.log.error({ err: error, sweep: sweep.name }, 'sweep failed'))
        .finally(() => underWay.delete(run));
      underWay.add(run);
    }, sweep.everyMinutes * 60_000).unref(),
  );
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(underWay);
  };
}
