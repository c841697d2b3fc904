import { type Actor, Refused } from '../context.ts';
import type { ActingPartner } from '../session/partner.ts';

/** The host or investigator in whose name the actor is here: its id belongs into every query. @throws Refused 404 */
export function partnerOfActor({ partner }: Actor): ActingPartner {
  if (!partner) throw Refused.notFound();
  return partner;
}
