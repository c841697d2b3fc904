import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ParsedYear, parseOfficialYear } from '../domain/calendar/official-year.ts';
import { importCalendarYear } from '../features/calendar/import.ts';
import { yearOf } from '../features/calendar/queries.ts';
import { notify } from '../storage/store.ts';
import { consoleActor, say, sayJson, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

const usage =
  'Dùng: trongtam calendar NĂM | calendar import NĂM FILE.json|FILE.xlsx --decision "SỐ VĂN BẢN" [--dry]';

/** Rows «ngày, loại» of a sheet; a cell that Excel knows as a date comes as one. */
async function rowsOf(bytes: Uint8Array): Promise<{ day: string; kind: string }[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(bytes);
  return (sheets[0]?.rows ?? [])
    .map(([day, kind]) => ({
      day: day instanceof Date ? day.toISOString().slice(0, 10) : String(day ?? ''),
      kind: String(kind ?? ''),
    }))
    .filter(({ day }) => /\d/u.test(day));
}

async function officialYear(file: string, year: number, decision: string | undefined): Promise<ParsedYear> {
  const bytes = await readFile(file);
  const about = { year, ...(decision !== undefined && { decision }) };
  return parseOfficialYear(
    file.endsWith('.xlsx') ? await rowsOf(bytes) : JSON.parse(bytes.toString()),
    about,
  );
}

async function show(year: number, json: boolean): Promise<number> {
  return withContext(async (ctx) => {
    const found = yearOf(await ctx.calendar(), year);
    if (json) sayJson(found);
    else {
      say(
        `Năm ${year}: ${found.workingDays} ngày làm việc${found.provisional ? ' (tạm tính)' : ''}. ${found.source}`,
      );
      for (const { day, words } of found.off) say(`  ${day} nghỉ: ${words}`);
      for (const day of found.swappedWorkdays) say(`  ${day} làm bù`);
    }
    return 0;
  });
}

/** `trongtam calendar`: shows a year, or imports its official list and says what moves. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      decision: { type: 'string' },
      agency: { type: 'string' },
      dry: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const importing = positionals[0] === 'import';
  const [yearText = '', file] = importing ? positionals.slice(1) : positionals;
  const year = Number(yearText);
  if (!Number.isInteger(year) || year < 1995 || year > 2199 || (importing && !file))
    throw new UsageFault(usage);
  if (!importing || !file) return show(year, values.json ?? false);
  const parsed = await officialYear(file, year, values.decision);
  if (!parsed.ok) throw new UsageFault(parsed.errors.join('\n'));
  const { off, swappedWorkdays, decision } = parsed.year;
  if (decision === null) throw new UsageFault(`Ghi số văn bản công bố lịch nghỉ.\n${usage}`);
  return withContext(async (ctx) => {
    const actor = await consoleActor(ctx, values.agency);
    const dry = values.dry ?? false;
    const result = await importCalendarYear(ctx, actor, year, { off, swappedWorkdays, decision }, dry);
    // A server that runs beside us reads the calendar anew.
    if (!dry) await ctx.store.installation((tx) => notify(tx, 'calendar', ''));
    if (values.json) sayJson(result);
    else {
      say(`${dry ? 'Xem trước' : 'Đã nhập'} lịch năm ${year}; ${result.moved.length} nhiệm vụ đổi hạn.`);
      for (const { words, from, to } of result.moved) say(`  ${from} → ${to}: ${words}`);
    }
    return 0;
  });
}
