import { z } from 'zod';
import { Day } from '../../calendar/day.ts';
import { taskRegimes } from '../law.ts';
import { type Subject, subjectWords } from './subjects.ts';

export const SubjectName = z.enum(Object.keys(subjectWords) as [Subject, ...Subject[]]);

/** What stands in the address of the list of rules. */
export const RulesFilter = z.object({
  /** In force on this day; today unless told. */
  on: Day.optional(),
  regime: z.enum(taskRegimes as unknown as ['A', 'B-science', 'B-innovation']).optional(),
  subject: SubjectName.optional(),
  /** Only those that rest on a default, or that the agency decided itself. */
  only: z.enum(['setting', 'own']).optional(),
});
export type RulesFilter = z.infer<typeof RulesFilter>;
