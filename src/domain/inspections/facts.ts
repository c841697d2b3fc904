import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import type { RecordedFact } from '../drafts/facts.ts';
import { RestsOn } from '../tasks/facts.ts';
import { outcomes } from '../tasks/lifecycle/step.ts';

const line = (message: string, length = 300) => z.string().trim().min(3, message).max(length);
const reason = line('Nêu lý do', 1000);

/** A round of inspections (đợt kiểm tra) as the plan of its year says it. */
export const InspectionPlan = z
  .object({
    name: line('Ghi tên đợt kiểm tra'),
    from: Day,
    to: Day,
    /** The unit that leads the team, under the name it bore. */
    unit: z.object({ unitId: z.uuid(), name: z.string() }),
    /** Who goes, as people write it: «Phó Giám đốc (trưởng đoàn), đại diện Sở Tài chính». */
    team: z.string().trim().max(2000).default(''),
    taskIds: z
      .array(z.uuid())
      .min(1, 'Chọn ít nhất một nhiệm vụ')
      .max(200)
      .transform((ids) => [...new Set(ids)]),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Ngày cuối phải sau ngày đầu.' });
export type InspectionPlan = z.infer<typeof InspectionPlan>;

/** How an inspection ends, as the fact of the task says it. */
export const InspectionOutcome = z.enum(
  Object.keys(outcomes.inspected) as (keyof typeof outcomes.inspected)[],
);
export type InspectionOutcome = z.infer<typeof InspectionOutcome>;

/** What the team asks to be put right, a line of the minutes. */
export const InspectionFinding = z.object({ id: z.uuid(), words: line('Ghi kiến nghị', 1000) });
export type InspectionFinding = z.infer<typeof InspectionFinding>;

/** What happens to a round of inspections. */
export const InspectionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), plan: InspectionPlan, restsOn: RestsOn.nullable() }),
  /** The plan said anew, with why. */
  z.object({ kind: z.literal('amended'), plan: InspectionPlan, reason, restsOn: RestsOn.nullable() }),
  /** One task was inspected; `factId` is the fact on the task that says with which result. */
  z.object({
    kind: z.literal('minuted'),
    taskId: z.uuid(),
    factId: z.uuid(),
    findings: z.array(InspectionFinding).max(50),
    restsOn: RestsOn.nullable(),
  }),
  z.object({ kind: z.literal('findingGiven'), findingId: z.uuid(), directiveId: z.uuid() }),
  /** Nothing is left to be given: put right on the spot, or asked of nobody here. */
  z.object({ kind: z.literal('findingSpared'), findingId: z.uuid(), reason }),
  z.object({ kind: z.literal('dropped'), reason }),
]);
export type InspectionBody = z.infer<typeof InspectionBody>;
export type InspectionFact = RecordedFact<InspectionBody>;
