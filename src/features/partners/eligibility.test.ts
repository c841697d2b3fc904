import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { bodyOf, toContract } from '../../../test/task-facts.ts';
import type { StepBody, StepKind, TaskEvent } from '../../domain/tasks/facts.ts';
import type { Actor } from '../context.ts';
import * as tasks from '../tasks/commands.ts';
import { addPartner } from './commands.ts';
import { checkEligibility } from './eligibility.ts';
import { getPartner } from './queries.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  t.setNow('2026-11-24T03:00:00Z');
});
afterAll(() => t.close());

const blank = { ...{ identifier: null, email: null, phone: null } };
const organisation = (name: string) => ({
  kind: 'organisation' as const,
  profile: { name, ...blank, address: null, headedBy: null, headTitle: null },
});
const person = (name: string) => ({
  kind: 'person' as const,
  profile: { name, ...blank, degree: null, organisationId: null, personId: null },
});
const add = (said: Parameters<typeof addPartner>[2]['said']) =>
  addPartner(t.ctx, office, { said, on: '2024-01-02' });

async function begin(on: string): Promise<string> {
  const profile = {
    ...{
      title: 'Nghiên cứu máy sấy nông sản',
      level: 'province' as const,
      type: 'topic' as const,
      field: null,
    },
    ...{ programmeId: null, unitId: t.unitId, orderedBy: null, aims: '', products: '', members: [] },
  };
  return (await tasks.beginTask(t.ctx, office, { profile, on, restsOn: null, secret: false })).id;
}
const record = (id: string, on: string, event: TaskEvent) =>
  tasks.recordStep(t.ctx, office, id, { on, event, restsOn: null });

/** Records a task step by step, by whom it is carried out, up to a step. */
async function walk(id: string, parties: object, upTo: StepKind): Promise<void> {
  for (const { happenedOn, body } of toContract.slice(1)) {
    const named = body.kind === 'filed' || body.kind === 'approved' ? parties : {};
    if (body.kind === upTo) return;
    await record(id, happenedOn, { ...body, ...named } as TaskEvent);
  }
}

test('who was stopped may not file for a year, host, nor three, investigator; the page and the check say why', async () => {
  const host = await add(organisation('Viện Cơ khí Sông Hương'));
  const other = await add(organisation('Trường Đại học Phú Xuân'));
  const leader = await add(person('TS. Trần Minh Khôi'));
  const parties = {
    host: { id: host.id, name: host.name },
    investigator: { id: leader.id, name: leader.name },
  };
  const stopped = await begin('2024-01-10');
  await walk(stopped, parties, 'contracted');
  await record(stopped, '2024-09-04', bodyOf('contracted', { from: '2024-09-04', to: '2026-09-04' }));
  await record(stopped, '2024-10-01', bodyOf('terminationAsked'));
  const sought = await begin('2024-01-10');
  await walk(sought, parties, 'approved');
  await record(stopped, '2024-10-10', bodyOf('suspended'));

  const asked = { host: host.id, investigator: leader.id, on: '2025-10-11', regime: 'A' as const };
  const found = await checkEligibility(t.ctx, office, asked);
  expect(found.host?.gates).toEqual([]);
  expect(found.investigator?.gates).toMatchObject([{ until: '2027-10-10', tasks: [{ id: stopped }] }]);
  const then = await checkEligibility(t.ctx, office, { ...asked, on: '2025-10-10' });
  expect(then.host?.gates).toMatchObject([
    { cause: 'suspension', ruleId: 'eligibility.organisation.suspension.2023' },
  ]);
  expect(
    (await checkEligibility(t.ctx, office, { ...asked, investigator: undefined, task: stopped })).host?.gates,
  ).toEqual([]);
  await expect(checkEligibility(t.ctx, office, { on: asked.on, host: leader.id })).rejects.toMatchObject({
    errors: [{ path: 'host' }],
  });

  const page = await getPartner(t.ctx, office, leader.id, '2025-03-04');
  expect(page.eligibility).toMatchObject([{ regime: 'A', gates: [{ cause: 'suspension' }] }]);
  expect((await getPartner(t.ctx, office, other.id)).eligibility.map(({ regime }) => regime)).toEqual([
    'B-science',
    'B-innovation',
  ]);

  // A call of 2025: what lasts beyond its closing is refused at once, with the words of the gate and the task.
  const late = await begin('2025-01-10');
  const year = (on: string) => on.replace('2024', '2025');
  for (const { happenedOn, body } of toContract.slice(1)) {
    if (body.kind === 'filed') break;
    await record(late, year(happenedOn), {
      ...body,
      ...(body.kind === 'called' && { closesOn: '2025-06-03' }),
    } as StepBody);
  }
  await expect(
    record(late, '2025-05-30', { ...bodyOf('filed'), ...parties } as StepBody),
  ).rejects.toMatchObject({
    status: 409,
    message: expect.stringMatching(
      /Viện Cơ khí Sông Hương không được nhận nhiệm vụ này.*đến hết 10\/10\/2025.*Điều 4.*máy sấy/u,
    ),
  });
  await record(late, '2025-05-30', {
    ...bodyOf('filed'),
    ...parties,
    host: { id: other.id, name: other.name },
    investigator: { id: null, name: 'TS. Lê Thu' },
  } as StepBody);
});
