import { Unreadable } from '../../reading/extracted.ts';
import { renderInWorker } from '../../reading/sandbox.ts';
import { type Actor, type Context, Refused } from '../context.ts';

/** The original as received, under its own name; checked against its hash. */
export async function getOriginal(
  ctx: Context,
  actor: Actor,
  intakeId: string,
): Promise<{ name: string; bytes: Buffer }> {
  const row = await ctx.store.read(actor.scope, (tx) =>
    tx
      .selectFrom('intake')
      .select(['name', 'file_hash'])
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', intakeId)
      .executeTakeFirst(),
  );
  if (!row) throw Refused.notFound();
  return { name: row.name, bytes: await ctx.files.read(actor.agencyId, row.file_hash) };
}

/** One page of the original as a picture, `width` pixels wide; drawn in a worker, since the file is a stranger's. */
export async function getPage(
  ctx: Context,
  actor: Actor,
  intakeId: string,
  page: number,
  width: number,
): Promise<Buffer> {
  const { bytes } = await getOriginal(ctx, actor, intakeId);
  try {
    return Buffer.from(await renderInWorker(bytes, page, width));
  } catch (error) {
    if (error instanceof Unreadable) throw Refused.notFound(error.message);
    throw error;
  }
}
