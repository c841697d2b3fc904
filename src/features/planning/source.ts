import { numberIn } from '../../domain/documents/number.ts';
import type { SourceNamed } from '../../domain/targets/facts.ts';
import type { Tx } from '../../storage/store.ts';

/** A document as written, tied to the register where exactly one of that number stands in it. */
export async function sourceNamed(tx: Tx, agencyId: string, words: string): Promise<SourceNamed> {
  const number = numberIn(words);
  if (number === null) return { words, documentId: null };
  const found = await tx
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .limit(2)
    .execute();
  return { words, documentId: found.length === 1 ? (found[0]?.id ?? null) : null };
}
