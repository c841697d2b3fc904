import type { Calendar } from '../../domain/calendar/calendar.ts';
import { families } from '../../domain/figures/catalogue.ts';
import type { FamilyTold, FigureValues } from '../../domain/figures/evaluate.ts';
import type { RecordUnit } from '../../domain/figures/figure.ts';
import type { Permission } from '../../domain/permissions/permission.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { readDirectives } from './families/directives.ts';
import { readDocuments } from './families/documents.ts';
import { readDrafts, readOpinions } from './families/drafts.ts';
import type { FamilyAsking, ReadFamily } from './families/family.ts';
import { readProgramme } from './families/programme.ts';
import { readRequests } from './families/requests.ts';
import { readTargets } from './families/targets.ts';
import { readInspections, readTaskChanges, readTaskSteps, readTasks } from './families/tasks.ts';
import { readingOf } from './period.ts';
import type { Asking, RegisterThen } from './register.ts';

/** How the records of each other family are read; directives, whose register own figures look at too, beside them. */
const others: Record<Exclude<RecordUnit, 'directives'>, ReadFamily> = {
  requests: readRequests,
  programme: readProgramme,
  targets: readTargets,
  drafts: readDrafts,
  opinions: readOpinions,
  tasks: readTasks,
  inspections: readInspections,
  'task-changes': readTaskChanges,
  'task-steps': readTaskSteps,
  documents: readDocuments,
};

/** The records of one family. */
export const readFamily: Record<RecordUnit, ReadFamily> = { directives: readDirectives, ...others };

/** What a period is read by: its days, and which of them are soon. */
export async function askingOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  asking: Asking & { calendar: Calendar },
): Promise<FamilyAsking> {
  const { cut, calendar, among = [asking] } = asking;
  const { soonUntil } = await asOfToday(tx, ctx, actor.agencyId, calendar, cut.cutOff);
  return { ...asking, among, tx, ctx, actor, reading: readingOf(cut, soonUntil, calendar) };
}

/** A period read: every figure of the catalogue. */
export interface PeriodTold {
  values: FigureValues;
  register: RegisterThen;
}

/** What is asked for beside seeing figures. */
const seen: Partial<Record<RecordUnit, Permission>> = {
  documents: 'document.view',
  tasks: 'task.view',
  inspections: 'task.view',
  'task-changes': 'task.view',
  'task-steps': 'task.view',
};

/** Whether the viewer may see figures of a family. */
export function seesFamily({ permissions }: Actor, family: RecordUnit): boolean {
  const asked = seen[family];
  return asked === undefined || permissions.has(asked);
}

/** Families whose records are not of one unit say nothing of a unit. */
const saysOf = (family: RecordUnit, unit: string | undefined) =>
  unit === undefined || 'unit' in families[family].splits;

/** Every figure of the catalogue in a period, as known at a moment. */
export async function tellPeriod(asking: FamilyAsking): Promise<PeriodTold> {
  const { told, register } = await readDirectives(asking);
  const all: FamilyTold[] = [told];
  for (const family of Object.keys(others) as (keyof typeof others)[])
    if (seesFamily(asking.actor, family) && saysOf(family, asking.unit))
      all.push((await others[family](asking)).told);
  return { register, values: new Map(all.flatMap(({ values }) => [...values()])) };
}
