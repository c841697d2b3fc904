import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeBackup } from '../storage/backup.ts';
import { openFiles } from '../storage/files.ts';
import { say, sayJson, withDatabase } from './console.ts';
import { UsageFault } from './fault.ts';

/** `trongtam backup FILE`: one consistent file; it bears its name only once it is whole. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageFault('Dùng: trongtam backup FILE');
  return withDatabase(async (database, config) => {
    const unfinished = `${file}.unfinished`;
    try {
      const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
      const manifest = await writeBackup(database.ownerUrl, openFiles(config.dataDir), target);
      await rename(unfinished, file);
      if (values.json) sayJson(manifest);
      else say(`Đã sao lưu vào ${file}.`);
      for (const missing of manifest.missingFiles)
        console.error(`Thiếu tệp gốc trên đĩa: ${String(missing)}`);
      return manifest.missingFiles.length === 0 ? 0 : 1;
    } finally {
      await rm(unfinished, { force: true });
    }
  });
}
