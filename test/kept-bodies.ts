import { assetBodies } from './asset-bodies.ts';
import { draftBodies, draftRecords } from './draft-bodies.ts';
import { inspectionBodies, roundPlan } from './inspection-bodies.ts';
import { openCallFor, portalBodies } from './outside.ts';
import type { Visitor } from './server.ts';
import { taskBodies, taskRecords } from './task-bodies.ts';

/** A body for each route of rooms whose records are kept as facts, whoever sends it. */
export const keptBodies = (day: string): Record<string, unknown> => ({
  ...draftBodies(day),
  ...taskBodies(day),
  ...assetBodies(day),
  ...inspectionBodies(day),
  ...portalBodies,
});

/** One record of each kind in those rooms, by the path it is made at. */
export const keptRecords = (
  unitId: string,
  said: { day: string; words?: string },
): Record<string, object> => ({
  ...draftRecords(unitId, said),
  ...taskRecords(unitId, said),
});

/** What is opened for a task: a call and a round of inspections, by the path each is made at. */
export const aroundTask = async (
  visitor: Visitor,
  { unitId, taskId, on }: { unitId: string; taskId: string; on: string },
): Promise<{ calls: string; inspections: string }> => ({
  calls: await openCallFor(visitor, taskId, on),
  inspections: (
    await visitor.post<{ id: string }>('/api/inspections', {
      ...{ plan: roundPlan(unitId, [taskId], on, 'bí mật'), on },
    })
  ).id,
});
