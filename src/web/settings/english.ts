import type { Setting } from '../../features/settings/contract.ts';

const ours = 'A default of the software; no law says';

/** What each setting decides and where its default comes from, in English. */
export const settingsInEnglish: Record<Setting['key'], { words: string; basis: string }> = {
  dueSoonWorkingDays: {
    words: 'How many working days before the deadline work counts as due soon',
    basis: ours,
  },
  'due.rollForward': {
    words: 'A deadline that ends on a day off lasts through the next working day',
    basis: 'Default by article 148(5) of the Civil Code 2015',
  },
  'due.beforeEndsOnWorkingDay': {
    words: '“Before day D” ends with the last working day before D',
    basis: ours,
  },
  'report.nineMonthsClosingDay': {
    words: 'Day of September on which the figures of nine months close',
    basis: 'Default in the manner of article 12(2) of decree 09/2019/NĐ-CP, which does not rule nine months',
  },
  'occurrence.horizonDays': {
    words:
      'How many days ahead occurrences of recurring duties are put into the register (the next one always is)',
    basis: ours,
  },
  'drafts.opinionWorkingDays': {
    words: 'Working days for an opinion on a draft act where the letter gives no day',
    basis:
      'Default by a summary of article 17 of decree 191/2026/NĐ-CP (2 to 5 working days), not checked against the text; legal drafts are usually given more',
  },
  'drafts.silenceAgrees': {
    words: 'Who does not answer in time when asked about a draft act counts as agreeing',
    basis: 'Default by a summary of article 17 of decree 191/2026/NĐ-CP, not checked against the text',
  },
  'urging.person': {
    words:
      'Working days before (negative), on (0) and after the deadline on which the person in charge is reminded',
    basis: ours,
  },
  'urging.head': {
    words: 'Working days before, on and after the deadline on which the head of the leading unit is reminded',
    basis: ours,
  },
  'urging.director': {
    words:
      'Working days before, on and after the deadline on which the director of the leading unit is reminded; every director where the unit has none',
    basis: ours,
  },
  'digest.on': { words: 'Send everybody who has an address a mail of reminders each day', basis: ours },
  'digest.hour': { words: 'From which hour of a working day these mails go out', basis: ours },
  'digest.weekly': {
    words:
      'On the first working day of a week, add a summary of the unit for heads and of the agency for directors',
    basis: ours,
  },
  'quiet.from': {
    words: 'From which hour of the evening no mail goes out (none does on days off)',
    basis: ours,
  },
  'quiet.until': { words: 'From which hour of the morning mail goes out again', basis: ours },
};
