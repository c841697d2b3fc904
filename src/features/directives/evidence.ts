import { recordFile, type StoredFile } from '../../storage/files.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { hold, recordAct, standingOn } from './act.ts';
import { changeDirective } from './get.ts';
import { directivePolicy } from './policy.ts';
import { factsOf, refreshNow } from './record.ts';

/** A file as it came in. */
export interface EvidenceFile {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
}

/** Refused before any byte is kept, where the act would be. */
async function mayAttach(ctx: Context, actor: Actor, id: string): Promise<void> {
  const today = ctx.today().toString();
  await ctx.store.transaction(actor.scope, async (tx) => {
    const held = await hold(tx, ctx, actor, id);
    const { doer } = held;
    const standing = standingOn(ctx, held, today);
    directivePolicy.insist('evidenced', actor, { standing, doer, around: held.around });
  });
}

/**
 * Attaches products to a directive: each file is on disk under its hash before its fact is recorded, and none is
 * opened or run here. @throws Refused 400, 403, 404, 409
 */
export async function attach(ctx: Context, actor: Actor, id: string, files: readonly EvidenceFile[]) {
  if (files.length === 0 || files.some(({ bytes }) => bytes.length === 0))
    throw Refused.invalid([{ path: 'file', message: 'Chọn ít nhất một tệp có nội dung.' }]);
  await mayAttach(ctx, actor, id);
  const kept: { file: StoredFile; name: string; mediaType: string }[] = [];
  for (const { name, bytes, mediaType } of files)
    kept.push({ file: await ctx.files.put(actor.agencyId, bytes), name, mediaType });
  const calendar = await ctx.calendar();
  const happenedOn = ctx.today().toString();
  const about = { action: 'directive.evidenced', recordKind: 'directive', recordId: id };
  return changeDirective(ctx, actor, about, async (tx) => {
    const held = await hold(tx, ctx, actor, id);
    for (const { file, name, mediaType } of kept) {
      await recordFile(tx, actor.agencyId, file, mediaType);
      const act = { kind: 'evidenced', name, fileHash: file.hash } as const;
      await recordAct(tx, ctx, actor, held, { act, happenedOn });
    }
    await refreshNow(tx, actor.agencyId, [id], calendar);
    return { id };
  });
}

/** A product as it was attached, checked against its hash. @throws Refused 404 */
export async function getEvidence(ctx: Context, actor: Actor, id: string, factId: string) {
  const facts = await ctx.store.read(actor.scope, async (tx) =>
    (await factsOf(tx, actor.agencyId, [id])).get(id),
  );
  const body = facts?.find((fact) => fact.id === factId)?.body;
  if (body?.kind !== 'evidenced' || body.fileHash === undefined) throw Refused.notFound();
  return { name: body.name, bytes: await ctx.files.read(actor.agencyId, body.fileHash) };
}
