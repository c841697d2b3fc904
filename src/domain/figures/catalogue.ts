import { directives } from './directive-figures.ts';
import { directiveFigureIds } from './directive-ids.ts';
import { documentFigureIds, documents } from './documents.ts';
import { draftFigureIds, drafts } from './drafts.ts';
import type { FigureDefinition, RecordUnit } from './figure.ts';
import { opinionFigureIds, opinions } from './opinions.ts';
import { programme, programmeFigureIds } from './programme.ts';
import { requestFigureIds, requests } from './requests.ts';
import { targetFigureIds, targets } from './targets.ts';
import {
  changeFigureIds,
  inspectionFigureIds,
  inspections,
  stepFigureIds,
  taskChanges,
  taskSteps,
} from './task-events.ts';
import { taskFigureIds } from './task-ids.ts';
import { tasks } from './tasks.ts';

/** Every figure that comes with the system; an id is of one family only. */
export const figureIds = [
  ...directiveFigureIds,
  ...documentFigureIds,
  ...targetFigureIds,
  ...programmeFigureIds,
  ...requestFigureIds,
  ...draftFigureIds,
  ...opinionFigureIds,
  ...taskFigureIds,
  ...inspectionFigureIds,
  ...changeFigureIds,
  ...stepFigureIds,
] as const;
export type FigureId = (typeof figureIds)[number];

/** What is said of a figure without looking at records. */
export type FigureSaid = Pick<
  FigureDefinition<never, FigureId>,
  'id' | 'name' | 'counts' | 'unit' | 'sums' | 'continues' | 'better'
> & { family: RecordUnit };

type Groups = Readonly<Record<string, readonly Omit<FigureSaid, 'family'>[]>>;

/** The catalogue: the families of records that figures count, in the order they are shown. */
export const families = {
  ...{ directives, requests, programme, targets, drafts, opinions },
  ...{ tasks, inspections, 'task-changes': taskChanges, 'task-steps': taskSteps },
  documents,
} as const;

/** The groups of each family, each with its figures in order. */
export const figureGroups: Record<RecordUnit, Groups> = {
  directives: directives.groups,
  requests: requests.groups,
  programme: programme.groups,
  targets: targets.groups,
  drafts: drafts.groups,
  opinions: opinions.groups,
  tasks: tasks.groups,
  inspections: inspections.groups,
  'task-changes': taskChanges.groups,
  'task-steps': taskSteps.groups,
  documents: documents.groups,
};

const said = new Map<string, FigureSaid>(
  (Object.keys(families) as RecordUnit[]).flatMap((family) =>
    Object.values(figureGroups[family])
      .flat()
      .map((figure) => [figure.id, { ...figure, family }] as const),
  ),
);

/** The catalogue's figures in the order they are shown. */
export const allFigures: readonly FigureSaid[] = [...said.values()];

/** Whether an id names a figure of the catalogue. */
export const isCatalogued = (id: string): id is FigureId => said.has(id);

/** The figure of an id. */
export function figureOf(id: FigureId): FigureSaid {
  const found = said.get(id);
  if (!found) throw new RangeError(`No figure ${id}`);
  return found;
}

/** Figures that can measure a target: any but those that count targets. */
export const measuringFigures: readonly FigureSaid[] = allFigures.filter(
  ({ family }) => family !== 'targets',
);
