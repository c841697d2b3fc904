import { assetBodies } from './asset-bodies.ts';
import { draftBodies, draftRecords } from './draft-bodies.ts';
import { inspectionBodies } from './inspection-bodies.ts';
import { portalBodies } from './outside.ts';
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
