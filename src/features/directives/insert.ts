import type { Span } from '../../domain/deadlines/deadline.ts';
import type { DirectiveFact, Given, InNameOf } from '../../domain/directives/facts.ts';
import type { Origin } from '../../domain/directives/filter.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { searchableWords } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import { send, type Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { givesInNameOf } from './doer.ts';
import type { Told } from './record.ts';

/** A directive to be put in the register: what no fact changes, and what it is first given with. */
export interface NewDirective {
  words: string;
  kind: DirectiveKind;
  origin: Origin;
  given: Given;
  givenOn: string;
  /** Main verb; the first two words unless told. */
  action?: string;
  documentId?: string;
  /** Its place among those of the document. */
  ordinal?: number;
  spans?: Span[];
  outline?: string[];
  quantity?: { value: number; unit: string | null } | null;
  parentId?: string;
  /** In whose stead it is given; unless told, whoever the actor's right to give comes from. */
  inNameOf?: InNameOf | null;
  /** The day a recurring duty falls due, ISO. */
  occurrenceOn?: string;
}

/** The main verb of a directive, unless told: its first two words. */
export const firstWords = (words: string) => words.split(/\s+/u, 2).join(' ').toLocaleLowerCase('vi');

/** Puts directives in the register with the fact that gave them; `writeNow` or `refreshNow` must follow in the same transaction. */
export async function insertDirectives(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  directives: readonly NewDirective[],
): Promise<Told[]> {
  if (directives.length === 0) return [];
  const recordedAt = ctx.clock().toString();
  const stamp = { agency_id: actor.agencyId, recorded_at: recordedAt, recorded_by: actor.personId };
  const ids = directives.map(() => uuidv7());
  const giver = await givesInNameOf(tx, actor, ctx.today().toString());
  const given = directives.map(
    ({ given, givenOn, inNameOf = giver }): DirectiveFact => ({
      id: uuidv7(),
      happenedOn: givenOn,
      recordedAt,
      by: '',
      byId: actor.personId,
      inNameOf,
      body: { kind: 'given', ...given },
    }),
  );
  const rows = tx.insertInto('directive').values(
    directives.map((one, index) => ({
      ...stamp,
      id: ids[index] ?? '',
      document_id: one.documentId ?? null,
      ordinal: one.ordinal ?? 1,
      spans: json(one.spans ?? []),
      outline: json(one.outline ?? []),
      words: one.words,
      action: one.action ?? firstWords(one.words),
      kind: one.kind,
      quantity: one.quantity ? json(one.quantity) : null,
      parent_id: one.parentId ?? null,
      occurrence_on: one.occurrenceOn ?? null,
      origin: one.origin,
      fold: searchableWords([one.words, one.given.product ?? '', one.given.lead?.name ?? ''].join(' ')),
    })),
  );
  const facts = tx.insertInto('directive_fact').values(
    given.map(({ id, happenedOn, inNameOf, body }, index) => ({
      ...stamp,
      id,
      directive_id: ids[index] ?? '',
      happened_on: happenedOn,
      in_name_of: inNameOf ? json(inNameOf) : null,
      body: json(body),
    })),
  );
  await send(tx, rows);
  await send(tx, facts);
  return directives.map(({ documentId = null, kind, parentId = null, origin }, index) => ({
    fixed: { directive_id: ids[index] ?? '', document_id: documentId, kind, parent_id: parentId, origin },
    facts: given.slice(index, index + 1),
  }));
}
