import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Role } from '../permissions/permission.ts';

/** Sáp nhập, chia tách, đổi tên, giải thể. */
export const ReorganisationKind = z.enum(['merge', 'split', 'rename', 'close']);
export type ReorganisationKind = z.infer<typeof ReorganisationKind>;

/** A unit that goes on or comes to be: one that exists, perhaps under another name from then on, or a new one. */
export const ReorganisationTarget = z.object({
  unitId: z.uuid().optional(),
  name: z.string().trim().min(2, 'Nhập tên đơn vị').max(200).optional(),
  abbreviation: z.string().trim().max(40).optional(),
  /** Of a new unit; null directly under the agency. */
  parentId: z.uuid().nullable().optional(),
});
export type ReorganisationTarget = z.infer<typeof ReorganisationTarget>;

/** What a reorganisation may place: open directives, posts, requests between units, units beneath. */
export const PlacedRecord = z.enum(['directive', 'post', 'request', 'unit']);
export type PlacedRecord = z.infer<typeof PlacedRecord>;

/** Another place than the default for one record; `target` counts from 0, null ends a post without a successor. */
export const Placement = z.object({
  record: PlacedRecord,
  id: z.uuid(),
  target: z.int().min(0).nullable(),
  role: Role.optional(),
});
export type Placement = z.infer<typeof Placement>;

/** One act on the organisation, as decided: from which units, to which, from what day on. */
export const Reorganisation = z.object({
  kind: ReorganisationKind,
  /** First day of the new order. */
  effectiveOn: Day,
  decision: z.object({ number: z.string().trim().min(1, 'Nhập số quyết định').max(100), on: Day }),
  sources: z.array(z.uuid()).min(1, 'Chọn đơn vị').max(20),
  targets: z.array(ReorganisationTarget).min(1, 'Chọn hoặc đặt tên đơn vị nhận').max(20),
  placements: z.array(Placement).max(5000).default([]),
});
export type Reorganisation = z.infer<typeof Reorganisation>;

/** The decision as facts and papers name it. */
export function sayDecision({ number, on }: Reorganisation['decision']): string {
  const day = Temporal.PlainDate.from(on);
  const named = /^(?:quyết định|nghị quyết|nghị định)/iu.test(number) ? number : `Quyết định số ${number}`;
  return `${named} ngày ${day.day}/${day.month}/${day.year}`;
}
