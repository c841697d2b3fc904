import type { Deadline } from '../../../domain/deadlines/deadline.ts';
import { sayDay, sayDeadline } from '../../../domain/deadlines/words.ts';
import type { OfficialDocument, Signature } from '../document.ts';

/** What every document says of who issues it: the rest is its own. */
export interface Frame {
  /** ISO day whose rules of layout hold, and as of which figures stand. */
  on: string;
  superior: string | null;
  issuer: string;
  /** The agency's own sign, «SKHCN». */
  agencySign: string;
  number: number | null;
  place: string;
  /** ISO; null is left open. */
  date: string | null;
  signature: Signature;
  recipients: readonly string[];
}

/** What a document of a kind has in common with all of its kind; `abbreviation` null for a letter. */
export function framed(
  { on, superior, issuer, agencySign, number, place, date, signature, recipients }: Frame,
  abbreviation: string | null,
): Omit<OfficialDocument, 'title' | 'body'> {
  const sign = abbreviation === null ? agencySign : `${abbreviation}-${agencySign}`;
  return { on, superior, issuer, sign, number, place, date, signature, recipients };
}

/** A task as documents tell of it, already in words where it needs a calendar. */
export interface TaskLine {
  words: string;
  unit: string;
  coordinating: readonly string[];
  /** Who has it in hand. */
  person: string | null;
  product: string | null;
  /** The deadline as the document said it, «trước ngày 15/11/2026»; null where none. */
  deadline: string | null;
  /** Last day in time, ISO; null without a day. */
  due: string | null;
  /** The same by the deadline it was first given with. */
  firstDue: string | null;
  timesExtended: number;
  /** Working days after the last day in time; 0 in time. */
  daysLate: number;
  overdue: boolean;
  /** «Quá hạn», «Chưa đến hạn». */
  state: string;
  /** The document that gave it; null where it was given by word. */
  source: string | null;
}

/** Today's deadline; where it was extended also the first one and how often. */
export function sayDue({ deadline, due, firstDue, timesExtended }: TaskLine): string {
  const now = due === null ? (deadline ?? 'Không nêu hạn') : sayDay(due);
  if (timesExtended === 0) return now;
  const first = firstDue === null ? '' : `hạn đầu ${sayDay(firstDue)}, `;
  return `${now} (${first}gia hạn ${timesExtended} lần)`;
}

/** State, and by how much it is late. */
export const sayState = ({ state, daysLate }: TaskLine): string =>
  daysLate > 0 ? `${state}, muộn ${daysLate} ngày làm việc` : state;

/** The task and where it comes from. */
export const sayTask = ({ words, source }: TaskLine): string =>
  source === null ? words : `${words} (${source})`;

/** A deadline in the words of a document: «trước ngày 15/11/2026», «trong quý IV/2026»; null where none binds. */
export function writtenDeadline(deadline: Deadline): string | null {
  if (deadline.kind === 'none') return null;
  return sayDeadline(deadline).replace(/^(trước|chậm nhất|từ) (?=\d{2}\/)/u, '$1 ngày ');
}
