import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { sayMissing } from '../../domain/reviews/content.ts';
import { type Ladder, remindersOn, type Urgeable } from '../../domain/urging/ladder.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { DigestLine } from '../../writing/digest.ts';
import { answersAwaited } from '../conferences/owed.ts';
import type { Actor, Context } from '../context.ts';
import { opinionsAwaited } from '../drafts/owed.ts';
import { followedUnits } from '../organisation/followed.ts';
import type { OwingUnit, Waiting } from '../planning/owed.ts';
import { unitsSpokenFor } from '../planning/spoken.ts';
import { pagesAwaited } from '../reviews/missing.ts';
import { ladderOf, settingsOf } from '../settings/settings.ts';
import { sweepAgency } from '../sweep.ts';
import type { Owed } from './contract.ts';
import { peopleOn, recipientsFrom } from './recipients.ts';
import { sayAbsent, stillStandsIn } from './stand-ins.ts';
import { remindersTo } from './tell.ts';

/** Everything units owe on a day beside their directives. */
async function waitingOn(tx: Tx, ctx: Context, agencyId: string, calendar: Calendar): Promise<Waiting[]> {
  const today = ctx.today().toString();
  const at = { today, calendar, followed: await followedUnits(tx, agencyId) };
  return [
    ...(await pagesAwaited(tx, ctx, agencyId, at)),
    ...(await answersAwaited(tx, agencyId, at)),
    ...(await opinionsAwaited(tx, agencyId, at)),
  ];
}

/** What the units the actor speaks for owe, the nearest deadline first. */
export async function listOwedOf(ctx: Context, actor: Actor): Promise<{ items: Owed[] }> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  return ctx.store.read(actor.scope, async (tx) => {
    const spoken = await unitsSpokenFor(tx, actor, today);
    if (spoken.size === 0) return { items: [] };
    const items: Owed[] = [];
    for (const { whose, since, facts, ...waiting } of await waitingOn(tx, ctx, actor.agencyId, calendar)) {
      const late = lateness(waiting.due, today, calendar);
      for (const unit of await whose())
        if (spoken.has(unit.unitId))
          items.push({ ...waiting, ...unit, lateness: late.words, late: lateOf(late, false) });
    }
    return { items: items.toSorted((a, b) => a.due.localeCompare(b.due)) };
  });
}

interface Told {
  owedId: string;
  unitId: string;
  personId: string;
  day: string;
}

async function toldOf(tx: Tx, agencyId: string, owedIds: readonly string[]): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told>`
    select owed_id as "owedId", unit_id as "unitId", person_id as "personId", day from owed_told
    where agency_id = ${agencyId} and owed_id = any(${[...owedIds]}::uuid[]) order by day`.execute(tx);
  return Map.groupBy(rows, ({ owedId }) => owedId);
}

/** The last day of the ladder that has come; undefined where none has since it was owed. */
function lastRung({ due, since }: Waiting, ladder: Ladder, today: string, calendar: Calendar) {
  const lastDay = Temporal.PlainDate.from(due);
  return [...ladder.person, ...ladder.head, ...ladder.director]
    .map((step) => calendar.addWorkingDays(lastDay, step).toString())
    .filter((on) => on <= today && on >= since)
    .reduce<string | undefined>((last, on) => (last !== undefined && last > on ? last : on), undefined);
}

/**
 * When who owes something was last asked in vain, by what is owed: for a review the whole register is read, which need
 * not be again before something happens to it or a new day comes.
 */
const askedInVain = new Map<string, string>();
const momentOf = ({ facts }: Waiting, today: string) => `${today} ${facts}`;

/** What a rung of the ladder has come for that nobody was told of yet. */
async function dueNow(tx: Tx, ctx: Context, agencyId: string, calendar: Calendar) {
  const today = ctx.today().toString();
  const ladder = ladderOf(await settingsOf(tx, agencyId, today));
  const waiting = await waitingOn(tx, ctx, agencyId, calendar);
  const told = await toldOf(
    tx,
    agencyId,
    waiting.map(({ owedId }) => owedId),
  );
  const due = waiting.filter((one) => {
    const rung = lastRung(one, ladder, today, calendar);
    const isTold = rung !== undefined && told.get(one.owedId)?.some(({ day }) => day >= rung);
    return rung !== undefined && !isTold && askedInVain.get(one.owedId) !== momentOf(one, today);
  });
  return { ladder, told, due };
}

/**
 * Tells who answers for a unit what it owes beside its directives, on the days of the agency's ladder; each telling is a
 * fact.
 * @returns how many were told; null where nothing was due
 */
