import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCalendar } from '../domain/calendar/calendar.ts';
import { checkTaskRules, type RulesChecked } from '../domain/tasks/rules/check.ts';
import { readTaskRules } from '../domain/tasks/rules/read-rules.ts';
import { say, sayJson } from './console.ts';
import { UsageFault } from './fault.ts';

const usage = 'Cách dùng: trongtam rules check [FILE.json…] [--json]';
const exit = { holds: 0, wrong: 1, unreadable: 2 } as const;
const folder = join(import.meta.dirname, '../../rules/tasks');

/**
 * `trongtam rules check [FILE.json…] [--json]`: checks the rules of S&T tasks under `rules/tasks` as they stand on the disk,
 * or an agency's own in the given files, beside those. Resolves to the exit code: 0 where all hold, 1 where something is
 * wrong, 2 where a file cannot be read.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [action, ...own] = positionals;
  if (action !== 'check') throw new UsageFault(usage);
  try {
    const shipped = await contentOf(await publishedFiles());
    const checked = own.length === 0 ? check(shipped) : check(await contentOf(own), shipped);
    if (values.json) sayJson(checked);
    else say(asLines(checked));
    return checked.faults.length === 0 ? exit.holds : exit.wrong;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    return exit.unreadable;
  }
}

class Unreadable extends Error {}

type Files = Record<string, unknown>;

function check(files: Files, beside: Files = {}): RulesChecked {
  const known = Object.entries(beside).flatMap(([file, content]) => readTaskRules(file, content).rules);
  return checkTaskRules(files, makeCalendar(), known);
}

async function publishedFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

async function contentOf(paths: readonly string[]): Promise<Files> {
  const files = paths.map(async (path) => [path, parse(path, await text(path))] as const);
  return Object.fromEntries(await Promise.all(files));
}

async function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new Unreadable(`Không đọc được tệp ${path}: ${error.message}. Hãy kiểm tra đường dẫn.`);
  });
}

function parse(path: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`Tệp ${path} không phải JSON đúng: ${why}. Hãy sửa chỗ đó rồi kiểm tra lại.`);
  }
}

function asLines({ rules, cases, settings, faults }: RulesChecked): string {
  const verdict = faults.length === 0 ? 'Không thấy chỗ nào sai.' : `${faults.length} chỗ sai:`;
  const counted = `${rules} quy tắc, ${cases} trường hợp kiểm tra, ${settings} số chưa chắc để làm cài đặt.`;
  return [`${counted} ${verdict}`, ...faults.map(({ file, id, words }) => `! ${file}, ${id}: ${words}`)].join(
    '\n',
  );
}
