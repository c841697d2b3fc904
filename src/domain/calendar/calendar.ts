import { isWeeklyRest, lawfulDaysOff } from './law-of-year.ts';
import type { OfficialYear } from './official-year.ts';
import { publishedYears } from './published-years.ts';
import { dayWords, weekdayWords } from './words.ts';
import { makeYearTable, type YearTable } from './year-table.ts';

/** Why a day is worked or not, in words, with what that rests on. */
export interface DayExplained {
  working: boolean;
  /** «Thứ Hai 31/08/2026 nghỉ: …». */
  words: string;
  source: string;
  confidence: YearTable['confidence'];
  provisional: boolean;
}

/** The working calendar of Vietnamese state agencies. Days are `Temporal.PlainDate`. */
export interface Calendar {
  isWorkingDay(day: Temporal.PlainDate): boolean;
  /** The first working day after `day`. */
  nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** The last working day before `day`. */
  previousWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** `day` itself where worked, else the next working day (Civil Code article 148(5)). */
  rollForward(day: Temporal.PlainDate): Temporal.PlainDate;
  /** The n-th working day after `day`, before it for n < 0, `day` itself for 0; `day` is not counted (article 147). */
  addWorkingDays(day: Temporal.PlainDate, n: number): Temporal.PlainDate;
  /**
   * Working days from `a`, not counted, through `b`; negative when `b` is earlier. Inverse of `addWorkingDays`:
   * `workingDaysBetween(a, addWorkingDays(a, n)) === n`.
   */
  workingDaysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number;
  /** Whether the year is computed or an estimate, so that its days may still move. */
  provisional(year: number): boolean;
  /** Everything known of a year: its days off with names, swapped workdays, source. */
  year(year: number): YearTable;
  explain(day: Temporal.PlainDate): DayExplained;
}

/**
 * Makes a calendar.
 * @param years official lists an administrator imported; they go before the published ones of 2014–2027, and those
 *   before what the law of a year gives. Of two lists for a year the later in order counts.
 */
export function makeCalendar({ years = [] }: { years?: readonly OfficialYear[] } = {}): Calendar {
  const official = new Map([...publishedYears(), ...years].map((list) => [list.year, list]));
  const tables = new Map<number, YearTable>();

  function table(year: number): YearTable {
    const known = tables.get(year);
    if (known) return known;
    const made = makeYearTable(year, official.get(year));
    tables.set(year, made);
    return made;
  }

  function workedThrough(day: Temporal.PlainDate): number {
    return table(day.year).workedThrough[day.dayOfYear] ?? 0;
  }

  function isWorkingDay(day: Temporal.PlainDate): boolean {
    const { workedThrough } = table(day.year);
    return workedThrough[day.dayOfYear] !== workedThrough[day.dayOfYear - 1];
  }

  /** The working day at a place counted from 0 in a year's working days, running over into other years. */
  function workingDayAt(year: number, place: number): Temporal.PlainDate {
    let current = year;
    let index = place;
    while (index < 0) index += table(--current).workingDays.length;
    while (index >= table(current).workingDays.length) index -= table(current++).workingDays.length;
    const dayOfYear = table(current).workingDays[index] ?? 1;
    return new Temporal.PlainDate(current, 1, 1).add({ days: dayOfYear - 1 });
  }

  function addWorkingDays(day: Temporal.PlainDate, n: number): Temporal.PlainDate {
    if (!Number.isInteger(n)) throw new RangeError(`Số ngày làm việc phải là số nguyên, không phải ${n}`);
    if (n === 0) return day;
    if (n > 0) return workingDayAt(day.year, workedThrough(day) + n - 1);
    return workingDayAt(day.year, workedThrough(day) - (isWorkingDay(day) ? 1 : 0) + n);
  }

  function workingDaysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
    if (Temporal.PlainDate.compare(a, b) > 0) {
      // Counted back from `a`, itself not counted, through `b`.
      return -(countThrough(b, a) + (isWorkingDay(b) ? 1 : 0) - (isWorkingDay(a) ? 1 : 0));
    }
    return countThrough(a, b);
  }

  /** Working days after `a` through `b`, where a ≤ b. */
  function countThrough(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
    let count = workedThrough(b) - workedThrough(a);
    for (let year = a.year; year < b.year; year++) count += table(year).workingDays.length;
    return count;
  }

  return {
    isWorkingDay,
    nextWorkingDay: (day) => addWorkingDays(day, 1),
    previousWorkingDay: (day) => addWorkingDays(day, -1),
    rollForward: (day) => (isWorkingDay(day) ? day : addWorkingDays(day, 1)),
    addWorkingDays,
    workingDaysBetween,
    provisional: (year) => table(year).provisional,
    year: table,
    explain: (day) => explain(day, table(day.year), isWorkingDay(day)),
  };
}

const confidenceWords: Record<YearTable['confidence'], string> = {
  HIGH: 'độ tin cậy cao',
  MED: 'độ tin cậy trung bình',
  LOW: 'ước tính, chờ lịch nghỉ chính thức',
  COMPUTED: 'tạm tính',
};

function explain(day: Temporal.PlainDate, table: YearTable, working: boolean): DayExplained {
  const { source, confidence, provisional } = table;
  const iso = day.toString();
  const weekday = weekdayWords(day);
  const name = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${dayWords(day)}`;
  const reason = working ? whyWorked(iso, table) : whyOff(day, table);
  const words = `${name} ${working ? 'làm việc' : 'nghỉ'}: ${reason}. Căn cứ: ${source} (${confidenceWords[confidence]}).`;
  return { working, words, source, confidence, provisional };
}

function whyWorked(iso: string, { swappedWorkdays }: YearTable): string {
  return swappedWorkdays.includes(iso) ? 'làm bù cho ngày nghỉ hoán đổi' : 'ngày làm việc bình thường';
}

function whyOff(day: Temporal.PlainDate, { off }: YearTable): string {
  const iso = day.toString();
  const listed = off.find((dayOff) => dayOff.day === iso)?.words;
  const lawful = lawfulDaysOff(day.year).find((dayOff) => dayOff.day.equals(day));
  const named = listed ?? lawful?.words;
  const reasons = [named, isWeeklyRest(day) ? 'nghỉ hằng tuần' : undefined].filter(Boolean).join(', ');
  return lawful ? `${reasons} (${lawful.basis})` : reasons;
}
