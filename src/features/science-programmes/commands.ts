import type { ScienceProgrammeProfile } from '../../domain/science-programmes/facts.ts';
import { scienceProgrammeOn } from '../../domain/science-programmes/standing.ts';
import type { RestsOn } from '../../domain/tasks/facts.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { addFact, beginRecord, holdRecord, knownRecords } from '../planning/facts.ts';
import { refuseFuture, restingOn, tellTasks } from '../tasks/change.ts';
import type { ScienceProgramme, ScienceProgrammeSaid } from './contract.ts';
import { readScienceProgramme } from './queries.ts';

const table = 'science_programme';

interface Said {
  on: string;
  restsOn: Omit<RestsOn, 'documentId'> | null;
}

/** A code stands for one programme. @throws Refused 409 */
async function refuseTaken(
  tx: Tx,
  { agencyId }: Actor,
  { code }: ScienceProgrammeProfile,
  { today, own }: { today: string; own?: string },
): Promise<void> {
  for (const { id, facts } of await knownRecords(tx, agencyId, table)) {
    const profile = scienceProgrammeOn(facts, today)?.profile;
    if (profile && id !== own && fold(profile.code) === fold(code))
      throw Refused.conflict(
        `Mã ${code} đã thuộc «${profile.name}». Mở chương trình ấy, hoặc kiểm tra lại mã.`,
        { id },
      );
  }
}

/** Records a programme by the decision on its frame. @throws Refused 400, 409 */
export async function openScienceProgramme(
  ctx: Context,
  actor: Actor,
  { profile, on, restsOn }: Said & { profile: ScienceProgrammeProfile },
): Promise<ScienceProgramme> {
  const about = {
    action: 'scienceProgramme.opened',
    recordKind: 'scienceProgramme',
    detail: { name: profile.name },
  };
  const today = ctx.today().toString();
  const programme = await commandThenRead(
    ctx,
    actor,
    about,
    async (tx) => {
      refuseFuture(on, today);
      await holdRecord(tx, actor, table, 'codes');
      await refuseTaken(tx, actor, profile, { today });
      const body = {
        kind: 'described' as const,
        profile,
        restsOn: await restingOn(tx, actor.agencyId, restsOn),
      };
      const inNameOf = await givesInNameOf(tx, actor, today);
      return { id: await beginRecord(tx, ctx, actor, table, { on, inNameOf, body }) };
    },
    (tx, { id }) => readScienceProgramme(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return programme;
}

/** Records the frame anew, the board or the report of a year. @throws Refused 400, 404, 409, 412 */
export async function recordScienceProgramme(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { said, on, restsOn }: Said & { said: ScienceProgrammeSaid },
): Promise<ScienceProgramme> {
  const today = ctx.today().toString();
  const about = {
    action: 'scienceProgramme.recorded',
    recordKind: 'scienceProgramme',
    recordId: id,
    detail: { kind: said.kind },
  };
  const programme = await commandThenRead(
    ctx,
    actor,
    about,
    async (tx) => {
      if (said.kind === 'described') await holdRecord(tx, actor, table, 'codes');
      await holdRecord(tx, actor, table, id);
      const [known] = await knownRecords(tx, actor.agencyId, table, id);
      if (!known) throw Refused.notFound();
      if (known.facts.length !== version) throw Refused.stale();
      refuseFuture(on, today);
      if (said.kind === 'described') await refuseTaken(tx, actor, said.profile, { today, own: id });
      const body = { ...said, restsOn: await restingOn(tx, actor.agencyId, restsOn) };
      await addFact(tx, ctx, actor, table, {
        ...{ recordId: id, on, inNameOf: await givesInNameOf(tx, actor, today), body },
      });
    },
    (tx) => readScienceProgramme(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return programme;
}
