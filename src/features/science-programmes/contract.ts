import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { BoardMember, ScienceProgrammeProfile } from '../../domain/science-programmes/facts.ts';
import { RestsOn } from '../../domain/tasks/facts.ts';
import { TaskState } from '../../domain/tasks/filter.ts';
import { TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import { Day, FactTold, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';
import { TaskRow } from '../tasks/contract.ts';

/** A programme of S&T tasks with how many tasks it has and what they were granted, on a day. */
export const ScienceProgrammeRow = z.object({
  id: Id,
  version: z.int(),
  code: z.string(),
  name: z.string(),
  level: TaskLevel,
  from: Day,
  to: Day,
  tasks: z.int(),
  counts: z.record(TaskState, z.int()),
  /** Granted to its tasks, and in its frame; đồng. */
  granted: z.int(),
  stateMoney: z.int().nullable(),
});
export type ScienceProgrammeRow = z.infer<typeof ScienceProgrammeRow>;

export const ScienceProgrammes = z.object({
  asOf: Day,
  items: z.array(ScienceProgrammeRow),
  abilities: abilitiesTo('open'),
});
export type ScienceProgrammes = z.infer<typeof ScienceProgrammes>;

/** One programme: its frame, board, reports, tasks and history. */
export const ScienceProgramme = ScienceProgrammeRow.extend({
  asOf: Day,
  profile: ScienceProgrammeProfile,
  frame: RestsOn.nullable(),
  board: z.array(BoardMember),
  boardRestsOn: RestsOn.nullable(),
  reports: z.array(z.object({ year: z.int(), words: z.string(), on: Day, restsOn: RestsOn.nullable() })),
  files: z.array(TaskRow),
  history: z.array(FactTold),
  abilities: abilitiesTo('record'),
});
export type ScienceProgramme = z.infer<typeof ScienceProgramme>;

const asOf = z.object({ asOf: Day.optional() });

export const listScienceProgrammes = defineRoute({
  id: 'scienceProgramme.list',
  method: 'GET',
  path: '/api/science-programmes',
  summary: 'Các chương trình KH&CN với số nhiệm vụ và kinh phí, tại một ngày',
  permission: 'task.view',
  query: asOf,
  reply: ScienceProgrammes,
});

export const getScienceProgramme = defineRoute({
  id: 'scienceProgramme.get',
  method: 'GET',
  path: '/api/science-programmes/:id',
  summary: 'Một chương trình KH&CN: khung, ban chủ nhiệm, báo cáo, nhiệm vụ, lịch sử',
  permission: 'task.view',
  params: IdParams,
  query: asOf,
  reply: ScienceProgramme,
  versioned: true,
});

const cited = RestsOn.omit({ documentId: true }).nullable().default(null);

export const openScienceProgramme = defineRoute({
  id: 'scienceProgramme.open',
  method: 'POST',
  path: '/api/science-programmes',
  summary: 'Ghi một chương trình KH&CN theo quyết định phê duyệt khung',
  permission: 'task.record',
  body: z.object({ profile: ScienceProgrammeProfile, on: Day, restsOn: cited }),
  reply: ScienceProgramme,
  status: 201,
  creates: true,
});

/** What is recorded of a programme; the document it rests on stands beside it. */
export const ScienceProgrammeSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('described'), profile: ScienceProgrammeProfile }),
  z.object({ kind: z.literal('boardNamed'), members: z.array(BoardMember).max(50) }),
  z.object({
    kind: z.literal('reported'),
    year: z.int().min(1990).max(2100),
    words: z.string().trim().min(3, 'Ghi kết quả năm').max(4000),
  }),
]);
export type ScienceProgrammeSaid = z.infer<typeof ScienceProgrammeSaid>;

export const recordScienceProgramme = defineRoute({
  id: 'scienceProgramme.record',
  method: 'POST',
  path: '/api/science-programmes/:id/facts',
  summary: 'Ghi khung, ban chủ nhiệm hoặc báo cáo năm của một chương trình KH&CN',
  permission: 'task.record',
  params: IdParams,
  body: z.object({ said: ScienceProgrammeSaid, on: Day, restsOn: cited }),
  reply: ScienceProgramme,
  versioned: true,
});
