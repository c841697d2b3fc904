import { bindingFacts, type DirectiveFact } from './facts.ts';

const endsWaiting = new Set(['submitted', 'accepted', 'transferred']);

/**
 * Since which day the work has waited for the unit it waits for now: the first of the reports in a row that name
 * it. ISO; null where it waits for none.
 */
export function waitingSince(facts: readonly DirectiveFact[]): string | null {
  let unitId: string | undefined;
  let since: string | null = null;
  for (const { body, happenedOn } of bindingFacts(facts)) {
    if (body.kind !== 'progressed' && !endsWaiting.has(body.kind)) continue;
    const named = body.kind === 'progressed' ? body.obstacle?.waitingFor?.unitId : undefined;
    if (named !== unitId) since = named === undefined ? null : happenedOn;
    unitId = named;
  }
  return since;
}
