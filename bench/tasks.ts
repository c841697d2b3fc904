import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { courseOf } from '../examples/tasks/course.ts';
import { insertTasks, type ToldTask } from '../examples/tasks/replay.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import { type Actor, type Context, command, systemActor } from '../src/features/context.ts';
import { FigureReading } from '../src/features/figures/contract.ts';
import { listFiguresOf } from '../src/features/figures/queries.ts';
import { listPublicResults } from '../src/features/results/public.ts';
import { getTask } from '../src/features/tasks/get.ts';
import { listTasks, taskWaits } from '../src/features/tasks/list.ts';
import { withClient } from '../src/storage/pool.ts';
import { temporaryFolder } from '../test/folder.ts';
import { foundAgency, openPlace } from './tasks/place.ts';
import { timed, timedTogether } from './timed.ts';

/**
 * An agency with 10,000 S&T tasks of twenty years: a page of the portfolio, one task, the waits, the public page of results, each
 * against the same written by hand in SQL; and every figure of the year.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '41' },
    /** Loads into this folder and leaves it, or uses what an earlier run left there. */
    folder: { type: 'string' },
  },
});
const count = Number(values.count);
const rounds = Number(values.rounds);
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Tasks whose contracts lie evenly over twenty years up to a day. */
function* toldTasks(today: Temporal.PlainDate, unitId: string): Generator<ToldTask> {
  const years = 20;
  for (let at = 0; at < count; at += 1) {
    const contractOn = today.subtract({ days: Math.floor(((at + 0.5) / count) * years * 365) }).toString();
    const newer = contractOn >= '2026-02-15';
    const title = `Nghiên cứu số ${at} về giống cây trồng chịu hạn`;
    const happenings = courseOf({
      ...{ order: at + 1, title, contractOn, months: 24, money: 900_000_000, number: `${at + 1}/HĐ` },
      law: newer ? 'B-science' : 'A',
      host: { id: null, name: `Viện số ${at % 200}` },
      investigator: { id: null, name: `TS. Nguyễn Văn ${at % 500}` },
      branch: { ...(at % 7 === 0 && { extendedBy: 6 }), ...(at % 30 === 0 && { assets: 'left' as const }) },
    });
    const profile: ToldTask['profile'] = {
      ...{ title, level: 'province', type: 'topic', field: `Lĩnh vực ${at % 9}`, programmeId: null },
      ...{ unit: { unitId, name: 'Phòng Quản lý khoa học' }, orderedBy: null, members: [] },
      ...{ aims: '', products: '' },
    };
    yield { profile, happenings, code: { code: `SKHCN.${at}`, on: contractOn } };
  }
}

interface Loaded {
  agencyId: string;
  ids: string[];
}

async function load(ctx: Context): Promise<Loaded> {
  const { agencyId, unitId, system } = await foundAgency(ctx, 'Phòng Quản lý khoa học');
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: agencyId };
  const told = [...toldTasks(ctx.today(), unitId)];
  const ids: string[] = [];
  for (let at = 0; at < told.length; at += 500)
    ids.push(
      ...(await command(ctx, system, about, (tx) => insertTasks(tx, ctx, system, told.slice(at, at + 500)))),
    );
  return { agencyId, ids };
}

/** The same as somebody writes it for the database by hand. */
const byHand = (agencyId: string, taskId: string, today: string): Record<string, RawBuilder<unknown>> => ({
  'portfolio page': sql`
    with counts as (select state, count(*) from task_now where agency_id = ${agencyId} group by state),
      page as (select * from task_now where agency_id = ${agencyId} and state = 'running'
        order by coalesce(due, '9999-12-31'), task_id limit 51)
    select page.*, (select json_agg(counts) from counts) as counts from page`,
  'one task': sql`
    select f.*, p.full_name, a.sign from task_fact f join agency a on a.id = f.agency_id
    left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} and f.task_id = ${taskId} order by f.happened_on, f.recorded_at`,
  waits: sql`
    select (select json_agg(w) from (select step, min(side) as side, count(distinct task_id) as tasks,
        count(distinct task_id) filter (where due < ${today}) as late, min(since), min(due)
        from task_wait where agency_id = ${agencyId} group by step) w),
      (select json_agg(t) from (select step, percentile_cont(0.5) within group (order by own + others) as median,
        percentile_disc(0.9) within group (order by own + others) as ninetieth
        from task_step_time where agency_id = ${agencyId} group by step) t)`,
  'public results': sql`
    with shown as materialized (select task_id, title, codes, field, host_name, investigator_name, public_result_on as on,
        extract(year from public_result_on) as year
        from task_now where agency_id = ${agencyId} and public_result_on is not null and search @@ 'giong & chiu'::tsquery),
      page as (select * from shown order by "on" desc, title, task_id limit 20)
    select page.*, (select count(*) from shown), array(select distinct field from shown), array(select distinct year from shown),
      (select json_agg(json_build_array(f.happened_on, f.body ->> 'where')) from task_fact f where f.agency_id = ${agencyId}
        and f.task_id = page.task_id and f.body ->> 'kind' in ('applied', 'effectReported')) from page`,
});

async function measure(ctx: Context, actor: Actor, ids: readonly string[]): Promise<void> {
  const id = ids[Math.floor(ids.length / 20)] ?? '';
  const ours: Record<string, () => Promise<unknown>> = {
    'portfolio page': () => listTasks(ctx, actor, { limit: 50, state: ['running'] }),
    'one task': () => getTask(ctx, actor, id),
    waits: () => taskWaits(ctx, actor, {}),
    'public results': () => listPublicResults(ctx, { q: 'giống chịu', page: 1 }),
  };
  const hand = byHand(actor.agencyId, id, ctx.today().toString());
  for (const [name, work] of Object.entries(ours)) {
    const statement = hand[name]!;
    const [own, other] = await timedTogether(rounds, work, () =>
      ctx.store.read(actor.scope, (tx) => statement.execute(tx)),
    );
    say(
      `${name.padEnd(16)} ${own.toFixed(1)} ms  by hand ${other.toFixed(1)} ms  ${(own / other).toFixed(1)}× (asked ≤ 3×)`,
    );
  }
  const [before, year] = [
    process.cpuUsage(),
    await timed(3, () => listFiguresOf(ctx, actor, FigureReading.parse({}))),
  ];
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6 / 5;
  say(
    `every figure of the year with the two it is compared with: ${year.toFixed(0)} ms, CPU of the program ${cpu.toFixed(2)} s`,
  );
}

const folder = values.folder ?? (await temporaryFolder('trongtam-bench-tasks'));
const note = join(folder, 'loaded.json');
const dataDir = join(folder, 'd');
const { ctx, database, leave } = await openPlace(dataDir);
try {
  const began = performance.now();
  if (!existsSync(note)) {
    await writeFile(note, JSON.stringify(await load(ctx)));
    await withClient(database.superuserUrl, (client) => client.query('vacuum analyze'));
    say(`loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const { agencyId, ids } = JSON.parse(await readFile(note, 'utf8')) as Loaded;
  say(`${ids.length} tasks of 20 years`);
  const permissions = permissionsOf({ roles: ['director'], installationRoles: [], superiorView: false });
  await measure(ctx, { ...systemActor([agencyId], agencyId), permissions }, ids);
} finally {
  await leave();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}
