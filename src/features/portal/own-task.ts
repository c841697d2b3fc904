import type { StepKind } from '../../domain/tasks/facts.ts';
import { holdersOf, sayingOf } from '../../domain/tasks/host-part.ts';
import { stepWordsOf } from '../../domain/tasks/lifecycle/names.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { isSent, sentInOf } from '../../domain/tasks/sent-in.ts';
import { taskState } from '../../domain/tasks/task.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { stepFiles } from '../task-files/files.ts';
import { presentChangeOptions, presentLife } from '../tasks/present.ts';
import type { PortalTask } from './contract.ts';
import { type OwnTask, ownTaskOf, roleOfPartner } from './holding.ts';
import { partnerOfActor } from './partner.ts';

/** A partner's own task in a transaction of the caller. @throws Refused 404 */
export async function readOwn(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<PortalTask> {
  const own = await ownTaskOf(tx, ctx, actor, id);
  const { task, law, day } = own;
  const { standing, about } = task;
  const role = roleOfPartner(actor);
  const { language } = actor;
  const life = presentLife(task, { day, language, law, roles: [role] });
  const saying = (kind: StepKind) => {
    const placed = getStep(standing.regime, kind);
    return placed ? sayingOf(placed.step, role) : null;
  };
  return {
    ...{ id, title: task.title, codes: about.codes.map(({ code }) => code), state: taskState(task) },
    contract: life.contract,
    now: {
      ...holdersOf(standing),
      ...{ aims: about.profile.aims, products: about.profile.products },
      budget: life.costs.flatMap(({ item, now, khoan }) =>
        now === null ? [] : [{ item, amount: now, khoan }],
      ),
    },
    phases: life.phases,
    phase: standing.ended ? null : (standing.open[0]?.phase.id ?? null),
    steps: life.steps.flatMap((step) => {
      const said = saying(step.kind);
      return said === null || step.state === 'ahead' || step.state === 'past'
        ? []
        : [{ ...step, ability: alreadySent(own, step.kind) ?? step.ability, saying: said }];
    }),
    supplements: standing.supplements
      .filter(({ receivedOn }) => receivedOn === null)
      .map(({ of, askedOn }) => ({
        ...{ of, askedOn, name: stepWordsOf(standing.regime, of, language) },
        clocks: life.steps.find(({ kind }) => kind === of)?.clocks ?? [],
      })),
    changeOptions: presentChangeOptions(task, { day, language, law }),
    changes: life.changes,
    records: await recordsOf(tx, actor, id, own),
  };
}

/** Why a step that was sent need not be sent again; null where it does not wait, or may be done more than once. */
export function alreadySent({ task, facts }: Pick<OwnTask, 'task' | 'facts'>, kind: StepKind): string | null {
  if (getStep(task.law.regime, kind)?.step.repeats) return null;
  return isSent(facts, kind) ? 'Đã gửi bước này, đang chờ cơ quan ghi nhận. Không cần gửi lại.' : null;
}

/** What this host or investigator recorded or sent in, the newest first, with its files and what became of it. */
async function recordsOf(
  tx: Tx,
  actor: Actor,
  id: string,
  { facts, task }: OwnTask,
): Promise<PortalTask['records']> {
  const { rows: files } = await stepFiles(actor.agencyId, id).execute(tx);
  const sent = sentInOf(facts);
  return facts
    .filter(({ byId }) => byId === partnerOfActor(actor).id)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))
    .map((fact) => {
      const told = sent.find((one) => one.id === fact.id);
      return {
        ...{ id: fact.id, on: fact.happenedOn, recordedAt: fact.recordedAt },
        words: taskSentence(told?.event ?? fact.body, task.law.regime, actor.language),
        step: told?.event.kind ?? null,
        became: told?.state ?? null,
        reason: told?.reason ?? null,
        event: told?.state === 'returned' ? told.event : null,
        files: files.filter(({ factId }) => factId === fact.id),
      };
    });
}

/** One of the partner's own tasks: what is due from them, what they sent. @throws Refused 404 */
export async function getOwnTask(ctx: Context, actor: Actor, id: string): Promise<PortalTask> {
  return ctx.store.read(actor.scope, (tx) => readOwn(tx, ctx, actor, id));
}
