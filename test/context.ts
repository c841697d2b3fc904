import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import type { Role } from '../src/domain/permissions/permission.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import { makeAccessWatch } from '../src/features/access-watch.ts';
import { founder, newAgencyId } from '../src/features/agencies/found.ts';
import { keepCalendar } from '../src/features/calendar/queries.ts';
import { type Actor, type Context, systemActor } from '../src/features/context.ts';
import { makeLive } from '../src/features/live.ts';
import { insertPerson } from '../src/features/organisation/persons.ts';
import { insertUnit } from '../src/features/organisation/units.ts';
import { openFiles } from '../src/storage/files.ts';
import { type Engine, testDatabase } from './database.ts';

/** An agency of a test with one unit and one person. */
export interface TestAgency {
  agencyId: string;
  /** «Văn phòng», «VP», since 2020. */
  unitId: string;
  personId: string;
  /** The person acting with what these roles allow; every call is a request of its own. */
  actorOf(...roles: Role[]): Actor;
}

export interface EmptyContext {
  ctx: Context;
  /** The database as the owner of its tables reaches it. */
  ownerUrl: string;
  /** An agency, the first or another, in the same database. */
  newAgency(): Promise<TestAgency>;
  /** Sets the clock; days are those of the offices, seven hours ahead of UTC. */
  setNow(instant: string): void;
  close(): Promise<void>;
}

export type TestContext = EmptyContext & TestAgency;

/** Everything commands lean on with one agency, over a database of its own, on 24/11/2026 at ten in the morning. */
export async function testContext(): Promise<TestContext> {
  const empty = await emptyContext();
  return { ...empty, ...(await empty.newAgency()) };
}

/** The same as an installation before its first agency. */
export async function emptyContext(engine?: Engine): Promise<EmptyContext> {
  const { store, ownerUrl } = await testDatabase(engine);
  const dataDir = await mkdtemp(join(tmpdir(), 'trongtam-context-'));
  const { calendar, changed } = keepCalendar(store);
  let now = Temporal.Instant.from('2026-11-24T03:00:00Z');
  const ctx: Context = {
    store,
    files: openFiles(dataDir),
    live: makeLive(),
    access: makeAccessWatch(),
    clock: () => now,
    today: () => now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate(),
    calendar,
    calendarChanged: changed,
    hashPassword: async (password) => `hash of ${password}`,
    config: readConfig({}, { dataDir }),
    log: { info: () => undefined, error: () => undefined },
  };
  return {
    ctx,
    ownerUrl,
    newAgency: () => makeAgency(ctx),
    setNow(instant) {
      now = Temporal.Instant.from(instant);
    },
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeAgency(ctx: Context): Promise<TestAgency> {
  const agencyId = newAgencyId();
  const acting = founder(systemActor([agencyId]), agencyId);
  const { unitId, personId } = await ctx.store.transaction(acting.scope, async (tx) => {
    await tx
      .insertInto('agency')
      .values({ id: agencyId, name: 'Sở Khoa học và Công nghệ', short_name: 'Sở KH&CN', sign: 'SKHCN' })
      .execute();
    return {
      unitId: await insertUnit(tx, ctx, acting, {
        name: 'Văn phòng',
        abbreviation: 'VP',
        openedOn: '2020-01-01',
      }),
      personId: await insertPerson(tx, ctx, acting, { fullName: 'Nguyễn Thị Thử' }),
    };
  });
  const actorOf = (...roles: Role[]): Actor => ({
    userId: `user of ${personId}`,
    personId,
    agencyId,
    scope: { agencies: [agencyId] },
    permissions: permissionsOf({ roles, installationRoles: [], superiorView: false }),
    name: 'Nguyễn Thị Thử',
    via: 'session',
    traceId: 'test',
  });
  return { agencyId, unitId, personId, actorOf };
}
