import { courseOf } from '../examples/tasks/course.ts';
import type { Branch, Happening, TaskPlan } from '../examples/tasks/plan.ts';
import type { ToldTask } from '../examples/tasks/replay.ts';
import type { TaskProfile } from '../src/domain/tasks/about.ts';

/** The portfolio of the invented department in the year 2025, which the test replays. */

const dayPlus = (iso: string, days: number) => Temporal.PlainDate.from(iso).add({ days }).toString();

const rounds = ['Quyết định 41/QĐ-SKHCN', 'Quyết định 97/QĐ-SKHCN', 'Quyết định 203/QĐ-SKHCN'] as const;

/** What of the twenty tasks that run through the year differs, by their place. */
const running: Partial<Record<number, Branch>> = {
  0: { inspections: [['2025-03-11', rounds[0], 'continue']] },
  1: { inspections: [['2025-03-12', rounds[0], 'adjust']] },
  2: { inspections: [['2025-05-20', rounds[1], 'continue']] },
  3: { inspections: [['2025-05-21', rounds[1], 'continue']] },
  4: { inspections: [['2025-10-15', rounds[2], 'continue']] },
  19: { suspendedAfter: 480 },
};

type Planned = readonly [contractOn: string, months: number, branch?: Branch];

/** Contracted before the year and under way when it began: twenty-nine. */
const carriedOver: readonly Planned[] = [
  ...Array.from({ length: 20 }, (_, at): Planned => [dayPlus('2024-03-04', at * 7), 24, running[at]]),
  ['2022-12-16', 24, { result: 'excellent', assets: 'none' }],
  ['2023-02-03', 24, { assets: 'none' }],
  ['2023-03-03', 24, { filedAfter: 45, assets: 'left' }],
  ['2023-05-05', 24, { result: 'excellent' }],
  ['2023-07-01', 24, { assets: 'none' }],
  ['2023-03-02', 24, { extendedBy: 6, assets: 'none' }],
  ['2023-04-01', 24, { result: 'not-achieved', assets: 'left' }],
  ['2024-06-03', 24, { terminatedAfter: 330 }],
  ['2024-01-15', 24, { extendedBy: 6 }],
];

/** Contracted within the year: twelve, the last under the law of 2025. */
const begun: readonly Planned[] = [
  ['2025-02-03', 24, { changes: ['content'] }],
  ['2025-02-17', 24, { changes: ['equipment', 'budget-move'], refused: true }],
  ['2025-03-03', 24, { ownChange: true }],
  ['2025-03-17', 24, { changes: ['investigator'] }],
  ...['2025-04-14', '2025-05-05', '2025-06-02', '2025-07-07'].map((day): Planned => [day, 24]),
  ...['2025-08-04', '2025-09-08', '2025-10-06'].map((day): Planned => [day, 18]),
  ['2025-12-01', 18],
];

/** Ended long ago and taken over as such; of three the assets were settled within the year. */
const takenOver = 286;
const settledOn = ['2025-02-10', '2025-05-12', '2025-11-10'];

/** Every task of the year in a unit, with what happens to it. */
export function toldYear(unit: TaskProfile['unit']): ToldTask[] {
  const profile = (order: number): TaskProfile => ({
    ...{ title: `Nhiệm vụ số ${order}`, level: 'province', type: 'topic', field: 'Nông nghiệp' },
    ...{ programmeId: null, unit, orderedBy: null, aims: '', products: '', members: [] },
  });
  const planned = [...carriedOver, ...begun].map(([contractOn, months, branch], at): ToldTask => {
    const plan: TaskPlan = {
      ...{ order: at + 1, title: profile(at + 1).title, contractOn, months, number: `${at + 1}/HĐ` },
      law: contractOn === '2025-12-01' ? 'B-science' : 'A',
      host: { id: null, name: 'Viện Cơ khí Sông Hương' },
      investigator: { id: null, name: 'TS. Trần Minh Khôi' },
      money: 800_000_000,
      branch: { inspections: [], ...branch },
    };
    return { profile: profile(at + 1), code: null, happenings: courseOf(plan) };
  });
  const old = Array.from({ length: takenOver }, (_, at): ToldTask => {
    const day = settledOn[at];
    const happenings: Happening[] = [
      { on: '2023-06-30', body: { kind: 'takenOver', phase: 'after' } },
      ...(day ? [{ on: day, body: { kind: 'assetsPlanned', none: true } as const }] : []),
    ];
    return { profile: profile(100 + at), code: null, happenings };
  });
  return [...planned, ...old];
}

/** The days on which the year is cut off. */
export const cutOffs = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'] as const;

/** What every figure is at each of them, since 1/1/2025. */
export const stated: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'tasks-in-hand': [33, 36, 39, 41],
  'tasks-carried-over': [29, 29, 29, 29],
  'tasks-new': [4, 7, 10, 12],
  'tasks-accepted': [1, 3, 5, 6],
  'tasks-excellent': [1, 1, 2, 2],
  'tasks-achieved': [0, 2, 3, 4],
  'tasks-completed': [0, 0, 0, 0],
  'tasks-accepted-in-time': [1, 2, 4, 5],
  'tasks-accepted-late': [0, 1, 1, 1],
  'tasks-accepted-undated': [0, 0, 0, 0],
  'tasks-not-achieved': [0, 1, 1, 1],
  'tasks-terminated': [0, 1, 1, 1],
  'tasks-under-way': [32, 31, 32, 33],
  'tasks-extended': [1, 1, 1, 2],
  'tasks-times-extended': [1, 1, 1, 2],
  'tasks-inspected': [2, 4, 4, 5],
  'tasks-suspended': [0, 0, 0, 1],
  'tasks-registered': [1, 2, 4, 6],
  'tasks-recognised': [0, 2, 4, 5],
  'tasks-liquidated': [0, 0, 3, 4],
  'tasks-assets-unsettled': [285, 287, 287, 285],
  'tasks-applied': [0, 0, 1, 3],
  'tasks-effect-reports': [0, 0, 0, 0],
  'inspections-rounds': [1, 2, 2, 3],
  'inspections-held': [2, 4, 4, 5],
  'inspections-continue': [1, 3, 3, 4],
  'inspections-adjust': [1, 1, 1, 1],
  'changes-decided': [1, 3, 6, 7],
  'changes-made': [1, 3, 4, 5],
  'changes-refused': [0, 0, 1, 1],
  'changes-by-host': [0, 0, 1, 1],
  'changes-waiting': [0, 1, 0, 0],
};
