import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ReadFigure } from '../domain/documents/reading.ts';
import { standardLimits, Unreadable } from '../reading/extracted.ts';
import { type CheckedFigures, checkFigures } from '../reading/figures/check.ts';
import { findFigures } from '../reading/figures/find.ts';
import { extract } from '../reading/formats/extract.ts';
import { UsageFault } from './fault.ts';

const exit = { holds: 0, differs: 1, unreadable: 2 } as const;

function asLines({ sums, rates, totals, warnings }: CheckedFigures, figures: readonly ReadFigure[]): string {
  const checked = [
    `${sums.length} tổng nêu cùng các phần`,
    `${rates.length} tỷ lệ nêu cùng hai số`,
    `${totals.length} ô tổng của bảng`,
  ].join(', ');
  const verdict = warnings.length === 0 ? 'Không thấy chỗ nào sai.' : `${warnings.length} chỗ không khớp:`;
  const lines = warnings.map(({ message }) => `! ${message}`);
  return [`${figures.length} số liệu. Đã cộng lại: ${checked}.`, verdict, ...lines].join('\n');
}

/**
 * `trongtam check FILE [--json]`: holds the figures of a report to one another, before it is issued. Resolves to the exit
 * code: 0 where all hold, 1 where one does not, 2 where the file cannot be read.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageFault('Thiếu tên tệp. Cách dùng: trongtam check FILE [--json]');
  try {
    const bytes = await readFile(file);
    const { text, blocks } = await extract(bytes, { name: basename(file), limits: standardLimits });
    const figures = findFigures(text);
    const checked = checkFigures(text, blocks, figures);
    process.stdout.write(
      values.json ? `${JSON.stringify({ figures, ...checked })}\n` : `${asLines(checked, figures)}\n`,
    );
    return checked.warnings.length === 0 ? exit.holds : exit.differs;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words =
      error instanceof Unreadable
        ? why
        : `Không đọc được tệp: ${why}. Hãy kiểm tra đường dẫn và định dạng tệp.`;
    console.error(words.replace(/\s+/g, ' '));
    return exit.unreadable;
  }
}
