import { isWeeklyRest, type LawfulDayOff, lawfulDaysOff } from './law-of-year.ts';
import { tetOf } from './lunar.ts';
import type { CalendarConfidence, OfficialYear } from './official-year.ts';

/** A day off of the working week, and why. */
export interface DayOff {
  day: string;
  words: string;
}

/** One year of the calendar, made once: what is asked of it is then a look-up. */
export interface YearTable {
  year: number;
  /** Computed, or an estimate: an administrator should import the official list. */
  provisional: boolean;
  confidence: CalendarConfidence | 'COMPUTED';
  /** The notice where known, else where the list comes from. */
  source: string;
  off: DayOff[];
  swappedWorkdays: string[];
  /** Days of the year (1..366) that are worked, ascending. */
  workingDays: number[];
  /** `workedThrough[d]`: how many of the days 1..d are worked; `workedThrough[0]` is 0. */
  workedThrough: number[];
}

/** Makes the table of a year from its official list, or from the law of that year where there is none. */
export function makeYearTable(year: number, official: OfficialYear | undefined): YearTable {
  const lawful = lawfulDaysOff(year);
  const off = official ? officialDaysOff(official, lawful) : lawfulWorkweekDaysOff(lawful);
  const swappedWorkdays = official?.swappedWorkdays ?? [];
  return {
    year,
    provisional: !official || official.confidence === 'LOW',
    confidence: official?.confidence ?? 'COMPUTED',
    source: official
      ? (official.decision ?? official.source)
      : 'Tính theo luật của năm, chờ lịch nghỉ chính thức',
    off,
    swappedWorkdays,
    ...countWorkingDays(year, new Set(off.map(({ day }) => day)), new Set(swappedWorkdays)),
  };
}

function countWorkingDays(year: number, off: ReadonlySet<string>, swapped: ReadonlySet<string>) {
  const workingDays: number[] = [];
  const workedThrough = [0];
  const first = new Temporal.PlainDate(year, 1, 1);
  for (let dayOfYear = 1; dayOfYear <= first.daysInYear; dayOfYear++) {
    const day = first.add({ days: dayOfYear - 1 });
    const iso = day.toString();
    if (swapped.has(iso) || !(off.has(iso) || isWeeklyRest(day))) workingDays.push(dayOfYear);
    workedThrough.push(workingDays.length);
  }
  return { workingDays, workedThrough };
}

function lawfulWorkweekDaysOff(lawful: readonly LawfulDayOff[]): DayOff[] {
  return lawful
    .filter(({ day }) => !isWeeklyRest(day))
    .map(({ day, words }) => ({ day: day.toString(), words }));
}

/** The official days, each named by the law of the year where the law explains it. */
function officialDaysOff(official: OfficialYear, lawful: readonly LawfulDayOff[]): DayOff[] {
  const names = new Map(lawful.map(({ day, words }) => [day.toString(), words]));
  const tet = tetOf(official.year);
  return official.off.map((day) => {
    const fromTet = tet.until(day, { largestUnit: 'days' }).days;
    const nearTet = fromTet >= -3 && fromTet <= 7;
    const words = nearTet ? 'Nghỉ Tết Nguyên đán' : 'Nghỉ theo văn bản công bố lịch nghỉ (hoán đổi)';
    return { day, words: names.get(day) ?? words };
  });
}
