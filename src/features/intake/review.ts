import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DueSettings } from '../../domain/calendar/due.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { doubtsOf, type LineFields } from '../../domain/intake/line.ts';
import {
  afterOf,
  type Changes,
  decideEdit,
  decideUndo,
  type Outcome,
  type ReviewEdit,
} from '../../domain/intake/review.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { topicOf } from './begin.ts';
import type { EditResult, Review, ReviewLine } from './contract.ts';
import type { ReadingDesk } from './desk.ts';
import { intakePolicy } from './policy.ts';
import { countLines, factsOf, findIntake, presentIntake } from './rows.ts';
import { findReview, lockReview, type StoredLine, type StoredReview } from './working-copy.ts';

/** A line as the screen needs it: what is doubtful, and the last day in time by the agency's calendar. */
function presentLine(line: StoredLine, calendar: Calendar, settings: DueSettings): ReviewLine {
  const { fields, readAs } = line;
  return {
    ...fields,
    ...readAs,
    id: line.id,
    position: line.position,
    doubts: doubtsOf(fields, readAs),
    lastDay: dueDayOf(fields.deadline, calendar, settings),
    version: line.version,
    changedBy: line.changedBy,
  };
}

/** The review of one intake with everything the screen shows; `review` is null until the document has been read. */
export async function getReview(ctx: Context, actor: Actor, desk: ReadingDesk, intakeId: string) {
  const calendar = await ctx.calendar();
  const found = await ctx.store.read(actor.scope, async (tx) => {
    const record = await findIntake(tx, actor.agencyId, intakeId);
    return (
      record && { record, review: await findReview(tx, actor.agencyId, intakeId, ctx.today().toString()) }
    );
  });
  if (!found) throw Refused.notFound();
  const present = found.review?.lines.filter((line) => line.present) ?? [];
  const intake = presentIntake(actor, found.record, countLines(present), desk.progressOf(intakeId));
  if (!found.review) return { intake, review: null };
  const { reading, dueSettings } = found.review;
  const lines = present.map((line) => presentLine(line, calendar, dueSettings));
  const review: Review = {
    intake,
    head: { ...found.review.head, version: found.review.headVersion },
    text: reading.text,
    source: reading.source,
    places: reading.places ?? [],
    lines,
    citations: reading.citations,
    figures: reading.figures,
    warnings: reading.warnings,
    present: ctx.live.present(topicOf(actor.agencyId, intakeId)),
    savedAt: found.review.savedAt,
  };
  return { intake, review };
}

/**
 * Saves one act of a clerk at once. Stale versions are refused with what stands now (409), so that the screen can
 * show both; everybody who has the review open is told.
 */
export async function editReview(
  ctx: Context,
  actor: Actor,
  intakeId: string,
  edit: ReviewEdit,
): Promise<EditResult> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const calendar = await ctx.calendar();
  const { record, result } = await command(
    ctx,
    actor,
    { action: `review.${edit.act}`, recordKind: 'intake', recordId: intakeId, detail: edit },
    async (tx) => {
      const { record, review: state } = await lockReview(tx, actor, intakeId, today);
      if (edit.act === 'change') await refuseForeignUnits(tx, agencyId, edit.fields);
      const latest = edit.act === 'undo' ? await latestAct(tx, actor, intakeId) : undefined;
      const outcome: Outcome =
        edit.act === 'undo'
          ? latest
            ? decideUndo(state, latest.before, latest.after)
            : { refused: 'Không còn gì để hoàn tác trong văn bản này.' }
          : decideEdit(state, edit, uuidv7());
      if ('refused' in outcome) throw Refused.conflict(outcome.refused);
      if ('stale' in outcome) throw staleEdit(state, outcome.stale.lineId, calendar);
      const now = ctx.clock().toString();
      await store(tx, actor, intakeId, state, outcome.changes, now);
      await remember(tx, actor, intakeId, edit.act, outcome.changes, latest?.id ?? null, now);
      return { record, result: (await findReview(tx, agencyId, intakeId, today)) ?? state };
    },
  );
  const present = result.lines.filter((line) => line.present);
  const reply: EditResult = {
    head: { ...result.head, version: result.headVersion },
    lines: present.map((line) => presentLine(line, calendar, result.dueSettings)),
    savedAt: result.savedAt,
    abilities: intakePolicy.abilitiesOf(
      actor,
      factsOf({ ...record, head: result.head }, countLines(present).questions),
    ),
  };
  ctx.live.tell(topicOf(agencyId, intakeId), { event: 'review', by: actor.userId });
  return reply;
}

