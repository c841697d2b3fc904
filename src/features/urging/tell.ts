import { sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { type Reminder, remindersOn, type Urgeable } from '../../domain/urging/ladder.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { ladderOf, settingsOf } from '../settings/settings.ts';
import { sweepAgency } from '../sweep.ts';
import { peopleOn, recipientsFrom, type Told } from './recipients.ts';

type Candidate = Urgeable & { leadUnitId: string | null; assigneeId: string | null; due: string };

/** `isUrged` of domain/urging asked of the database, over `directive_now n`. */
export const urgedInSql = sql<boolean>`
  n.phase in ('given', 'received', 'returned') and not n.suspended and n.kind <> 'stop' and n.due is not null`;

async function candidates(tx: Tx, agencyId: string, dueBy: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select n.directive_id as id, n.kind, n.phase, n.suspended, n.due, n.given_on as "givenOn",
      n.lead_unit_id as "leadUnitId", n.assignee_id as "assigneeId"
    from directive_now n where n.agency_id = ${agencyId} and ${urgedInSql} and n.due <= ${dueBy}
    order by n.directive_id`.execute(tx);
  return rows;
}

/** The day each person was last told, by directive and person. */
async function lastTold(tx: Tx, agencyId: string): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<{ directiveId: string; personId: string; day: string }>`
    select t.directive_id as "directiveId", t.person_id as "personId", max(t.day) as day from urging_told t
    join directive_now n on n.agency_id = t.agency_id and n.directive_id = t.directive_id and ${urgedInSql}
    where t.agency_id = ${agencyId} group by 1, 2`.execute(tx);
  const byDirective = new Map<string, Map<string, string>>();
  for (const { directiveId, personId, day } of rows) {
    const byPerson = byDirective.get(directiveId) ?? new Map<string, string>();
    byDirective.set(directiveId, byPerson.set(personId, day));
  }
  return byDirective;
}

/** Reminders of one directive: who is told by an own post is told as themself, the others in whose stead they act. */
export function remindersTo(
  { own, inStead, inNameOf }: Told,
  on: (rungs: Told['own']) => Reminder[],
): (Reminder & { inNameOf: InNameOf | null })[] {
  const ours = on(own).map((one) => ({ ...one, inNameOf: null }));
  const told = new Set(ours.map(({ personId }) => personId));
  const lent = on(inStead).filter(({ personId }) => !told.has(personId));
  return [...ours, ...lent.map((one) => ({ ...one, inNameOf: inNameOf.get(one.personId) ?? null }))];
}

/**
 * Tells everybody of an agency what the ladder says is due today and was not told yet; each telling is a fact.
 * @returns how many were told; null where nothing was due
 */
export async function tellReminders(ctx: Context, agencyId: string): Promise<{ told: number } | null> {
  const calendar = await ctx.calendar();
  const today = ctx.today();
  const day = today.toString();
  const act = { action: 'urging.told', recordKind: 'urging' };
  return sweepAgency(ctx, agencyId, act, async (tx) => {
    const ladder = ladderOf(await settingsOf(tx, agencyId, day));
    const first = Math.min(0, ...ladder.person, ...ladder.head, ...ladder.director);
    const dueBy = calendar.addWorkingDays(today, 1 - first).toString();
    const recipients = recipientsFrom(await peopleOn(tx, agencyId, day));
    const told = await lastTold(tx, agencyId);
    const rows = (await candidates(tx, agencyId, dueBy)).flatMap((directive) =>
      remindersTo(recipients(directive), (rungs) =>
        remindersOn(directive, rungs, told.get(directive.id) ?? new Map(), ladder, { today: day, calendar }),
      ).map(({ personId, step, inNameOf }) => ({
        agency_id: agencyId,
        id: uuidv7(),
        directive_id: directive.id,
        person_id: personId,
        day,
        step,
        in_name_of: inNameOf && json(inNameOf),
        due: directive.due,
        recorded_at: ctx.clock().toString(),
      })),
    );
    if (rows.length === 0) return null;
    for (let at = 0; at < rows.length; at += 1000)
      await tx
        .insertInto('urging_told')
        .values(rows.slice(at, at + 1000))
        .execute();
    return { told: rows.length };
  });
}
