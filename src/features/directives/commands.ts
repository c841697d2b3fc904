import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { type Given, standingOf } from '../../domain/directives/facts.ts';
import type { DirectiveKind, Party } from '../../domain/documents/reading.ts';
import { searchable } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { getDirective } from './get.ts';
import { factsOf, recordFact, refreshNow } from './record.ts';

export interface GivenByWord {
  words: string;
  leadUnitId: string;
  coordinatingUnitIds: readonly string[];
  product: string | null;
  deadline: Deadline;
  kind: DirectiveKind;
  givenOn: string;
}

/** Units by id as parties, with the name they bear on a day; refused where one is not of this agency. */
async function partiesOf(tx: Tx, agencyId: string, unitIds: readonly string[], on: string): Promise<Party[]> {
  if (unitIds.length === 0) return [];
  const rows = await tx
    .selectFrom('unit_name')
    .distinctOn('unit_id')
    .select(['unit_id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('unit_id', 'in', [...unitIds])
    .orderBy('unit_id')
    .orderBy((eb) => eb('from_day', '<=', on), 'desc')
    .orderBy('from_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return unitIds.map((unitId) => {
    const name = rows.find((row) => row.unit_id === unitId)?.name;
    if (name === undefined)
      throw Refused.invalid([
        { path: 'unit', message: 'Đơn vị này không có trong cơ quan. Chọn lại từ danh sách.' },
      ]);
    return { unitId, name };
  });
}

/** Gives a directive by word, without a document behind it. */
export async function giveByWord(ctx: Context, actor: Actor, input: GivenByWord) {
  const calendar = await ctx.calendar();
  const id = uuidv7();
  await command(
    ctx,
    actor,
    { action: 'directive.given', recordKind: 'directive', recordId: id },
    async (tx) => {
      const recordedAt = ctx.clock().toString();
      const [lead] = await partiesOf(tx, actor.agencyId, [input.leadUnitId], input.givenOn);
      const coordinating = await partiesOf(tx, actor.agencyId, input.coordinatingUnitIds, input.givenOn);
      await tx
        .insertInto('directive')
        .values({
          agency_id: actor.agencyId,
          id,
          document_id: null,
          ordinal: 1,
          spans: '[]',
          outline: '[]',
          words: input.words,
          action: input.words.split(/\s+/u).slice(0, 2).join(' ').toLocaleLowerCase('vi'),
          kind: input.kind,
          quantity: null,
          recorded_at: recordedAt,
          recorded_by: actor.personId,
          fold: searchable([input.words, input.product ?? '', lead?.name ?? ''].join(' ')),
        })
        .execute();
      await recordFact(tx, {
        agencyId: actor.agencyId,
        directiveId: id,
        happenedOn: input.givenOn,
        recordedAt,
        recordedBy: actor.personId,
        body: {
          kind: 'given',
          lead: lead ?? null,
          coordinating,
          deadline: input.deadline,
          product: input.product,
        },
      });
      await refreshNow(tx, actor.agencyId, [{ id, documentId: null, kind: input.kind }], calendar);
    },
  );
  return getDirective(ctx, actor, id);
}

export interface Correction {
  reason: string;
  leadUnitId?: string;
  coordinatingUnitIds?: readonly string[];
  product?: string | null;
  deadline?: Deadline;
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
  await command(
    ctx,
    actor,
    { action: 'directive.corrected', recordKind: 'directive', recordId: id, detail: correction },
    async (tx) => {
      const row = await tx
        .selectFrom('directive_now')
        .select(['version', 'document_id', 'kind'])
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
      const given: Given = {
        lead: correction.leadUnitId
          ? ((await partiesOf(tx, agencyId, [correction.leadUnitId], standing.givenOn))[0] ?? null)
          : standing.lead,
        coordinating: correction.coordinatingUnitIds
          ? await partiesOf(tx, agencyId, correction.coordinatingUnitIds, standing.givenOn)
          : standing.coordinating,
        product: correction.product === undefined ? standing.product : correction.product,
        deadline: correction.deadline ?? standing.deadline,
      };
      await recordFact(tx, {
        agencyId,
        directiveId: id,
        happenedOn: standing.givenOn,
        recordedAt: ctx.clock().toString(),
        recordedBy: actor.personId,
        body: { kind: 'corrected', supersedes: last.id, reason: correction.reason, given },
      });
      await refreshNow(tx, agencyId, [{ id, documentId: row.document_id, kind: row.kind }], calendar);
    },
  );
  return getDirective(ctx, actor, id);
}
