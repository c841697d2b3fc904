import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openFiles } from '../storage/files.ts';
import { restoreBackup } from '../storage/restore.ts';
import { say, sayJson, withDatabase } from './console.ts';
import { UsageFault } from './fault.ts';

/** `trongtam restore FILE`: into an empty database, all or nothing. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageFault('Dùng: trongtam restore FILE');
  await access(file).catch(() => {
    throw new UsageFault(`Không thấy tệp ${file}.`);
  });
  return withDatabase(async ({ ownerUrl, appRole }, config) => {
    const target = { ownerUrl, appRole, files: openFiles(config.dataDir) };
    const manifest = await restoreBackup(target, createReadStream(file));
    if (values.json) sayJson(manifest);
    else say(`Đã khôi phục ${file} vào ${config.dataDir}. Chạy «trongtam start» để mở.`);
    return 0;
  });
}