/** Units are chosen from the agency's own list; an id of another agency is as unknown as one that does not exist. */
async function refuseForeignUnits(tx: Tx, agencyId: string, fields: Partial<LineFields>): Promise<void> {
  const named = [fields.lead, ...(fields.coordinating ?? [])].flatMap((party) => party?.unitId ?? []);
  if (named.length === 0) return;
  const known = await tx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', named)
    .execute();
  if (known.length < new Set(named).size) {
    throw Refused.invalid([
      { path: 'fields.lead', message: 'Đơn vị này không có trong cơ quan. Chọn lại từ danh sách.' },
    ]);
  }
}

function staleEdit(state: StoredReview, lineId: string | undefined, calendar: Calendar): Refused {
  const line = state.lines.find((one) => one.id === lineId);
  const who = line?.changedBy ?? 'Người khác';
  return Refused.conflict(
    `${who} vừa sửa chỗ này. Hai bản được hiện cạnh nhau để anh/chị chọn; chưa có gì bị mất.`,
    line ? presentLine(line, calendar, state.dueSettings) : { ...state.head, version: state.headVersion },
  );
}

async function store(
  tx: Tx,
  actor: Actor,
  intakeId: string,
  state: StoredReview,
  changes: Changes,
  now: string,
): Promise<void> {
  const { agencyId } = actor;
  const stamp = { changed_at: now, changed_by: actor.personId };
  if (changes.head) {
    await tx
      .updateTable('review_head')
      .set({ head: JSON.stringify(changes.head), version: state.headVersion + 1, ...stamp })
      .where('agency_id', '=', agencyId)
      .where('intake_id', '=', intakeId)
      .execute();
  }
  for (const line of changes.lines) {
    const values = {
      fields: JSON.stringify(line.fields),
      position: line.position,
      present: line.present,
      version: line.version,
      ...stamp,
    };
    if (line.version === 1) {
      await tx
        .insertInto('review_line')
        .values({
          agency_id: agencyId,
          intake_id: intakeId,
          id: line.id,
          read_as: JSON.stringify(line.readAs),
          ...values,
        })
        .execute();
    } else {
      await tx
        .updateTable('review_line')
        .set(values)
        .where('agency_id', '=', agencyId)
        .where('intake_id', '=', intakeId)
        .where('id', '=', line.id)
        .execute();
    }
  }
}

async function remember(
  tx: Tx,
  actor: Actor,
  intakeId: string,
  act: string,
  changes: Changes,
  undoes: string | null,
  now: string,
): Promise<void> {
  await tx
    .insertInto('review_act')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      intake_id: intakeId,
      act,
      before: JSON.stringify(changes.before),
      after: JSON.stringify(afterOf(changes)),
      undoes,
      recorded_at: now,
      recorded_by: actor.personId,
    })
    .execute();
}

/** The latest act of this person on this review that is neither an undo nor already undone. */
async function latestAct(tx: Tx, actor: Actor, intakeId: string) {
  return tx
    .selectFrom('review_act as a')
    .select(['a.id', 'a.before', 'a.after'])
    .where('a.agency_id', '=', actor.agencyId)
    .where('a.intake_id', '=', intakeId)
    .where('a.recorded_by', '=', actor.personId)
    .where('a.undoes', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_act as u')
            .select('u.id')
            .whereRef('u.agency_id', '=', 'a.agency_id')
            .whereRef('u.undoes', '=', 'a.id'),
        ),
      ),
    )
    .orderBy('a.recorded_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
