import { z } from 'zod';
import windowsFile from '../../../rules/reporting/windows.json' with { type: 'json' };
import { inForce, Rule } from '../rules/rule.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';

/** Decree 09/2019/NĐ-CP article 12; the nine-month window is a setting, since the decree has none. */
export const reportingRules: readonly Rule[] = z.array(Rule).parse(windowsFile);

/** The day of a period's last month on which its figures close (31: the last day); the next period starts after it. */
const WindowRule = z.object({ closingDay: z.int().min(1).max(31) });

export const PeriodKind = z.enum(['month', 'quarter', 'half', 'nine-months', 'year']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** The n-th period of its kind in a year: month 1–12, quarter 1–4, half 1–2, nine months and year 1. */
export interface Period {
  kind: PeriodKind;
  year: number;
  n: number;
}

/** Any days somebody asks a report for, first and last. */
export interface ChosenDates {
  kind: 'dates';
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** First and last day whose figures go into a report; `setting` where the law does not fix them. */
export interface ReportingWindow {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  setting: boolean;
  /** The rule that gave the window; null for chosen dates. */
  ruleId: string | null;
}

/** Whose rules: an agency's own go before the general ones. */
export interface WindowScope {
  rules?: readonly Rule[];
  agency?: string;
}

/**
 * Days whose figures a report of the period covers.
 * @throws RangeError for a period that does not exist, chosen dates in the wrong order, or a time before the decree
 */
export function windowOf(period: Period | ChosenDates, scope: WindowScope = {}): ReportingWindow {
  if (period.kind === 'dates') {
    if (Temporal.PlainDate.compare(period.from, period.to) > 0) {
      throw new RangeError('Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ');
    }
    return { from: period.from, to: period.to, setting: true, ruleId: null };
  }
  const { kind, year, n } = period;
  if (!Number.isInteger(n) || n < 1 || n > periodsAYear[kind]) {
    throw new RangeError(`Không có kỳ ${kind} thứ ${n} trong năm ${year}`);
  }
  const lastMonthOfPeriod = new Temporal.PlainYearMonth(year, monthsOf[kind] * n);
  const rule = windowRule(kind, lastMonthOfPeriod.toPlainDate({ day: 31 }), scope);
  const { closingDay } = WindowRule.parse(rule.value);
  const to = lastMonthOfPeriod.toPlainDate({ day: closingDay });
  const from = lastMonthOfPeriod
    .subtract({ months: monthsOf[kind] })
    .toPlainDate({ day: closingDay })
    .add({ days: 1 });
  return { from, to, setting: rule.confidence === 'setting', ruleId: rule.id };
}

/**
 * The period of a kind whose window holds a day (15/12 is in next year's first periods).
 * @returns null where none does: no nine-month window holds the last quarter
 */
export function periodContaining(
  day: Temporal.PlainDate,
  kind: PeriodKind,
  scope: WindowScope = {},
): Period | null {
  const { closingDay } = WindowRule.parse(windowRule(kind, day, scope).value);
  const closes = day.with({ day: closingDay });
  const { year, month } = Temporal.PlainDate.compare(day, closes) > 0 ? day.add({ months: 1 }) : day;
  const n = Math.ceil(month / monthsOf[kind]);
  return n <= periodsAYear[kind] ? { kind, year, n } : null;
}

/** What the words mean, which no decree changes. */
const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 };
const periodsAYear: Record<PeriodKind, number> = {
  month: 12,
  quarter: 4,
  half: 2,
  'nine-months': 1,
  year: 1,
};

function windowRule(kind: PeriodKind, on: Temporal.PlainDate, { rules, agency }: WindowScope): Rule {
  const rule = inForce(rules ?? reportingRules, { topic: `reporting-window.${kind}`, on, agency });
  if (rule) return rule;
  throw new RangeError(
    `Chưa có quy tắc kỳ báo cáo cho ngày ${on} (Nghị định 09/2019/NĐ-CP có hiệu lực từ 12/3/2019); hãy chọn từ ngày – đến ngày`,
  );
}

const romans = ['I', 'II', 'III', 'IV'];

/** «tháng 3 năm 2026», «quý II năm 2026», «6 tháng đầu năm 2026», «9 tháng năm 2026», «năm 2026». */
export function periodWords({ kind, year, n }: Period, language: Language = 'vi'): string {
  if (language === 'en') return periodInEnglish({ kind, year, n });
  switch (kind) {
    case 'month':
      return `tháng ${n} năm ${year}`;
    case 'quarter':
      return `quý ${romans[n - 1]} năm ${year}`;
    case 'half':
      return `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}

function periodInEnglish({ kind, year, n }: Period): string {
  switch (kind) {
    case 'month':
      return `month ${n}/${year}`;
    case 'quarter':
      return `quarter ${romans[n - 1]}/${year}`;
    case 'half':
      return `${n === 1 ? 'first' : 'second'} half of ${year}`;
    case 'nine-months':
      return `first nine months of ${year}`;
    case 'year':
      return `the year ${year}`;
  }
}

const spoken: readonly [RegExp, (n: string) => Pick<Period, 'kind' | 'n'>][] = [
  [/(?<!\d)0?6 thang (?<n>dau|cuoi) nam/u, (n) => ({ kind: 'half', n: n === 'dau' ? 1 : 2 })],
  [/(?<!\d)0?9 thang(?: dau)?(?: nam)?/u, () => ({ kind: 'nine-months', n: 1 })],
  [/quy (?<n>iv|i{1,3}|[1-4])(?![\p{L}\d])/u, (n) => ({ kind: 'quarter', n: quarterOf(n) })],
  [/thang (?<n>\d{1,2})(?!\d)/u, (n) => ({ kind: 'month', n: Number(n) })],
  [/nam/u, () => ({ kind: 'year', n: 1 })],
];

const quarterOf = (said: string) => Number(said) || romans.indexOf(said.toUpperCase()) + 1;

/** The period that words name, «… 6 tháng đầu năm 2026», the narrowest of them; null where they name none with its year. */
export function periodSaid(words: string): Period | null {
  const folded = fold(words);
  const year = /(?<!\d)(?<year>20\d\d)(?!\d)/u.exec(folded)?.groups?.year;
  if (year === undefined) return null;
  for (const [pattern, make] of spoken) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const period = { ...make(found.groups?.n ?? ''), year: Number(year) };
    return period.n >= 1 && period.n <= periodsAYear[period.kind] ? period : null;
  }
  return null;
}
