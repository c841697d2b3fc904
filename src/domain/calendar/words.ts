const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** «thứ Ba» … «Chủ nhật». */
export function weekdayWords(day: Temporal.PlainDate): string {
  return weekdays[day.dayOfWeek - 1] ?? '';
}

/** «24/11/2026», with day and month of two digits. */
export function dayWords(day: Temporal.PlainDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day.day)}/${two(day.month)}/${day.year}`;
}
