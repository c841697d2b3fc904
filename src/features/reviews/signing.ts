import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical.ts';
import { contentOf, missingOf, type ReviewContent } from '../../domain/reviews/content.ts';
import { reviewSubject } from '../../domain/reviews/facts.ts';
import { recordFile } from '../../storage/files.ts';
import type { Tx } from '../../storage/store.ts';
import type { Signature } from '../../writing/official/document.ts';
import { pdfOf } from '../../writing/official/pdf.ts';
import type { Actor, Context } from '../context.ts';
import { enterInBook, madeInPlace } from '../documents/register.ts';
import { change, wrong } from './change.ts';
import { type Review, reviewDocx, reviewPdf } from './contract.ts';
import { reviewPolicy } from './policy.ts';
import { readRegister } from './read.ts';
import { type Issue, reportOf } from './report.ts';
import { reportWord } from './report-word.ts';
import { ownSignature, reviewFacts } from './signer.ts';

/** Signs and freezes a review. @throws Refused 400 where units are missing and no reason is given, 403, 404, 409 */
export async function sign(ctx: Context, actor: Actor, id: string, reason: string | null): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.signed', detail: { reason } }, async (tx, known) => {
    reviewPolicy.insist('sign', actor, await reviewFacts(tx, ctx, actor, known));
    const { standing } = known;
    const signature = await ownSignature(tx, ctx, actor);
    if (!signature) throw new Error('The policy lets sign who has no line');
    const content = contentOf(
      standing,
      await readRegister(tx, ctx, actor, standing.period, await ctx.calendar()),
    );
    const missing = content.units
      .filter((unit) => missingOf(unit).length > 0)
      .map(({ unitId, name }) => ({ unitId, name }));
    if (missing.length > 0 && !reason)
      throw wrong(
        'reason',
        `Chưa xác nhận: ${missing.map(({ name }) => name).join(', ')}. Nêu lý do chấp nhận để ký, hoặc đợi các đơn vị.`,
      );
    const version = standing.versions.length + 1;
    const { lines } = signature;
    const { sha256, ...issued } = await keep(tx, ctx, actor, { id, version, content, signature });
    const accepted = missing.length > 0 ? reason : null;
    return { kind: 'signed', sha256, missing, reason: accepted, lines, issued };
  });
}

interface Kept {
  id: string;
  version: number;
  content: ReviewContent;
  signature: Signature;
}

/** Enters the report in the outgoing book and keeps it as it is issued; with the SHA-256 of the canonical JSON of what it says. */
async function keep(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { id, version, content, signature }: Kept,
): Promise<{ sha256: string; documentId: string; number: string | null }> {
  const today = ctx.today().toString();
  const entry = {
    ...({ agencyId: actor.agencyId, direction: 'out', kind: 'BC', number: null } as const),
    registeredOn: today,
  };
  // Kept by their hash: bytes of a transaction that fails are found again by the next.
  const put = (bytes: Uint8Array) => ctx.files.put(actor.agencyId, bytes);
  const { taken, made } = await madeInPlace(tx, entry, async (issued) => {
    const when: Issue = { today, issued };
    return {
      docx: await put(await reportWord(tx, ctx, actor, { content, signature }, when)),
      pdf: await put(await pdfOf(reportOf(content, signature, when))),
    };
  });
  const { docx, pdf } = made;
  await recordFile(tx, actor.agencyId, docx, reviewDocx.raw?.contentType ?? '');
  await recordFile(tx, actor.agencyId, pdf, reviewPdf.raw?.contentType ?? '');
  const text = canonicalJson(content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await tx
    .insertInto('review_snapshot')
    .values({
      ...{ agency_id: actor.agencyId, review_id: id, version, content: text, sha256 },
      ...{ docx_hash: docx.hash, pdf_hash: pdf.hash },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
    })
    .execute();
  const { id: documentId, number } = await enterInBook(
    tx,
    {
      ...{ ...entry, date: today, issuer: content.agency.name, subject: reviewSubject(content.period) },
      ...{ intakeId: null, readingId: null, recordedAt: ctx.clock().toString() },
      recordedBy: actor.personId,
    },
    taken,
  );
  return { sha256, documentId, number };
}

/** Opens a signed review again; the version signed stays as it was. @throws Refused 403, 404, 409 */
export async function reopen(ctx: Context, actor: Actor, id: string, reason: string): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.reopened', detail: { reason } }, async (tx, known) => {
    reviewPolicy.insist('reopen', actor, await reviewFacts(tx, ctx, actor, known));
    return { kind: 'reopened', reason };
  });
}
