import { parseArgs } from 'node:util';
import { examineDatabase } from '../storage/doctor.ts';
import { say, sayJson, withDatabase } from './console.ts';

/** `trongtam doctor`: 0 where all is well, 1 where something needs doing. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  return withDatabase(async (database) => {
    const checks = await examineDatabase(database);
    if (values.json) sayJson(checks);
    else for (const { name, ok, message } of checks) say(`${ok ? 'được ' : 'LỖI  '} ${name}: ${message}`);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  });
}
