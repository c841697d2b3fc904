import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { periodWords, windowOf } from '../../domain/calendar/periods.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { contentOf, missingOf, type ReviewContent } from '../../domain/reviews/content.ts';
import type {
  ReviewFactBody,
  ReviewPeriod,
  ReviewSection,
  SectionWords,
} from '../../domain/reviews/facts.ts';
import { emptyPage, notComposed } from '../../domain/reviews/standing.ts';
import { faultIn } from '../../domain/reviews/words.ts';
import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { docxOf } from '../../writing/official/docx.ts';
import { pdfOf } from '../../writing/official/pdf.ts';
import { type Actor, type Context, command, commandThenRead, Refused } from '../context.ts';
import { tellChanged } from '../directives/tell.ts';
import { type openReview, type Review, reviewDocx, reviewPdf } from './contract.ts';
import { openingPolicy, pagePolicy, reviewPolicy } from './policy.ts';
import { pageFacts, presentReview, speakerOf } from './queries.ts';
import { findSnapshot, type KnownReview, knownReview, readRegister } from './read.ts';
import { reportOf } from './report.ts';

type Opening = z.output<NonNullable<(typeof openReview)['body']>>;

const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

async function record(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  reviewId: string,
  body: ReviewFactBody,
): Promise<void> {
  await tx
    .insertInto('review_fact')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      review_id: reviewId,
      happened_on: ctx.today().toString(),
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
      body: json(body),
    })
    .execute();
}

/** The period asked for, with its cut-off by law unless told. @throws Refused 400 */
function periodOf({ kind, year, n, from, to, cutOff }: Opening, today: string): ReviewPeriod {
  const found = windowAsked();
  if (found.from > today)
    throw wrong('n', `Kỳ này bắt đầu từ ${sayDay(found.from)}. Chọn một kỳ đã bắt đầu.`);
  if (cutOff !== undefined && (cutOff < found.from || cutOff > found.to))
    throw wrong('cutOff', `Ngày chốt phải trong kỳ, từ ${sayDay(found.from)} đến ${sayDay(found.to)}.`);
  return { ...found, cutOff: cutOff ?? found.to };

  function windowAsked(): Omit<ReviewPeriod, 'cutOff'> {
    if (kind === 'dates') {
      if (from === undefined || to === undefined || from > to)
        throw wrong('from', 'Chọn ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.');
      return { words: `từ ${sayDay(from)} đến ${sayDay(to)}`, from, to, ruleId: null };
    }
    if (year === undefined) throw wrong('year', 'Chọn năm của kỳ.');
    const period = { kind, year, n: n ?? 1 };
    try {
      const window = windowOf(period);
      const days = { from: window.from.toString(), to: window.to.toString() };
      return { words: periodWords(period), ...days, ruleId: window.ruleId };
    } catch (error) {
      if (error instanceof RangeError) throw wrong('year', error.message);
      throw error;
    }
  }
}

/** Opens the review of a period; of one period there may be several, as of its parts. @throws Refused 400 */
export async function openReviewOf(ctx: Context, actor: Actor, asked: Opening): Promise<{ id: string }> {
  const period = periodOf(asked, ctx.today().toString());
  const { unitsUntil } = asked;
  if (unitsUntil < period.cutOff)
    throw wrong('unitsUntil', `Hạn của các đơn vị phải từ ngày chốt ${sayDay(period.cutOff)} trở đi.`);
  openingPolicy.insist('open', actor, null);
  const about = { action: 'review.opened', recordKind: 'review', detail: { period, unitsUntil } };
  const opened = await command(ctx, actor, about, async (tx) => {
    const id = uuidv7();
    const stamp = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
    await tx
      .insertInto('review')
      .values({ agency_id: actor.agencyId, id, ...stamp })
      .execute();
    await record(tx, ctx, actor, id, { kind: 'opened', period, unitsUntil });
    return { id };
  });
  tellChanged(ctx, actor.agencyId);
  return opened;
}

