import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import type { Reading } from '../domain/documents/reading.ts';
import { AgencyUnits } from '../domain/organisation/match.ts';
import { Unreadable } from '../reading/extracted.ts';
import { read } from '../reading/read.ts';

const exit = { read: 0, unreadable: 2 } as const;

function fail(message: string): number {
  console.error(message.replace(/\s+/g, ' '));
  return exit.unreadable;
}

/** Reads and checks the unit list given with --agency. */
async function agencyFrom(path: string): Promise<AgencyUnits> {
  try {
    return AgencyUnits.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreadable(
      'agency-list',
      `Không dùng được danh sách đơn vị ${path} (${why.slice(0, 200)}); hãy kiểm tra lại tệp.`,
    );
  }
}

function deadlineWords(deadline: Deadline): string {
  if (deadline.kind === 'none') return '';
  return 'due' in deadline ? ` | hạn: ${deadline.text} (${deadline.due})` : ` | hạn: ${deadline.text}`;
}

/** The reading as a person likes to see it: one directive a line, then what is doubtful. */
function asLines({ document, directives, warnings }: Reading): string {
  const title = [document.kind, document.number, document.date, document.subject].filter(Boolean).join(' · ');
  const lines = directives.map(
    (d) => `${d.ordinal}. [${d.lead?.name ?? 'chưa rõ đơn vị'}] ${d.text}${deadlineWords(d.deadline)}`,
  );
  const doubts = warnings.map((warning) => `! ${warning.message}`);
  return [title, directives.length === 0 ? 'Không thấy nhiệm vụ nào được giao.' : '', ...lines, ...doubts]
    .filter(Boolean)
    .join('\n');
}

/**
 * `trongtam read FILE [--json] [--agency units.json] [--on YYYY-MM-DD]`: prints the reading on standard
 * output. Resolves to the exit code: 0 when read, 2 when the file cannot be read.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, agency: { type: 'string' }, on: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file)
      return fail(
        'Thiếu tên tệp. Cách dùng: trongtam read FILE [--json] [--agency units.json] [--on YYYY-MM-DD]',
      );
    if (values.on && !/^\d{4}-\d{2}-\d{2}$/.test(values.on))
      return fail('--on cần một ngày dạng YYYY-MM-DD.');
    const agency = values.agency ? await agencyFrom(values.agency) : undefined;
    const progress = (done: number, of: number, what: string) =>
      process.stderr.write(`${what} ${done}/${of}\n`);
    const reading = await read(await readFile(file), {
      name: basename(file),
      agency,
      on: values.on,
      progress,
    });
    process.stdout.write(values.json ? `${JSON.stringify(reading)}\n` : `${asLines(reading)}\n`);
    return exit.read;
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    const why = error instanceof Error ? error.message : String(error);
    return fail(`Không đọc được tệp: ${why}. Hãy kiểm tra đường dẫn và định dạng tệp.`);
  }
}
