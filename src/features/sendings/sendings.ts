import { sentInOf } from '../../domain/tasks/sent-in.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { stepFiles } from '../task-files/files.ts';
import { changeTask } from '../tasks/change.ts';
import { taskFacts } from '../tasks/facts.ts';
import { isInvolved } from '../tasks/get.ts';
import { agencyLaw } from '../tasks/law.ts';
import { partnersOf } from '../tasks/now.ts';
import { sealedFacts } from '../tasks/sealed.ts';
import type { Sending } from './contract.ts';
import { sendingPolicy as policy } from './policy.ts';

/** What hosts and investigators sent on a task: everything of theirs but dossiers nobody has opened. @throws Refused 404 */
async function readSendings(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<Sending[]> {
  const { agencyId } = actor;
  const law = await agencyLaw(tx, ctx, agencyId);
  const facts = (await taskFacts(tx, agencyId, [id])).get(id) ?? [];
  const task = taskOn(facts, law, { asOf: ctx.today().toString() });
  if (task === null) throw Refused.notFound();
  const { rows } = await stepFiles(agencyId, id).execute(tx);
  const files = rows.filter(({ outside }) => outside);
  const partners = partnersOf(task);
  const fromOutside = new Set(partners).union(new Set(files.map(({ factId }) => factId)));
  const sealed = sealedFacts(facts, task.standing);
  const involved = await isInvolved(tx, agencyId, actor.personId, partners);
  const sentIn = new Map(sentInOf(facts).map((one) => [one.id, one]));
  return facts
    .filter(
      ({ id, byId }) =>
        !sealed.ids.has(id) && (fromOutside.has(id) || fromOutside.has(byId ?? '') || sentIn.has(id)),
    )
    .toSorted((a, b) => (a.recordedAt + a.id < b.recordedAt + b.id ? 1 : -1))
    .map((fact) => {
      const told = sentIn.get(fact.id);
      const { standing } = task;
      return {
        ...{ id: fact.id, on: fact.happenedOn, recordedAt: fact.recordedAt, by: fact.by },
        words: taskSentence(told?.event ?? fact.body, task.law.regime, actor.language),
        event: told?.state === 'waiting' ? told.event : null,
        became: told?.state ?? ('counted' as const),
        reason: told?.reason ?? null,
        notedBy: told?.notedBy ?? null,
        files: files.filter(({ factId }) => factId === fact.id),
        abilities: policy.abilitiesOf(actor, { standing, involved, state: told?.state ?? null }),
      };
    });
}

/** What hosts and investigators sent on a task, the newest first. @throws Refused 404 */
export async function listSendings(ctx: Context, actor: Actor, id: string): Promise<Sending[]> {
  return ctx.store.read(actor.scope, (tx) => readSendings(tx, ctx, actor, id));
}

/** Sends back what waits to be taken note of, with the reason the sender reads. @throws Refused 403, 404, 409 */
export async function sendBack(
  ctx: Context,
  actor: Actor,
  { id, factId }: { id: string; factId: string },
  reason: string,
): Promise<Sending[]> {
  const about = { id, action: 'task.sentBack', detail: { factId, reason } };
  await changeTask(ctx, actor, about, ({ facts, task, involved, today }) => {
    const sent = sentInOf(facts).find((one) => one.id === factId);
    if (!sent) throw Refused.notFound();
    policy.insist('sendBack', actor, { standing: task.standing, involved, state: sent.state });
    return [{ on: today, body: { kind: 'sentBack', sentIn: factId, reason } }];
  });
  return listSendings(ctx, actor, id);
}
