import { isOpenQuestion, type LineFields } from '../../domain/intake/line.ts';
import type { Line } from '../../domain/intake/review.ts';
import { searchable } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { recordFact, refreshNow } from '../directives/record.ts';
import { enterInBook } from '../documents/register.ts';
import { learnAlias } from '../organisation/aliases.ts';
import { topicOf } from './begin.ts';
import { lockReview } from './working-copy.ts';

/**
 * Puts a reviewed document and its directives into the register, in one transaction: a number of the book, a
 * directive for each line kept, its `given` fact dated by the document, and the names people corrected learned.
 * Refused while a line still misses who leads or by when; the refusal names how many.
 */
export async function confirmReview(ctx: Context, actor: Actor, intakeId: string, direction: 'in' | 'out') {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const done = await command(
    ctx,
    actor,
    { action: 'intake.confirmed', recordKind: 'intake', recordId: intakeId },
    async (tx) => {
      const { record, review } = await lockReview(tx, agencyId, intakeId, today);
      const kept = review.lines.filter((line) => line.present && line.fields.mark !== 'dropped');
      const open = kept.filter((line) => isOpenQuestion(line.fields));
      if (open.length > 0) {
        throw Refused.conflict(
          `Còn ${open.length} nhiệm vụ chưa rõ đơn vị chủ trì hoặc thời hạn. Điền hoặc ghi «không có» rồi đưa vào sổ.`,
          {
            lineIds: open.map((line) => line.id),
          },
        );
      }
      const { head } = review;
      const document = await enterInBook(tx, {
        agencyId,
        direction,
        intakeId,
        readingId: review.readingId,
        kind: head.kind === 'news' ? null : head.kind,
        number: head.number,
        date: head.date,
        issuer: head.issuer,
        subject: head.subject?.trim() || record.name,
        registeredOn: today,
        recordedAt: ctx.clock().toString(),
        recordedBy: actor.personId,
      });
      const directives = kept.map((line) => ({
        id: uuidv7(),
        documentId: document.id,
        kind: line.fields.kind,
        line,
      }));
      await giveAll(tx, ctx, actor, directives, head.date ?? today);
      await refreshNow(tx, agencyId, directives, calendar);
      await learnNames(tx, ctx, actor, review.reading.directives, kept);
      return { documentId: document.id, bookNumber: document.bookNumber, directives: directives.length };
    },
  );
  ctx.live.tell(topicOf(agencyId, intakeId), { event: 'state' });
  return done;
}

async function giveAll(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  directives: readonly { id: string; documentId: string; line: Line }[],
  givenOn: string,
): Promise<void> {
  if (directives.length === 0) return;
  const recordedAt = ctx.clock().toString();
  await tx
    .insertInto('directive')
    .values(
      directives.map(({ id, documentId, line: { fields, readAs } }, index) => ({
        agency_id: actor.agencyId,
        id,
        document_id: documentId,
        ordinal: index + 1,
        spans: JSON.stringify(fields.spans),
        outline: JSON.stringify(readAs.outline),
        words: fields.words,
        action: readAs.action,
        kind: fields.kind,
        quantity: fields.quantity === null ? null : JSON.stringify(fields.quantity),
        recorded_at: recordedAt,
        recorded_by: actor.personId,
        fold: searchable([fields.words, fields.product ?? '', fields.lead?.name ?? ''].join(' ')),
      })),
    )
    .execute();
  for (const { id, line } of directives) {
    const { lead, coordinating, deadline, product } = line.fields;
    await recordFact(tx, {
      agencyId: actor.agencyId,
      directiveId: id,
      happenedOn: givenOn,
      recordedAt,
      recordedBy: actor.personId,
      body: { kind: 'given', lead, coordinating, deadline, product },
    });
  }
}

/**
 * A name the reader did not know and a person gave a unit becomes an alias of that unit: the next document that
 * prints it is read right by itself.
 */
async function learnNames(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  read: readonly { span: [number, number]; lead: LineFields['lead'] }[],
  kept: readonly Line[],
): Promise<void> {
  const learned = new Map<string, { unitId: string; alias: string }>();
  for (const { fields } of kept) {
    const unitId = fields.lead?.unitId;
    const start = fields.spans[0]?.[0];
    const asRead = read.find((directive) => directive.span[0] === start)?.lead;
    if (!unitId || !asRead || asRead.unitId === unitId || asRead.inferred || !fields.lead) continue;
    if (asRead.unitId === undefined) learned.set(`${unitId} ${asRead.name}`, { unitId, alias: asRead.name });
  }
  for (const { unitId, alias } of learned.values()) await learnAlias(tx, ctx, actor, unitId, alias);
}