/** Records a fact that `make` finds possible, and gives the review as it then stands. Of two at once the second waits. */
async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; detail?: unknown },
  make: (tx: Tx, known: KnownReview) => Promise<ReviewFactBody>,
): Promise<Review> {
  const calendar = await ctx.calendar();
  const { id, action, detail } = about;
  const review = await commandThenRead(
    ctx,
    actor,
    { action, recordKind: 'review', recordId: id, detail },
    async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`review ${actor.agencyId} ${id}`}, 0))`.execute(
        tx,
      );
      await record(tx, ctx, actor, id, await make(tx, await knownReview(tx, actor.agencyId, id)));
    },
    (tx) => presentReview(tx, ctx, actor, id, calendar),
  );
  tellChanged(ctx, actor.agencyId);
  return review;
}

/** @throws Refused 400 for words whose figures are none, in the place they stand */
function refuseFaults(path: (section: string) => string, words: SectionWords): void {
  const errors = Object.entries(words).flatMap(([section, one]) => {
    const message = faultIn(one);
    return message === null ? [] : [{ path: path(section), message }];
  });
  if (errors.length > 0) throw Refused.invalid(errors);
}

/** The unit of a review as the register names it now. @throws Refused 400 for one that has nothing in the period */
async function unitOf(tx: Tx, ctx: Context, actor: Actor, { standing }: KnownReview, unitId: string) {
  const { units } = await readRegister(tx, ctx, actor, standing.period, await ctx.calendar());
  const unit = units.find((one) => one.unitId === unitId);
  if (!unit) throw wrong('unitId', 'Đơn vị này không có nhiệm vụ trong kỳ. Chọn đơn vị trong danh sách.');
  return unit;
}

/** Keeps the words of a unit. @throws Refused 400, 403, 404, 409, 412 where somebody wrote meanwhile */
export async function writeWords(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { unitId, words }: { unitId: string; words: SectionWords },
): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.written', detail: { unitId } }, async (tx, known) => {
    const { standing } = known;
    const name = standing.signed ? '' : (await unitOf(tx, ctx, actor, known, unitId)).name;
    pagePolicy.insist('write', actor, pageFacts(standing, { unitId, name }, await speakerOf(tx, ctx, actor)));
    const page = standing.pages.get(unitId) ?? emptyPage;
    if (page.version !== version) throw Refused.stale({ version: page.version, words: page.words });
    refuseFaults((section) => `words.${section}`, words);
    return { kind: 'unit-words', unitId, words };
  });
}

/** A unit stands by its figures and words. @throws Refused 400, 403, 404, 409 */
export async function confirmPage(ctx: Context, actor: Actor, id: string, unitId: string): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.confirmed', detail: { unitId } }, async (tx, known) => {
    const { standing } = known;
    const name = standing.signed ? '' : (await unitOf(tx, ctx, actor, known, unitId)).name;
    pagePolicy.insist(
      'confirm',
      actor,
      pageFacts(standing, { unitId, name }, await speakerOf(tx, ctx, actor)),
    );
    return { kind: 'unit-confirmed', unitId };
  });
}

const reviewFacts = ({ standing }: KnownReview, ctx: Context) => ({
  signed: standing.signed !== null,
  cutOff: standing.period.cutOff,
  today: ctx.today().toString(),
});

/** Keeps what the office makes of a section. @throws Refused 400, 404, 409, 412 where somebody wrote meanwhile */
export async function compose(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { section, words }: { section: ReviewSection; words: string },
): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.composed', detail: { section } }, async (_, known) => {
    reviewPolicy.insist('compose', actor, reviewFacts(known, ctx));
    const now = known.standing.composed.get(section) ?? notComposed;
    if (now.version !== version) throw Refused.stale({ version: now.version, words: now.words });
    refuseFaults(() => 'words', { [section]: words });
    return { kind: 'composed', section, words };
  });
}

/** Signs and freezes a review. @throws Refused 400 where units are missing and no reason is given, 403, 404, 409 */
export async function sign(ctx: Context, actor: Actor, id: string, reason: string | null): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.signed', detail: { reason } }, async (tx, known) => {
    reviewPolicy.insist('sign', actor, reviewFacts(known, ctx));
    const { standing } = known;
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
    const sha256 = await keep(tx, ctx, actor, id, content);
    return { kind: 'signed', sha256, missing, reason: missing.length > 0 ? reason : null };
  });
}

/** Keeps what is signed, and the report as it is issued. @returns the SHA-256 of its canonical JSON */
async function keep(tx: Tx, ctx: Context, actor: Actor, id: string, content: ReviewContent): Promise<string> {
  const today = ctx.today().toString();
  const report = reportOf(content, { on: today, by: actor.name }, today);
  // Kept by their hash: bytes of a transaction that fails are found again by the next.
  const docx = await ctx.files.put(actor.agencyId, docxOf(report));
  const pdf = await ctx.files.put(actor.agencyId, await pdfOf(report));
  await recordFile(tx, actor.agencyId, docx, reviewDocx.raw?.contentType ?? '');
  await recordFile(tx, actor.agencyId, pdf, reviewPdf.raw?.contentType ?? '');
  const text = canonicalJson(content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await tx
    .insertInto('review_snapshot')
    .values({
      ...{ agency_id: actor.agencyId, review_id: id, content: text, sha256 },
      ...{ docx_hash: docx.hash, pdf_hash: pdf.hash },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
    })
    .execute();
  return sha256;
}

/** The report in a format: as it was issued, or a draft of it as it would be today. @throws Refused 404 */
export async function reportFile(
  ctx: Context,
  actor: Actor,
  id: string,
  format: 'docx' | 'pdf',
): Promise<{ name: string; bytes: Uint8Array }> {
  const calendar = await ctx.calendar();
  const { standing, snapshot, content } = await ctx.store.read(actor.scope, async (tx) => {
    const { standing } = await knownReview(tx, actor.agencyId, id);
    const snapshot = await findSnapshot(tx, actor.agencyId, id);
    const content =
      snapshot?.content ?? contentOf(standing, await readRegister(tx, ctx, actor, standing.period, calendar));
    return { standing, snapshot, content };
  });
  const name = `Báo cáo ${standing.period.words.replaceAll('/', '-')}${snapshot ? '' : ' (dự thảo)'}.${format}`;
  if (snapshot) {
    const hash = format === 'docx' ? snapshot.docxHash : snapshot.pdfHash;
    return { name, bytes: await ctx.files.read(actor.agencyId, hash) };
  }
  const report = reportOf(content, null, ctx.today().toString());
  return { name, bytes: format === 'docx' ? docxOf(report) : await pdfOf(report) };
}
