import { z } from 'zod';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { StepName, TaskFilter } from '../../domain/tasks/filter.ts';
import { Day } from '../page.ts';
import { defineRoute } from '../route.ts';
import { Regime, TaskRow } from '../tasks/contract.ts';

const BoardColumns = z.enum(['phase', 'step']);

/** Columns of a board in the order of the life cycle, each with its earliest due tasks. */
export const TaskBoard = z.object({
  asOf: Day,
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      /** Tasks in it, and those of them that are late there. */
      count: z.int(),
      late: z.int(),
      items: z.array(TaskRow),
    }),
  ),
});
export type TaskBoard = z.infer<typeof TaskBoard>;

export const boardTasks = defineRoute({
  id: 'task.board',
  method: 'GET',
  path: '/api/tasks/board',
  summary: 'Nhiệm vụ KH&CN xếp theo giai đoạn hoặc theo bước đang mở',
  permission: 'task.view',
  query: TaskFilter.extend({ by: BoardColumns.default('phase') }),
  reply: TaskBoard,
});

export const exportTasks = defineRoute({
  id: 'task.exportXlsx',
  method: 'GET',
  path: '/api/tasks.xlsx',
  summary: 'Danh mục nhiệm vụ KH&CN theo bộ lọc, dạng Excel',
  permission: 'task.view',
  query: TaskFilter,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

const Cell = { column: z.int(), row: z.int() };

/** The drawing of a life cycle: where each step lies and what leads to what. */
export const LifeCyclePicture = z.object({
  columns: z.int(),
  rows: z.int(),
  bands: z.array(
    z.object({ phase: PhaseId, name: z.string(), row: z.int(), rows: z.int(), aside: z.boolean() }),
  ),
  nodes: z.array(
    z.object({
      ...Cell,
      kind: StepName,
      no: z.string(),
      name: z.string(),
      phase: PhaseId,
      optional: z.boolean(),
      repeats: z.boolean(),
    }),
  ),
  edges: z.array(
    z.object({
      from: StepName,
      to: StepName,
      kind: z.enum(['needs', 'one-of', 'back']),
      result: z.string().nullable(),
    }),
  ),
});
export type LifeCyclePicture = z.infer<typeof LifeCyclePicture>;

export const drawLifeCycle = defineRoute({
  id: 'task.lifeCycle',
  method: 'GET',
  path: '/api/tasks/life-cycles/:regime',
  summary: 'Hình vẽ vòng đời của một chế độ pháp lý',
  permission: 'task.view',
  params: z.object({ regime: Regime }),
  reply: LifeCyclePicture,
});
