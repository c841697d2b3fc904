import { originOfDocument } from '../../domain/documents/origin.ts';
import { isOpenQuestion, type LineFields } from '../../domain/intake/line.ts';
import type { Line } from '../../domain/intake/review.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command } from '../context.ts';
import { insertDirectives, type NewDirective } from '../directives/insert.ts';
import { writeNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import { enterInBook } from '../documents/register.ts';
import { learnAlias } from '../organisation/aliases.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { topicOf } from './begin.ts';
import { intakePolicy } from './policy.ts';
import { factsOf } from './rows.ts';
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
      const { record, review } = await lockReview(tx, actor, intakeId, today);
      const kept = review.lines.filter((line) => line.present && line.fields.mark !== 'dropped');
      const open = kept.filter((line) => isOpenQuestion(line.fields));
      intakePolicy.insist('confirm', actor, factsOf(record, open.length), {
        lineIds: open.map(({ id }) => id),
      });
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
      const told = await insertDirectives(
        tx,
        ctx,
        actor,
        kept.map((line, index) => ({
          ...newDirective(line, document.id, index + 1, head.date ?? today),
          origin: originOfDocument(head),
        })),
      );
      const dueSettings = await keptDueSettings(tx, ctx, agencyId);
      await writeNow(tx, agencyId, told, { before: [], calendar, dueSettings });
      await learnNames(tx, ctx, actor, review.reading.directives, kept);
      return { documentId: document.id, bookNumber: document.bookNumber, directives: told.length };
    },
  );
  ctx.live.tell(topicOf(agencyId, intakeId), { event: 'state' });
  tellChanged(ctx, agencyId);
  return done;
}

function newDirective(
  { fields, readAs }: Line,
  documentId: string,
  ordinal: number,
  givenOn: string,
): Omit<NewDirective, 'origin'> {
  const { words, kind, spans, quantity, lead, coordinating, deadline, product } = fields;
  return {
    words,
    kind,
    given: { lead, coordinating, deadline, product },
    givenOn,
    action: readAs.action,
    documentId,
    ordinal,
    spans,
    outline: readAs.outline,
    quantity,
  };
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
