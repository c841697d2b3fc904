import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Given } from '../../domain/directives/facts.ts';
import type { Origin } from '../../domain/directives/filter.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { givesInNameOf } from './doer.ts';
import { changeDirective } from './get.ts';
import { insertDirectives } from './insert.ts';
import { partiesOf } from './parties.ts';
import { factsOf, idsOf, recordFact, refreshNow, writeNow } from './record.ts';

export interface GivenByWord {
  words: string;
  leadUnitId: string;
  coordinatingUnitIds: readonly string[];
  product: string | null;
  deadline: Deadline;
  kind: DirectiveKind;
  origin?: Exclude<Origin, 'document' | 'part' | 'occurrence'>;
  givenOn: string;
}

/** Gives a directive by word, at a meeting or on a finding, without a document behind it. */
export async function giveByWord(ctx: Context, actor: Actor, input: GivenByWord) {
  const calendar = await ctx.calendar();
  const act = { action: 'directive.given', recordKind: 'directive' };
  return changeDirective(ctx, actor, act, async (tx) => {
    const [lead] = await partiesOf(tx, ctx, actor.agencyId, [input.leadUnitId], input.givenOn);
    const coordinating = await partiesOf(tx, ctx, actor.agencyId, input.coordinatingUnitIds, input.givenOn);
    const { words, kind, givenOn, deadline, product, origin = 'word' } = input;
    const given = { lead: lead ?? null, coordinating, deadline, product };
    const told = await insertDirectives(tx, ctx, actor, [{ words, kind, origin, given, givenOn }]);
    const dueSettings = await keptDueSettings(tx, ctx, actor.agencyId);
    await writeNow(tx, actor.agencyId, told, { before: [], calendar, dueSettings });
    return { id: idsOf(told)[0] ?? '' };
  });
}

export interface Correction {
  reason: string;
  leadUnitId?: string;
  coordinatingUnitIds?: readonly string[];
  product?: string | null;
  deadline?: Deadline;
  /** Null gives it back to the field of its unit. */
  field?: string | null;
}

/**
 * Puts a mistake of the register right by a new fact with its reason; what was recorded first stays readable.
 * Refused with what stands now when `expectedVersion` has passed.
 */
export async function correct(
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion: number,
  correction: Correction,
) {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  return changeDirective(
    ctx,
    actor,
    { action: 'directive.corrected', recordKind: 'directive', recordId: id, detail: correction },
    async (tx) => {
      const row = await tx
        .selectFrom('directive_now')
        .select('version')
        .where('agency_id', '=', agencyId)
        .where('directive_id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw Refused.notFound();
      if (row.version !== expectedVersion) throw Refused.stale();
      const facts = (await factsOf(tx, agencyId, [id])).get(id) ?? [];
      const standing = standingOf(facts);
      const last = facts
        .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id))
        .at(-1);
      if (!standing || !last) throw Refused.notFound();
      const field = correction.field === undefined ? standing.field : correction.field;
      const given: Given = {
        lead: correction.leadUnitId
          ? ((await partiesOf(tx, ctx, agencyId, [correction.leadUnitId], standing.givenOn))[0] ?? null)
          : standing.lead,
        coordinating: correction.coordinatingUnitIds
          ? await partiesOf(tx, ctx, agencyId, correction.coordinatingUnitIds, standing.givenOn)
          : standing.coordinating,
        product: correction.product === undefined ? standing.product : correction.product,
        deadline: correction.deadline ?? standing.deadline,
        ...(standing.weight !== undefined && { weight: standing.weight }),
        ...(field && { field: field.normalize('NFC') }),
      };
      await recordFact(tx, {
        agencyId,
        directiveId: id,
        happenedOn: standing.givenOn,
        recordedAt: ctx.clock().toString(),
        recordedBy: actor.personId,
        inNameOf: await givesInNameOf(tx, actor, ctx.today().toString()),
        body: { kind: 'corrected', supersedes: last.id, reason: correction.reason, given },
      });
      await refreshNow(tx, agencyId, [id], calendar);
      return { id };
    },
  );
}
