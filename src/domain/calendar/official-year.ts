import { z } from 'zod';
import { isWeeklyRest } from './law-of-year.ts';

const Day = z.iso.date('Ngày không có trong lịch; ghi dạng 31/12/2026 hoặc 2026-12-31');
const DayList = z.array(Day).transform((days) => [...new Set(days)].sort());

/** HIGH: read in the notice or two agreeing sources; MED: one reliable source; LOW: an estimate. */
export const CalendarConfidence = z.enum(['HIGH', 'MED', 'LOW']);
export type CalendarConfidence = z.infer<typeof CalendarConfidence>;

/**
 * The official list of one year: `off` are the days of the working week that are not worked (holiday, compensated
 * rest, swapped-off bridge), `swappedWorkdays` the rest days worked in their stead. Days are ISO, sorted, once each.
 */
export const OfficialYear = z
  .object({
    year: z.int().min(1995, 'Năm phải từ 1995').max(2199, 'Năm phải đến 2199'),
    confidence: CalendarConfidence.default('HIGH'),
    /** Number and date of the notice; null where not known. */
    decision: z.string().trim().min(3, 'Ghi số, ngày văn bản công bố lịch nghỉ').nullable(),
    source: z.string().default(''),
    off: DayList,
    swappedWorkdays: DayList.default([]),
  })
  .superRefine(({ year, off, swappedWorkdays }, context) => {
    for (const day of [...off, ...swappedWorkdays]) {
      if (!day.startsWith(`${year}-`)) refuse(`Ngày ${spoken(day)} không thuộc năm ${year}`);
    }
    for (const day of swappedWorkdays) {
      if (off.includes(day)) refuse(`Ngày ${spoken(day)} vừa ghi là nghỉ vừa ghi là làm bù`);
      if (!isWeeklyRest(Temporal.PlainDate.from(day))) {
        refuse(`Ngày làm bù ${spoken(day)} không phải thứ Bảy hay Chủ nhật`);
      }
    }
    function refuse(message: string) {
      context.addIssue({ code: 'custom', message });
    }
  });
export type OfficialYear = z.infer<typeof OfficialYear>;

const fieldWords: Record<string, string> = {
  year: 'Năm',
  confidence: 'Độ tin cậy',
  decision: 'Văn bản công bố',
  source: 'Nguồn',
  off: 'Ngày nghỉ',
  swappedWorkdays: 'Ngày làm bù',
};

/** What a row of an imported sheet is called, folded to lower case without marks. */
const kindWords: Record<string, 'off' | 'swappedWorkdays'> = {
  nghi: 'off',
  'ngay nghi': 'off',
  'lam bu': 'swappedWorkdays',
  'ngay lam bu': 'swappedWorkdays',
  'di lam': 'swappedWorkdays',
};

/** One row of a sheet: a day («02/9/2027» or ISO) and whether it is «nghỉ» or «làm bù». */
export interface OfficialRow {
  day: string;
  kind: string;
}

export type ParsedYear = { ok: true; year: OfficialYear } | { ok: false; errors: string[] };

/**
 * Reads an official list from a form or file.
 * @param input the object of an `OfficialYear` (days ISO or day/month/year) or rows of a sheet
 * @param about for rows, the year and the notice they come from
 * @returns the list, or every error in Vietnamese with the row or field it is in
 */
export function parseOfficialYear(
  input: unknown,
  about: { year?: number; decision?: string } = {},
): ParsedYear {
  const errors: string[] = [];
  const list = Array.isArray(input) ? listFromRows(input, errors) : withIsoDays(input);
  const read = OfficialYear.safeParse(isRecord(list) ? { decision: null, ...list, ...about } : list);
  if (!read.success) errors.push(...read.error.issues.map(explainIssue));
  return read.success && errors.length === 0 ? { ok: true, year: read.data } : { ok: false, errors };
}

function listFromRows(rows: readonly unknown[], errors: string[]) {
  const list = { off: [] as unknown[], swappedWorkdays: [] as unknown[] };
  for (const [index, row] of rows.entries()) {
    const { day, kind } = isRecord(row) ? row : {};
    const target = typeof kind === 'string' ? kindWords[folded(kind)] : undefined;
    if (target && typeof day === 'string') list[target].push(isoDay(day));
    else errors.push(`Dòng ${index + 1}: ghi ngày và loại là «nghỉ» hoặc «làm bù»`);
  }
  return list;
}

function withIsoDays(input: unknown): unknown {
  if (!isRecord(input)) return input;
  const { off, swappedWorkdays } = input;
  const iso = (days: unknown) => (Array.isArray(days) ? days.map(isoDay) : days);
  return { ...input, off: iso(off), swappedWorkdays: iso(swappedWorkdays) };
}

function isoDay(day: unknown): unknown {
  if (typeof day !== 'string') return day;
  const [, d = '', m = '', y = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(day) ?? [];
  return y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : day.trim();
}

function explainIssue(issue: z.core.$ZodIssue): string {
  const [field, index] = issue.path;
  if (issue.code === 'custom') return issue.message;
  const where = fieldWords[String(field)] ?? 'Danh sách ngày nghỉ';
  const message = issue.code === 'invalid_type' ? 'còn thiếu hoặc không đúng kiểu' : issue.message;
  return typeof index === 'number' ? `${where} thứ ${index + 1}: ${message}` : `${where}: ${message}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').trim().toLowerCase();
}

function spoken(day: string): string {
  const [y, m, d] = day.split('-');
  return `${d}/${m}/${y}`;
}
