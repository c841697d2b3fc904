import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id } from '../page.ts';
import { defineRoute } from '../route.ts';

export const CalendarYear = z.object({
  year: z.int(),
  provisional: z.boolean(),
  confidence: z.string(),
  source: z.string(),
  off: z.array(z.object({ day: Day, words: z.string() })),
  swappedWorkdays: z.array(Day),
  workingDays: z.int(),
  abilities: abilitiesTo('import'),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

const YearParams = z.object({ year: z.coerce.number().int().min(1990).max(2100) });

export const getCalendarYear = defineRoute({
  id: 'calendar.year',
  method: 'GET',
  path: '/api/calendar/:year',
  summary: 'Lịch làm việc của một năm',
  permission: 'calendar.view',
  params: YearParams,
  reply: CalendarYear,
});

export const OfficialYear = z.object({
  off: z.array(Day).max(60),
  swappedWorkdays: z.array(Day).max(20),
  decision: z.string().trim().min(3, 'Ghi số, ngày văn bản công bố lịch nghỉ').max(200),
});

/** Imports the official list of a year; open clocks are re-dated and those that moved are told. */
export const importCalendarYear = defineRoute({
  id: 'calendar.import',
  method: 'PUT',
  path: '/api/calendar/:year',
  summary: 'Nhập lịch nghỉ chính thức; dry=true chỉ xem việc nào đổi hạn',
  permission: 'calendar.import',
  params: YearParams,
  query: z.object({ dry: z.stringbool().default(false) }),
  body: OfficialYear,
  reply: z.object({
    year: CalendarYear,
    moved: z.array(z.object({ directiveId: Id, words: z.string(), from: Day, to: Day })),
  }),
});
