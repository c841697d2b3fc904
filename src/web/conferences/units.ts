import { fold } from '../../domain/text/fold.ts';
import type { Option } from '../ui/combo-box.tsx';

/** First letters of the words of a name: «qlkh» of «Phòng Quản lý khoa học» begins within them. */
const initials = (name: string) =>
  fold(name)
    .split(/\s+/u)
    .map((word) => word.charAt(0))
    .join('');

/** Of named things those that what is typed can mean, by words or first letters, with marks or without. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const wanted = fold(typed.trim());
  return options.filter(({ label }) => fold(label).includes(wanted) || initials(label).includes(wanted));
}
