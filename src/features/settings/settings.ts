import { type RawBuilder, sql } from 'kysely';
import type { DueSettings } from '../../domain/calendar/due.ts';
import type { Ladder } from '../../domain/urging/ladder.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { aboutSettings } from './about.ts';
import { type Setting, SettingKey, Settings } from './contract.ts';
import { settingPolicy } from './policy.ts';

export interface Decided {
  key: string;
  value: unknown;
  from: string;
}

/** Every decision of the agency, one a day and key: of two for one day the later recorded. Oldest day first. */
export const decisionRows = (agencyId: string): RawBuilder<Decided> => sql<Decided>`
  select distinct on (key, from_day) key, value, from_day as from from setting
  where agency_id = ${agencyId} order by key, from_day, recorded_at desc, id desc`;

async function decisions(tx: Tx, agencyId: string): Promise<Decided[]> {
  return (await decisionRows(agencyId).execute(tx)).rows;
}

/** Decisions kept of each store, which one process serves: by agency, until one is changed. */
const kept = new WeakMap<Store, Map<string, Decided[] | 'loading'>>();

function keptOf({ store }: Context): Map<string, Decided[] | 'loading'> {
  const byAgency = kept.get(store) ?? new Map<string, Decided[] | 'loading'>();
  kept.set(store, byAgency);
  return byAgency;
}

/** Reads them in a transaction of its own, so that what is kept is never older than the last change. */
async function keep(ctx: Context, agencyId: string): Promise<void> {
  const byAgency = keptOf(ctx);
  byAgency.set(agencyId, 'loading');
  try {
    const decided = await ctx.store.read({ agencies: [agencyId] }, (tx) => decisions(tx, agencyId));
    if (byAgency.get(agencyId) === 'loading') byAgency.set(agencyId, decided);
  } catch {
    byAgency.delete(agencyId);
  }
}

/** As `settingsOf`, from memory while nothing changes: every list asks for it. */
export async function keptSettings(tx: Tx, ctx: Context, agencyId: string, on: string): Promise<Settings> {
  return valuesOn(await keptDecisions(tx, ctx, agencyId), on);
}

async function keptDecisions(tx: Tx, ctx: Context, agencyId: string): Promise<readonly Decided[]> {
  const decided = keptOf(ctx).get(agencyId);
  if (decided === undefined) void keep(ctx, agencyId);
  return Array.isArray(decided) ? decided : decisions(tx, agencyId);
}

const standingOn = (decided: readonly Decided[], key: SettingKey, on: string) =>
  decided.findLast((one) => one.key === key && one.from <= on);

const valuesOn = (decided: readonly Decided[], on: string): Settings =>
  Settings.parse(
    Object.fromEntries(SettingKey.options.map((key) => [key, standingOn(decided, key, on)?.value])),
  );

/** What the agency decided, or the defaults, as it stands on a day (ISO). */
export async function settingsOf(tx: Tx, agencyId: string, on: string): Promise<Settings> {
  return valuesOn(await decisions(tx, agencyId), on);
}

/** How the agency read days that bind, by the day a directive was given: a later decision moves no earlier deadline. */
export async function dueSettingsByDay(tx: Tx, agencyId: string): Promise<(on: string) => DueSettings> {
  return dueSettingsFrom(await decisions(tx, agencyId));
}

/** As `dueSettingsByDay`, from memory while nothing changes. */
export async function keptDueSettings(
  tx: Tx,
  ctx: Context,
  agencyId: string,
): Promise<(on: string) => DueSettings> {
  return dueSettingsFrom(await keptDecisions(tx, ctx, agencyId));
}

/** As `dueSettingsByDay`, from the rows of `decisionRows`. */
export const dueSettingsFrom =
  (decided: readonly Decided[]) =>
  (on: string): DueSettings =>
    dueSettingsOf(valuesOn(decided, on));

/** The ladder of reminders as the agency decided it. */
export const ladderOf = (settings: Settings): Ladder => ({
  person: settings['urging.person'],
  head: settings['urging.head'],
  director: settings['urging.director'],
});

/** How the agency reads a day that binds. */
export const dueSettingsOf = (settings: Settings): DueSettings => ({
  rollForward: settings['due.rollForward'],
  beforeEndsOnWorkingDay: settings['due.beforeEndsOnWorkingDay'],
});

function present(actor: Actor, decided: readonly Decided[], today: string): Setting[] {
  const now = valuesOn(decided, today);
  const usual = Settings.parse({});
  return SettingKey.options.map((key) => ({
    key,
    ...aboutSettings[key],
    value: now[key],
    usual: usual[key],
    from: standingOn(decided, key, today)?.from ?? null,
    upcoming: decided
      .filter((one) => one.key === key && one.from > today)
      .map(({ value, from }) => ({ value: Settings.shape[key].parse(value), from })),
    abilities: settingPolicy.abilitiesOf(actor, null),
  }));
}

/** All settings of the actor's agency as they stand today, with defaults and where those come from. */
export async function listSettings(ctx: Context, actor: Actor): Promise<Setting[]> {
  const decided = await ctx.store.read(actor.scope, (tx) => decisions(tx, actor.agencyId));
  return present(actor, decided, ctx.today().toString());
}

/** Decides a setting from a day on; earlier days keep what held then. @throws Refused 400 */
export async function changeSetting(
  ctx: Context,
  actor: Actor,
  key: SettingKey,
  { value, from }: { value: unknown; from: string },
): Promise<Setting[]> {
  const checked = Settings.shape[key].safeParse(value);
  if (!checked.success) {
    throw Refused.invalid([{ path: 'value', message: 'Giá trị không hợp với thiết lập này. Chọn lại.' }]);
  }
  const act = {
    action: 'setting.changed',
    recordKind: 'setting',
    recordId: key,
    detail: { value: checked.data, from },
  };
  const settings = await command(ctx, actor, act, async (tx) => {
    await tx
      .insertInto('setting')
      .values({
        agency_id: actor.agencyId,
        id: uuidv7(),
        key,
        value: json(checked.data),
        from_day: from,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return present(actor, await decisions(tx, actor.agencyId), ctx.today().toString());
  });
  keptOf(ctx).delete(actor.agencyId);
  return settings;
}
