const nobody = '00000000-0000-4000-8000-000000000000';

/** A round of inspections of tasks, led by a unit. */
export const roundPlan = (unit: string, taskIds: readonly string[], day: string, words = 'thử') => ({
  ...{ name: `Đợt kiểm tra ${words}`, from: day, to: day, unit, taskIds },
});

/** A body that each route of a round takes, whoever sends it. */
export const inspectionBodies = (day: string): Record<string, unknown> => ({
  'inspection.amend': { plan: roundPlan(nobody, [nobody], day), reason: 'dời lịch', on: day },
  'inspection.minute': { taskId: nobody, on: day, outcome: 'continue', findings: ['bổ sung hồ sơ'] },
  'inspection.give': { given: [], spared: [{ findingId: nobody, reason: 'đã khắc phục' }] },
  'inspection.drop': { reason: 'không kiểm tra nữa' },
});
