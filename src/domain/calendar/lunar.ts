import { getSolarDate } from '@dqcai/vn-lunar';

/**
 * The solar day of a day of the Vietnamese lunar calendar (UTC+7, ordinary months), for lunar years 1200–2199.
 * @param year lunar year, named by the solar year in which its first day falls
 */
export function solarDayOf(year: number, lunarMonth: number, lunarDay: number): Temporal.PlainDate {
  if (year < 1200 || year > 2199) throw new RangeError(`Không có dữ liệu âm lịch cho năm ${year}`);
  const { year: solarYear, month, day } = getSolarDate(lunarDay, lunarMonth, year);
  return new Temporal.PlainDate(solarYear, month, day);
}

/** Mùng 1 Tết of a year. */
export function tetOf(year: number): Temporal.PlainDate {
  return solarDayOf(year, 1, 1);
}
