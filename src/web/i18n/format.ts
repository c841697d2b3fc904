import { language } from './language.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** An ISO day as 15/11/2022; «—» where there is none. */
export function showDay(iso: string | null | undefined): string {
  const [year, month, day] = iso?.slice(0, 10).split('-') ?? [];
  return year && month && day ? `${day}/${month}/${year}` : '—';
}

/** An ISO instant on this machine's clock as 14:02:11. */
export function showTime(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** An ISO instant as 15/11/2022 14:02. */
export function showMoment(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const weekdays = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** An ISO day with its weekday: «Thứ Bảy 21/11/2026». */
export function showDate(iso: string): string {
  const day = Temporal.PlainDate.from(iso);
  return `${weekdays[language()][day.dayOfWeek - 1]} ${showDay(iso)}`;
}

/** A whole number with the marks of the language: 1.234 or 1,234. */
export function showNumber(value: number): string {
  return new Intl.NumberFormat(language() === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** An amount of đồng, in triệu or tỷ where it is large: «1,8 tỷ», «350 triệu», «900.000 đồng». */
export function showMoney(dong: number): string {
  const vi = language() === 'vi';
  const write = (value: number) =>
    new Intl.NumberFormat(vi ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 }).format(value);
  if (dong >= 1e9) return `${write(dong / 1e9)} ${vi ? 'tỷ' : 'bn đồng'}`;
  if (dong >= 1e6) return `${write(dong / 1e6)} ${vi ? 'triệu' : 'm đồng'}`;
  return `${write(dong)} đồng`;
}

/** An amount with its English noun: «1 directive», «1,234 directives»; `many` where -s does not make the plural. */
export function counted(amount: number | string, one: string, many = `${one}s`): string {
  return `${amount} ${String(amount) === '1' ? one : many}`;
}

/** Words that stand alone with a capital first: papers print a subject after «Về việc», so that it begins small. */
export function asHeading(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Bytes as KB or MB. */
export function showBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${showNumber(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${showNumber(Math.round(bytes / 100_000) / 10)} MB`;
}

/** What people typed as a day, 15/11/2026 or 15-11-2026 or ISO, as ISO; null where it is no day. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const said = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  const iso = said ? `${said[3]}-${two(Number(said[2]))}-${two(Number(said[1]))}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}
