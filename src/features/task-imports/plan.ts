import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { unitFinder } from '../../domain/organisation/find-unit.ts';
import type { TaskHeader } from '../../domain/task-imports/columns.ts';
import {
  type FileRow,
  type Portfolio,
  type PortfolioRow,
  portfolioReader,
} from '../../domain/task-imports/portfolio.ts';
import type { ImportedTask } from '../../domain/task-imports/row.ts';
import { type Asked, begunOn, moreOfTask, newTask } from '../../domain/task-imports/wanted.ts';
import type { Law } from '../../domain/tasks/law.ts';
import type { KnownTask } from '../../domain/tasks/task.ts';
import { searchable } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { unitFacts } from '../organisation/queries.ts';
import { agencyLaw } from '../tasks/law.ts';
import { type KnownTasks, knownTasks } from './known.ts';
import { type Directory, directoryOf } from './partners.ts';

/** A sound row with what is to be recorded of it. */
export interface Item extends Asked {
  row: PortfolioRow & { task: ImportedTask };
  taskId: string;
  /** The task as it stood before; null where the row makes it. */
  known: KnownTask | null;
}

/** What a file comes to, before anything of it is stored. */
export interface Plan {
  portfolio: Portfolio;
  items: Item[];
  faulty: PortfolioRow[];
  partners: Directory['fresh'];
  law: Law & { agency: string };
}

/** Rows worked on before others get their turn. */
const atOnce = 100;

async function inTurns<T>(
  all: readonly T[],
  work: (one: T) => void,
  tell: (done: number) => void,
): Promise<void> {
  for (const [at, one] of all.entries()) {
    work(one);
    if ((at + 1) % atOnce !== 0) continue;
    tell(at + 1);
    await setImmediate();
  }
}

/** Names by which programmes are known, folded. */
async function programmes(tx: Tx, agencyId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct f.record_id as id, names.value as name from science_programme_fact f,
      lateral (values (f.body ->> 'title'), (f.body ->> 'name'), (f.body ->> 'code'), (f.body #>> '{profile,title}'), (f.body #>> '{profile,name}'), (f.body #>> '{profile,code}')) as names (value)
    where f.agency_id = ${agencyId} and names.value is not null`.execute(tx);
  return new Map(rows.map(({ id, name }) => [searchable(name), id]));
}

/** Works out what a file would record, row by row, against the agency as it stands in this transaction. */
export async function planOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { header, beneath }: { header: TaskHeader; beneath: readonly FileRow[] },
  tell: (rows: number) => void,
): Promise<Plan> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const law = await agencyLaw(tx, ctx, agencyId);
  const findUnit = unitFinder(await unitFacts(tx, agencyId), today);
  const named = await programmes(tx, agencyId);
  const findProgramme = (written: string) => named.get(searchable(written)) ?? null;
  const { read, portfolio } = portfolioReader({ today, header, findUnit, findProgramme });
  await inTurns(beneath, read, tell);
  const directory = await directoryOf(tx, agencyId);
  const sound = portfolio.rows.flatMap((row) => (row.task ? [{ ...row, task: row.task }] : []));
  const tasks = await knownTasks(
    tx,
    agencyId,
    sound.map(({ task }) => task),
    { law, today },
  );
  const items: Item[] = [];
  const faulty = portfolio.rows.filter(({ task }) => task === null);
  const take = (row: Item['row']) => {
    const item = itemOf(row, { actor, tasks, directory, law, today });
    if ('faults' in item) faulty.push(item);
    else items.push(item);
  };
  await inTurns(sound, take, tell);
  return {
    portfolio,
    items,
    faulty: faulty.toSorted((a, b) => a.row - b.row),
    partners: directory.fresh,
    law,
  };
}

function itemOf(
  row: Item['row'],
  {
    actor,
    tasks,
    directory,
    law,
    today,
  }: { actor: Actor; tasks: KnownTasks; directory: Directory; law: Law; today: string },
): Item | PortfolioRow {
  const { task } = row;
  const faulty = (column: 'code' | 'investigator', message: string): PortfolioRow => ({
    ...row,
    task: null,
    faults: [{ column, message }],
  });
  const meant = tasks.meant(task);
  if (meant === 'several')
    return faulty(
      'code',
      'Có nhiều nhiệm vụ cùng tên, cùng tổ chức chủ trì. Ghi mã số hoặc số hợp đồng để phân biệt.',
    );
  const people = () => {
    const on = begunOn(task);
    const host = directory.organisation(task.host, on);
    const investigator = directory.person(task.investigator, host.id, on);
    return {
      host: { id: host.id, name: task.host },
      investigator: { id: investigator.id, name: task.investigator },
    };
  };
  const asked = meant ? moreOfTask(task, people, meant.known) : newTask(task, people(), law, today);
  if (asked.facts.length > 0 && namesOne(meant?.known ?? null, asked, directory.ownOf(actor.personId)))
    return faulty(
      'investigator',
      'Anh/chị tham gia thực hiện nhiệm vụ này nên không ghi thay cơ quan. Nhờ người khác nhập dòng này.',
    );
  return { row, taskId: meant?.id ?? uuidv7(), known: meant?.known ?? null, ...asked };
}

/** Whether one of these partners carries the task out. */
function namesOne(known: KnownTask | null, { facts }: Asked, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  const said = facts.flatMap(({ body }) => (body.kind === 'approved' ? [body.host, body.investigator] : []));
  const terms = known?.standing.terms;
  const all = [...said, terms?.host, terms?.investigator, ...(known?.about.profile.members ?? [])];
  return all.some((one) => one?.id && own.has(one.id));
}
