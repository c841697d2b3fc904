import { sayDay } from '../../domain/deadlines/words.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { DraftFactBody } from '../../domain/drafts/facts.ts';
import { type DraftStanding, draftStandingOf, type LastDay } from '../../domain/drafts/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { tellChanged } from '../directives/tell.ts';
import { addFact, holdRecord } from '../planning/facts.ts';
import { standingUnits } from '../planning/lead.ts';
import { speakingFor } from '../planning/spoken.ts';
import type { Draft } from './contract.ts';
import { draftPolicy } from './policy.ts';
import {
  getDraft,
  type KnownDraft,
  knownDrafts,
  lastDayOf,
  leadsDraft,
  type Shown,
  shownOn,
} from './queries.ts';

/** A draft held by the transaction that changes it. */
export interface Held {
  tx: Tx;
  known: KnownDraft;
  standing: DraftStanding;
  shown: Shown;
  lastDay: LastDay;
  leads: boolean;
}

export const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

async function hold(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<Held> {
  await holdRecord(tx, actor, 'draft', id);
  const [known] = await knownDrafts(tx, actor.agencyId, id);
  const standing = known && draftStandingOf(known.facts);
  if (!known || !standing) throw Refused.notFound();
  const shown = await shownOn(tx, ctx, actor);
  const leads = leadsDraft(standing, shown);
  return { tx, known, standing, shown, leads, lastDay: lastDayOf(standing, shown) };
}

/** In whose stead the actor speaks for the lead unit or a unit that was asked, or gives. */
async function steadOf({ tx, standing, shown }: Held, actor: Actor): Promise<InNameOf | null> {
  const units = standingUnits(shown.followed, standing.now.lead, shown.today);
  const speaks = speakingFor(shown.spoken, units);
  return speaks === undefined ? givesInNameOf(tx, actor, shown.today) : speaks;
}

type Made = { on: string; body: DraftFactBody; inNameOf?: InNameOf | null | undefined };

/** Records facts on one draft that `make` finds possible, and gives it as it then stands. */
export async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; act?: keyof typeof draftPolicy.rules; detail?: unknown },
  make: (held: Held) => Promise<Made[]>,
): Promise<Draft> {
  const { id, action, act, detail } = about;
  await command(ctx, actor, { action, recordKind: 'draft', recordId: id, detail }, async (tx) => {
    const held = await hold(tx, ctx, actor, id);
    if (act) draftPolicy.insist(act, actor, held);
    const usual = await steadOf(held, actor);
    for (const { inNameOf = usual, ...fact } of await make(held))
      await addFact(tx, ctx, actor, 'draft', { ...fact, recordId: id, inNameOf });
  });
  tellChanged(ctx, actor.agencyId);
  return getDraft(ctx, actor, id);
}

/** A day on which something happened: it has come, and the draft was in the plan by then. */
export function refuseDay({ standing, shown }: Held, on: string): void {
  if (on > shown.today) throw wrong('on', `Ngày ${sayDay(on)} chưa đến. Kiểm tra lại ngày.`);
  if (on < standing.plannedOn)
    throw wrong(
      'on',
      `Dự thảo vào kế hoạch ngày ${sayDay(standing.plannedOn)}; việc này không thể trước ngày ấy.`,
    );
}
