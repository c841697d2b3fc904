import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { sayDeadlineInEnglish } from '../../domain/deadlines/english.ts';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import { language } from './language.ts';

/** A deadline in the language of the screens. What is typed into a field is Vietnamese: use `sayDeadline` there. */
export const showDeadline = (deadline: Deadline): string =>
  language() === 'vi' ? sayDeadline(deadline) : sayDeadlineInEnglish(deadline);
