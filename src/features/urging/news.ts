import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Tx } from '../../storage/store.ts';
import type { DigestLine } from '../../writing/digest.ts';
import type { People, recipientsFrom, Told } from './recipients.ts';

/** Something that happened and that a person hears of in the next letter, once. */
export interface News {
  /** The facts the line tells of. */
  factIds: string[];
  personId: string;
  /** The directive it is about, which then needs no reminder in the same letter; null for anything else. */
  directiveId: string | null;
  line: DigestLine;
}

/** What news of a day is found by. */
export interface NewsDay {
  agencyId: string;
  /** ISO days; what was recorded before `since` is told no more. */
  today: string;
  since: string;
  calendar: Calendar;
  url: string;
  people: People;
  recipients: ReturnType<typeof recipientsFrom>;
}

/** Everybody on a rung, with in whose stead: by a post of their own as themself. */
export function everybodyOn(
  { own, inStead, inNameOf }: Told,
  rung: keyof Told['own'],
): { personId: string; inNameOf: InNameOf | null }[] {
  const lent = inStead[rung].filter((personId) => !own[rung].includes(personId));
  return [
    ...own[rung].map((personId) => ({ personId, inNameOf: null })),
    ...lent.map((personId) => ({ personId, inNameOf: inNameOf.get(personId) ?? null })),
  ];
}

/** News as letters have not told it yet: of each piece what the person has not heard. */
export async function untold(tx: Tx, agencyId: string, news: readonly News[]): Promise<News[]> {
  const factIds = [...new Set(news.flatMap((one) => one.factIds))];
  if (factIds.length === 0) return [];
  const { rows } = await sql<{ factId: string; personId: string }>`
    select fact_id as "factId", person_id as "personId" from letter_news
    where agency_id = ${agencyId} and fact_id = any(${factIds}::uuid[])`.execute(tx);
  const heard = new Set(rows.map(({ factId, personId }) => `${factId} ${personId}`));
  return news
    .map((one) => ({ ...one, factIds: one.factIds.filter((id) => !heard.has(`${id} ${one.personId}`)) }))
    .filter((one) => one.factIds.length > 0);
}
