import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Period, periodSaid, periodWords, windowOf } from '../domain/calendar/periods.ts';
import { sayDay } from '../domain/deadlines/words.ts';
import type { ReadFigure } from '../domain/documents/reading.ts';
import type { ReviewPeriod } from '../domain/reviews/facts.ts';
import { type CheckedNumber, checkReport } from '../features/reviews/check-report.ts';
import { readRegister } from '../features/reviews/read.ts';
import { type Extracted, standardLimits, Unreadable } from '../reading/extracted.ts';
import { type CheckedFigures, checkFigures } from '../reading/figures/check.ts';
import { findFigures } from '../reading/figures/find.ts';
import { extract } from '../reading/formats/extract.ts';
import { readHead } from '../reading/head.ts';
import { consoleActor, isInstalled, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

const exit = { holds: 0, differs: 1, unreadable: 2 } as const;
const usage = 'Cách dùng: trongtam check FILE [--period "6 tháng đầu năm 2026"] [--agency KÝ-HIỆU] [--json]';

/** A report held to the records of its period. */
interface AgainstRecords {
  period: ReviewPeriod;
  numbers: CheckedNumber[];
}

function withinItself(
  { sums, rates, totals, warnings }: CheckedFigures,
  figures: readonly ReadFigure[],
): string[] {
  const checked = [
    `${sums.length} tổng nêu cùng các phần`,
    `${rates.length} tỷ lệ nêu cùng hai số`,
    `${totals.length} ô tổng của bảng`,
  ].join(', ');
  const verdict = warnings.length === 0 ? 'Không thấy chỗ nào sai.' : `${warnings.length} chỗ không khớp:`;
  return [
    `${figures.length} số liệu. Đã cộng lại: ${checked}.`,
    verdict,
    ...warnings.map(({ message }) => `! ${message}`),
  ];
}

const shown = (value: number | null) => (value === null ? 'không có' : String(value).replace('.', ','));

function againstWords({ period, numbers }: AgainstRecords): string[] {
  const of = (verdict: CheckedNumber['verdict']) => numbers.filter((one) => one.verdict === verdict);
  const [matching, differing, unsupported] = [of('matches'), of('differs'), of('unsupported')];
  return [
    `Đối chiếu với hồ sơ ${period.words}, đến ngày chốt ${sayDay(period.cutOff)}: ${matching.length} số khớp, ${differing.length} số khác, ${unsupported.length} số không có hồ sơ để đối chiếu.`,
    ...differing.map(
      ({ words, value, figure, unitName }) =>
        `! «${words}» ghi ${shown(value)}; hồ sơ${unitName === null ? '' : ` của ${unitName}`} là ${shown(figure?.value ?? null)} (${figure?.name}, ${figure?.records} bản ghi).`,
    ),
    ...unsupported.map(({ words, value }) => `? «${words}»: không rõ ${shown(value)} tính từ hồ sơ nào.`),
  ];
}

/** Why a report was not held to the records, and what to do about it. */
const notAgainst = {
  period:
    'Chưa đối chiếu với hồ sơ: không rõ báo cáo của kỳ nào. Thêm --period, ví dụ --period "6 tháng đầu năm 2026".',
  installation: 'Chưa đối chiếu với hồ sơ: trên máy này chưa có dữ liệu của cơ quan nào.',
};

/** The period a report says it is of, or the one told. @throws UsageFault where what is told is no period */
function periodOf({ text, blocks }: Extracted, told: string | undefined): Period | null {
  if (told === undefined) return periodSaid(readHead(text, blocks).head.subject ?? '');
  const period = periodSaid(told);
  if (period) return period;
  throw new UsageFault(
    `Không hiểu kỳ «${told}». Viết như «6 tháng đầu năm 2026», «quý II năm 2026», «năm 2026».`,
  );
}

async function againstRecords(
  extracted: Extracted,
  figures: readonly ReadFigure[],
  of: Period,
  sign: string | undefined,
): Promise<AgainstRecords> {
  const { from, to, ruleId } = windowOf(of);
  const days = { from: from.toString(), to: to.toString(), cutOff: to.toString() };
  const period: ReviewPeriod = { words: periodWords(of), ...days, ruleId };
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, sign);
    const calendar = await ctx.calendar();
    const known = await ctx.store.read(actor.scope, (tx) => readRegister(tx, ctx, actor, period, calendar));
    const read = { ...period, cutOff: known.rules.readUntil };
    return { period: read, numbers: checkReport(extracted, figures, known) };
  });
}

/**
 * `trongtam check FILE [--period WORDS] [--agency SIGN] [--json]`: holds the figures of a report to one another and to the
 * records of its period, before it is issued. Resolves to the exit code: 0 where all hold, 1 where one does not, 2 where
 * the file cannot be read. A number no record is known for is told, but is no fault.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, period: { type: 'string' }, agency: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageFault(`Thiếu tên tệp. ${usage}`);
  const extracted = await textOf(file);
  if (typeof extracted === 'string') {
    console.error(extracted);
    return exit.unreadable;
  }
  const figures = findFigures(extracted.text);
  const checked = checkFigures(extracted.text, extracted.blocks, figures);
  const period = periodOf(extracted, values.period);
  const left = period === null ? 'period' : (await isInstalled()) ? null : 'installation';
  const records =
    period && left === null ? await againstRecords(extracted, figures, period, values.agency) : null;
  const lines = [
    ...withinItself(checked, figures),
    ...(records ? againstWords(records) : left === null ? [] : [notAgainst[left]]),
  ];
  process.stdout.write(
    values.json ? `${JSON.stringify({ figures, ...checked, records })}\n` : `${lines.join('\n')}\n`,
  );
  const differs = records?.numbers.some(({ verdict }) => verdict === 'differs') ?? false;
  return checked.warnings.length > 0 || differs ? exit.differs : exit.holds;
}

/** The text of a file, or in one line why there is none and what to do. */
async function textOf(file: string): Promise<Extracted | string> {
  try {
    return await extract(await readFile(file), { name: basename(file), limits: standardLimits });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return (
      error instanceof Unreadable
        ? why
        : `Không đọc được tệp: ${why}. Hãy kiểm tra đường dẫn và định dạng tệp.`
    ).replace(/\s+/gu, ' ');
  }
}
