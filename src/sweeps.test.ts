import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../test/context.ts';
import { command } from './features/context.ts';
import { verifyAudit } from './storage/verify-audit.ts';
import { sweeps } from './sweeps.ts';

let context: TestContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.close());

const runAll = async () => {
  for (const sweep of sweeps) await sweep.run(context.ctx);
};

test('every sweep may run at any time, also twice', async () => {
  await runAll();
  await runAll();
});

test('the audit is sealed and idempotency keys are forgotten after their time', async () => {
  const { ctx, agencyId } = context;
  const actor = context.actorOf('office');
  const once = { key: 'một-khóa', requestHash: 'h', claimed: false };
  await command(
    ctx,
    { ...actor, once },
    { action: 'thử', recordKind: 'thử', recordId: '1' },
    async () => undefined,
  );
  const keys = () =>
    ctx.store.read({ agencies: [agencyId] }, (tx) => tx.selectFrom('idempotency').select('key').execute());
  context.setNow(Temporal.Now.instant().toString());
  await runAll();
  expect(await keys()).toHaveLength(1);
  context.setNow(Temporal.Now.instant().add({ hours: 49 }).toString());
  await runAll();
  expect(await keys()).toHaveLength(0);
  expect(await verifyAudit(ctx.store, [agencyId])).toMatchObject({ ok: true, events: 1 });
});
