import { type RawBuilder, sql } from 'kysely';
import { type Actor, Refused } from '../context.ts';
import type { ActingPartner } from '../session/partner.ts';

/** The host or investigator in whose name the actor is here: its id belongs into every query. @throws Refused 404 */
export function partnerOfActor({ partner }: Actor): ActingPartner {
  if (!partner) throw Refused.notFound();
  return partner;
}

/** Rows of `dossier d` that are the partner's: they are the whole organisation's, and none of an account for one investigator. */
export function isOwnDossier(actor: Actor): RawBuilder<unknown> {
  const { id, investigator } = partnerOfActor(actor);
  return investigator ? sql`false` : sql`d.partner_id = ${id}`;
}
