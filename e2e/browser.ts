import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium as playwright } from 'playwright-core';

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..');

/** Libraries a bare Debian lacks and the package brings for another system. */
const bareMachine = !['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib/aarch64-linux-gnu/libnss3.so'].some(
  existsSync,
);

/**
 * Unpacks the browser from npm once per version and user: the package itself would take over whatever older one
 * lies in the folder for temporary files.
 */
async function unpackedBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { version }: { version: string } = require(join(packageFolder, 'package.json'));
  const folder = join(tmpdir(), `trongtam-browser-${version}-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    if (!bareMachine) return { executablePath, env: {} };
    const libraries = await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
    return { executablePath, env: { LD_LIBRARY_PATH: join(libraries, 'lib') } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A browser that runs as root too and calls nobody outside. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await unpackedBrowser();
  const browser = await playwright.launch({
    executablePath,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
  return goesInTime(browser);
}

/** On a busy machine a browser, or one person's part of it, sometimes never goes; it ends with this process then. */
export function goesInTime<T extends { close(): Promise<void> }>(open: T): T {
  const close = open.close.bind(open);
  open.close = () => Promise.race([close(), sleep(20_000, undefined, { ref: false })]);
  return open;
}
