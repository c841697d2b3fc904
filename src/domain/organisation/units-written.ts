import type { UnitMeant } from './find-unit.ts';

/** Words of a cell as they are quoted back. */
export const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Why what was written names no one unit, and what to write. */
export const unitFault = (written: string, meant: Extract<UnitMeant, string>): string =>
  meant === 'none'
    ? `Không có đơn vị «${shortened(written)}» trong cơ quan. Ghi đúng tên, chữ viết tắt hoặc tên khác của đơn vị, hay thêm đơn vị ở mục Tổ chức.`
    : `Có nhiều đơn vị cùng gọi là «${shortened(written)}». Ghi tên đầy đủ.`;

/** Names parted by semicolons or lines, by commas only where a name is not known whole: «Phòng Kế hoạch, Tài chính». */
export function namesIn(text: string, known: (name: string) => boolean): string[] {
  if (text === '') return [];
  return text
    .split(/[;\n]/u)
    .map((name) => name.trim())
    .filter(Boolean)
    .flatMap((name) => (known(name) ? [name] : name.split(',').map((one) => one.trim())))
    .filter(Boolean);
}
