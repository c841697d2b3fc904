import type { z } from 'zod';
import { periodWords, windowOf } from '../../domain/calendar/periods.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { type ReviewPeriod, samePeriod } from '../../domain/reviews/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command } from '../context.ts';
import { tellChanged } from '../directives/tell.ts';
import { documentLabel } from '../documents/label.ts';
import { inLine, record, wrong } from './change.ts';
import type { openReview } from './contract.ts';
import { openingPolicy } from './policy.ts';
import { knownReviews } from './read.ts';

type Opening = z.input<NonNullable<(typeof openReview)['body']>>;

/** The days asked for, without their cut-off. @throws Refused 400 */
function windowAsked({ kind, year, n, from, to }: Opening): Omit<ReviewPeriod, 'cutOff'> {
  if (kind === 'dates' || kind === 'document') {
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

/** The carrying-out of a document from the day it was issued to the cut-off, today unless told. @throws Refused 400 */
async function sinceIssued(
  tx: Tx,
  actor: Actor,
  { documentId, cutOff }: Opening,
  today: string,
): Promise<ReviewPeriod> {
  if (documentId === undefined) throw wrong('documentId', 'Chọn quyết định hoặc thông báo cần sơ kết.');
  const found = await tx
    .selectFrom('document')
    .select(['kind', 'number', 'issued_on as date', 'registered_on as registeredOn', 'subject'])
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (!found) throw wrong('documentId', 'Không có văn bản này trong sổ. Chọn lại văn bản.');
  const from = found.date ?? found.registeredOn;
  const to = cutOff ?? today;
  if (to < from) throw wrong('cutOff', `Văn bản ban hành ${sayDay(from)}. Chọn ngày chốt từ ngày ấy trở đi.`);
  const label = documentLabel(found);
  const document = { id: documentId, label };
  return { words: `thực hiện ${label}`, from, to, cutOff: to, ruleId: null, document };
}

/** The period asked for, with its cut-off by law unless told. @throws Refused 400 */
async function periodOf(tx: Tx, actor: Actor, asked: Opening, today: string): Promise<ReviewPeriod> {
  if (asked.kind === 'document') return sinceIssued(tx, actor, asked, today);
  const { cutOff } = asked;
  const found = windowAsked(asked);
  if (found.from > today)
    throw wrong('n', `Kỳ này bắt đầu từ ${sayDay(found.from)}. Chọn một kỳ đã bắt đầu.`);
  if (cutOff !== undefined && (cutOff < found.from || cutOff > found.to))
    throw wrong('cutOff', `Ngày chốt phải trong kỳ, từ ${sayDay(found.from)} đến ${sayDay(found.to)}.`);
  return { ...found, cutOff: cutOff ?? found.to };
}

/** @throws Refused 400 naming the first where a review of the same period is there and a second was not asked for */
async function refuseSecond(tx: Tx, actor: Actor, period: ReviewPeriod): Promise<void> {
  await inLine(tx, `reviews ${actor.agencyId}`);
  const known = await knownReviews(tx, actor.agencyId);
  const first = known.findLast(({ standing }) => samePeriod(standing.period, period));
  if (!first) return;
  const { opened, signed } = first.standing;
  const stands = signed ? `đã ký ${sayDay(signed.on)}` : 'đang làm';
  throw wrong(
    'again',
    `Kỳ này ${opened.by} đã mở ngày ${sayDay(opened.on)}, ${stands}. Dùng kỳ ấy, hoặc đánh dấu «Vẫn mở thêm một kỳ» nếu cần kỳ thứ hai.`,
  );
}

/** Opens the review of a period or of a document's carrying-out. @throws Refused 400 */
export async function openReviewOf(ctx: Context, actor: Actor, asked: Opening): Promise<{ id: string }> {
  openingPolicy.insist('open', actor, null);
  const { unitsUntil, again = false, kind } = asked;
  const about = { action: 'review.opened', recordKind: 'review', detail: { kind, unitsUntil } };
  const opened = await command(ctx, actor, about, async (tx) => {
    const period = await periodOf(tx, actor, asked, ctx.today().toString());
    if (unitsUntil < period.cutOff)
      throw wrong('unitsUntil', `Hạn của các đơn vị phải từ ngày chốt ${sayDay(period.cutOff)} trở đi.`);
    if (!again) await refuseSecond(tx, actor, period);
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
