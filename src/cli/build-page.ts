import { spawn } from 'node:child_process';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { pageFolder } from '../app.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the built page is made of. */
const sources = ['src/web', 'src/domain', 'src/features', 'rules', 'public', 'index.html', 'vite.config.ts'];

/** The latest change under a path, in milliseconds; 0 where there is nothing. */
async function latestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  const changes = await Promise.all(inside.map((name) => latestChange(join(path, name))));
  return Math.max(found.mtimeMs, ...changes);
}

/**
 * Builds the page in a process of its own where its sources are newer than it; quick where they are not. A build that
 * fails leaves the one before in place.
 */
export async function buildPage(say: (line: string) => void): Promise<void> {
  const index = join(pageFolder, 'index.html');
  const [built, ...changed] = await Promise.all([
    latestChange(index),
    ...sources.map((source) => latestChange(join(root, source))),
  ]);
  if (built >= Math.max(...changed)) return compressPage();
  say('Dựng trang web…');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      // Whoever starts the product under a test gets the page its users get, too.
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
  if (code !== 0) {
    console.error('Chưa dựng được trang web; bản dựng trước (nếu có) và API vẫn phục vụ.');
    return;
  }
  const now = new Date();
  await utimes(index, now, now);
  await compressPage();
}

const brotli = promisify(brotliCompress);
/** The last levels take ten times as long for a few percent. */
const brotliQuality = 9;

/** Puts compressed copies beside what the browser loads, so that no request waits for compressing. */
async function compressPage(): Promise<void> {
  const names = (await readdir(pageFolder, { recursive: true })).filter((name) =>
    /\.(?:js|css|svg)$/u.test(name),
  );
  await Promise.all(
    names.map(async (name) => {
      const path = join(pageFolder, name);
      const compressed = await latestChange(`${path}.br`);
      if (compressed >= (await latestChange(path))) return;
      const bytes = await readFile(path);
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } };
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
      await writeFile(`${path}.br`, await brotli(bytes, quality));
    }),
  );
}
