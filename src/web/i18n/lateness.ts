import type { Late } from '../../domain/calendar/late.ts';
import { language } from './language.ts';

interface Told {
  /** In Vietnamese, as papers and mails say it; empty without a day. */
  lateness: string;
  late: Late | null;
}

/** How late something is in the language of the screens; empty where there is nothing to say. */
export function showLateness({ lateness, late }: Told): string {
  return language() === 'vi' || late === null ? lateness : inEnglish(late);
}

function inEnglish({ when, workingDays, done }: Late): string {
  if (when === 'on') return done ? 'done on the last day' : 'due today';
  const amount = workingDays === 0 ? 'less than 1 working day' : counted(workingDays);
  if (done) return `done ${amount} ${when === 'before' ? 'early' : 'late'}`;
  return `${amount} ${when === 'before' ? 'left' : 'late'}`;
}

const counted = (days: number) => `${days} working day${days === 1 ? '' : 's'}`;
