import { parseArgs } from 'node:util';
import type { Context } from '../features/context.ts';
import { deriveTasksAnew, examineTasks } from '../features/tasks/redate.ts';
import { examineDatabase } from '../storage/doctor.ts';
import { withClient } from '../storage/pool.ts';
import { recount } from '../storage/rollup.ts';
import { say, sayJson, withContextOn, withDatabase } from './console.ts';

/**
 * `trongtam doctor`: 0 where all is well, 1 where something needs doing. `--recount` first counts anew what is kept
 * counted for the look over all agencies, and derives the tasks anew that are not what their facts give.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, recount: { type: 'boolean' } },
  });
  return withDatabase(async (database, config) => {
    if (values.recount) await withClient(database.ownerUrl, recount);
    const ofTasks = async (ctx: Context) => {
      if (values.recount) await deriveTasksAnew(ctx);
      return examineTasks(ctx);
    };
    const checks = [...(await examineDatabase(database)), await withContextOn(database, config, ofTasks)];
    if (values.json) sayJson(checks);
    else for (const { name, ok, message } of checks) say(`${ok ? 'được ' : 'LỖI  '} ${name}: ${message}`);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  });
}