export async function tellOwed(ctx: Context, agencyId: string): Promise<{ told: number } | null> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const find = (tx: Tx) => dueNow(tx, ctx, agencyId, calendar);
  if ((await ctx.store.read({ agencies: [agencyId] }, find)).due.length === 0) return null;
  return sweepAgency(ctx, agencyId, { action: 'owed.urged', recordKind: 'urging' }, async (tx) => {
    const { ladder, told, due } = await find(tx);
    const recipients = recipientsFrom(await peopleOn(tx, agencyId, today));
    const remindersOf = ({ owedId, due: last, since }: Waiting, { unitId }: OwingUnit) => {
      const mine = (told.get(owedId) ?? []).filter((one) => one.unitId === unitId);
      const before = new Map(mine.map(({ personId, day }) => [personId, day]));
      const owed: Urgeable = {
        ...({ id: owedId, kind: 'do', phase: 'given', suspended: false } as const),
        ...{ due: last, givenOn: since },
      };
      return remindersTo(recipients({ leadUnitId: unitId, assigneeId: null }), (rungs) =>
        remindersOn(owed, rungs, before, ladder, { today, calendar }),
      ).map(({ personId, step, inNameOf }) => ({
        ...{ agency_id: agencyId, id: uuidv7(), owed_id: owedId, unit_id: unitId, person_id: personId },
        ...{ day: today, step, in_name_of: inNameOf && json(inNameOf), recorded_at: ctx.clock().toString() },
      }));
    };
    const rows: ReturnType<typeof remindersOf> = [];
    for (const one of due) {
      const reminders = (await one.whose()).flatMap((unit) => remindersOf(one, unit));
      if (reminders.length === 0) askedInVain.set(one.owedId, momentOf(one, today));
      rows.push(...reminders);
    }
    if (rows.length === 0) return null;
    await tx.insertInto('owed_told').values(rows).execute();
    return { told: rows.length };
  });
}

interface Unwritten {
  owedId: string;
  unitId: string;
  personId: string;
  inNameOf: InNameOf | null;
}

const owedWords = ({ kind, words }: Waiting, { missing }: OwingUnit): string =>
  ({
    'review-page': `Sơ kết ${words}: phần của đơn vị còn thiếu ${sayMissing(missing)}`,
    answer: `Trả lời kiến nghị: ${words}`,
    opinion: `Góp ý dự thảo: ${words}`,
  })[kind];

const places = { 'review-page': 'reviews', answer: 'conferences', opinion: 'drafts' } as const;

/** Lines of a day's digests about what units owe still, of what no letter has carried yet. */
export async function owedLines(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { calendar, since }: { calendar: Calendar; since: string },
): Promise<(personId: string) => DigestLine[]> {
  const today = ctx.today().toString();
  const { rows } = await sql<Unwritten>`
    select distinct on (t.person_id, t.owed_id, t.unit_id) t.owed_id as "owedId", t.unit_id as "unitId",
      t.person_id as "personId", t.in_name_of as "inNameOf"
    from owed_told t
    where t.agency_id = ${agencyId} and t.day > ${since} and ${stillStandsIn(today)}
      and not exists (select from letter l where l.agency_id = t.agency_id and l.person_id = t.person_id
        and l.recorded_at >= t.recorded_at)
    order by t.person_id, t.owed_id, t.unit_id, t.day desc`.execute(tx);
  if (rows.length === 0) return () => [];
  const told = Map.groupBy(rows, ({ owedId }) => owedId);
  const lines: { personId: string; line: DigestLine }[] = [];
  for (const waiting of await waitingOn(tx, ctx, agencyId, calendar)) {
    const { owedId, recordId, due, kind } = waiting;
    const mine = told.get(owedId);
    if (mine === undefined) continue;
    const owing = new Map((await waiting.whose()).map((unit) => [unit.unitId, unit]));
    for (const { unitId, personId, inNameOf } of mine) {
      const unit = owing.get(unitId);
      if (unit === undefined) continue;
      const line: DigestLine = {
        ...{ words: owedWords(waiting, unit), lead: unit.unit, about: [], due },
        ...{ lateness: lateness(due, today, calendar).words, inNameOf: inNameOf && sayAbsent(inNameOf) },
        when: due < today ? 'late' : due === today ? 'today' : 'ahead',
        url: `${ctx.config.url}/${places[kind]}/${recordId}`,
      };
      lines.push({ personId, line });
    }
  }
  return (personId) => lines.filter((one) => one.personId === personId).map(({ line }) => line);
}
