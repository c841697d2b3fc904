import { fold } from '../text/fold.ts';
import type { DirectiveFigureId } from './directive-ids.ts';

/** How reports say each figure about directives, folded; what is said more closely stands first. */
const phrases: readonly (readonly [DirectiveFigureId, string])[] = [
  ['extended-promised', 'gia han chua den han'],
  ['done-after-first', '(?:hoan thanh|xong) (?:qua han|sau han|muon)'],
  ['done-by-first', '(?:hoan thanh|xong) (?:dung han|truoc han|trong han)(?: va truoc han)?'],
  ['open', 'chua hoan thanh|chua xong|con mo|dang thuc hien|dang trien khai'],
  ['accepted', 'hoan thanh|nghiem thu|xong'],
  ['overdue', 'qua han'],
  ['in-time', 'trong han'],
  ['extended', 'gia han'],
  ['returned', 'tra lai'],
  ['stopped', 'dung thuc hien'],
  ['suspended', 'tam hoan'],
  ['hindered', 'vuong mac'],
  ['carried-over', '(?:ky truoc )?chuyen (?:sang|tiep)'],
  ['given', 'giao moi|moi giao'],
  ['in-hand', 'phai thuc hien'],
];
const filler = '(?:da|duoc|bi|dang|con|dang con|duoc giao)';
const thing = '(?:nhiem vu|viec|cong viec)';

const matchers = phrases.map(([id, phrase]) => ({
  id,
  // «5 nhiệm vụ quá hạn»: said of all, and of no unit or part, where nothing but the end follows.
  after: new RegExp(`^${thing}(?: ${filler})* (?:${phrase})(?:$|[ ]*$|(?= trong ky| den ngay chot))`, 'u'),
  // «giao mới 5 nhiệm vụ»
  before: new RegExp(`(?:^|[\\s,;:.])(?:${phrase})(?: (?:duoc|la|co))?\\s*$`, 'u'),
}));
/** A sentence about some unit says nothing of all. */
const ofSome = /(?:^|\s)(?:phong|chi cuc|trung tam|van phong|ban|don vi|so nay)\s/u;
const bare = new RegExp(`^${thing}$`, 'u');

/**
 * The figure that a number of directives typed in a report speaks of; null where it may be any other number, of a unit or of
 * some of them: then nothing is said about it.
 * @param label what is counted, «nhiệm vụ quá hạn»
 * @param before the words of its sentence before the number
 */
export function figureSaid(label: string, before: string): DirectiveFigureId | null {
  const [counted, lead] = [fold(label).trim(), fold(before)];
  if (ofSome.test(lead)) return null;
  const after = matchers.find((one) => one.after.test(counted));
  if (after) return after.id;
  const named = bare.test(counted.replace(/ (?:trong ky|den ngay chot)$/u, ''));
  return (named && matchers.find((one) => one.before.test(lead))?.id) || null;
}
