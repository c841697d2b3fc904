import type { Parties } from '../units/parties.ts';

/** What the walk needs to know of the paper. */
export interface Frame {
  /** The text with every white-space character as one blank. */
  flat: string;
  /** A report or press text: an instruction must be told as one. */
  press: boolean;
  /** A report, proposal or minutes: only its parts on work to come give instructions. */
  review: boolean;
  /** To whom a letter is addressed. */
  addressee?: Parties;
  hasDeadline: (text: string) => 'dated' | 'recurring' | undefined;
}
