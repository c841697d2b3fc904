/** A month with its year told as past: «tháng 10/2017», «ngày 12/3/2017», «tháng 3 năm 2017». */
const told =
  /(?<!(?:trong|trước|đến|hết|nhất|vào|cuối|từ|sau)\s(?:ngày\s)?)(?:tháng\s*(\d{1,2})\s*(?:\/|-|\s+năm\s+)(\d{4})|(?:ngày|sáng|chiều|tối|hôm)\s*\d{1,2}\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4}))/giu;

/**
 * For a text that carries no date: the last day of the latest month it speaks of with its year.
 * A day without a year is read as following it closely (see `trustedDays`).
 */
export function contextDay(flat: string): string | undefined {
  let latest = '';
  for (const match of flat.matchAll(told)) {
    const month = Number(match[1] ?? match[3]);
    const year = Number(match[2] ?? match[4]);
    if (month < 1 || month > 12 || year < 1950 || year > 2100) continue;
    const day = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (day > latest) latest = day;
  }
  return latest || undefined;
}

/** A context further away than this is no ground for a year. */
export const trustedDays = 183;
