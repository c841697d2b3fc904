import type { Language } from '../text/language.ts';
import type { PhaseId, StepKind } from './facts.ts';
import type { TaskRegime } from './law.ts';
import { lifeCycleOf } from './lifecycle/definitions.ts';
import { phaseWordsOf, resultWordsOf, stepWordsOf } from './lifecycle/names.ts';
import { type Condition, kindOf, type Mark, type Phase, type Step } from './lifecycle/step.ts';

/** A step in the drawing, with its place on the grid. */
export interface PictureNode {
  kind: StepKind;
  no: string;
  name: string;
  phase: PhaseId;
  column: number;
  row: number;
  optional: boolean;
  repeats: boolean;
}

/** A line of the drawing: one step needs the other, alone or as one of several ways; or takes it back. */
export interface PictureEdge {
  from: StepKind;
  to: StepKind;
  kind: 'needs' | 'one-of' | 'back';
  /** The result it follows from. */
  result: string | null;
}

/** A phase as a band across the drawing: its first row and how many it has. */
export interface PictureBand {
  phase: PhaseId;
  name: string;
  row: number;
  rows: number;
  aside: boolean;
}

/** The drawing of a life cycle: where each step lies and what leads to what. Columns and rows count from 0. */
export interface Picture {
  columns: number;
  rows: number;
  bands: PictureBand[];
  nodes: PictureNode[];
  edges: PictureEdge[];
}

/** Draws a regime's life cycle: phases one below the other, in each the steps from left to right as they need one another. */
export function pictureOf(regime: TaskRegime, language: Language = 'vi'): Picture {
  const { phases } = lifeCycleOf(regime);
  const bands: PictureBand[] = [];
  const nodes: PictureNode[] = [];
  for (const phase of phases) {
    const row = bands.reduce((sum, band) => sum + band.rows, 0);
    const placed = placePhase(phase, row);
    const rows = Math.max(...placed.map((node) => node.row)) - row + 1;
    const name = phaseWordsOf(regime, phase.id, language);
    bands.push({ phase: phase.id, name, row, rows, aside: phase.aside ?? false });
    nodes.push(...placed.map((node) => ({ ...node, name: stepWordsOf(regime, node.kind, language) })));
  }
  const steps = phases.flatMap((phase) => phase.steps);
  return {
    columns: Math.max(...nodes.map(({ column }) => column)) + 1,
    rows: bands.reduce((sum, band) => sum + band.rows, 0),
    bands,
    nodes,
    edges: steps.flatMap((step) => [...edgesInto(step, language), ...edgesBack(step, language)]),
  };
}

/**
 * Each step one column after the last it needs within its phase, in that one's row where the place is free. Steps that lead
 * on are placed before those that end there, so that lines run straight and not behind another box.
 */
function placePhase({ id, steps }: Phase, top: number): Omit<PictureNode, 'name'>[] {
  const placed: Omit<PictureNode, 'name'>[] = [];
  const waiting = [...steps];
  const leadsOn = (step: Step) => steps.some((one) => needsOf(one).includes(step.kind));
  while (waiting.length > 0) {
    const ready = waiting.filter((step) =>
      needsOf(step).every((kind) => !waiting.some((one) => one.kind === kind)),
    );
    const step = ready.find(leadsOn) ?? ready[0];
    if (!step) throw new Error(`Các bước của giai đoạn «${id}» chờ lẫn nhau`);
    waiting.splice(waiting.indexOf(step), 1);
    const before = placed.filter(({ kind }) => needsOf(step).includes(kind));
    const column = Math.max(-1, ...before.map((node) => node.column)) + 1;
    const row = freeRow(column, before[0]?.row ?? top, [...placed, ...crossedBy(placed, steps)]);
    const { kind, no, optional = false, repeats = false } = step;
    placed.push({ kind, no, phase: id, column, row, optional, repeats });
  }
  return placed;
}

interface Cell {
  column: number;
  row: number;
}

/** Cells that a line runs through between two steps of one row. */
function crossedBy(placed: readonly Omit<PictureNode, 'name'>[], steps: readonly Step[]): Cell[] {
  return placed.flatMap(({ kind, column, row }) => {
    const needs = steps.filter((step) => step.kind === kind).flatMap(needsOf);
    const before = placed.filter((node) => node.row === row && needs.includes(node.kind));
    return before.flatMap((node) =>
      Array.from({ length: column - node.column - 1 }, (_, gap) => ({ column: node.column + 1 + gap, row })),
    );
  });
}

function freeRow(column: number, wanted: number, taken: readonly Cell[]): number {
  let row = wanted;
  while (taken.some((cell) => cell.column === column && cell.row === row)) row++;
  return row;
}

const needsOf = ({ after }: Step): StepKind[] =>
  after ? leadsIn(after).map(({ mark }) => kindOf(mark)) : [];

/** Marks a condition names, each with whether it is one of several ways. */
function leadsIn(condition: Condition, oneOf = false): { mark: Mark; oneOf: boolean }[] {
  if (typeof condition === 'string') return [{ mark: condition, oneOf }];
  return 'all' in condition
    ? condition.all.flatMap((one) => leadsIn(one, oneOf))
    : condition.any.flatMap((one) => leadsIn(one, true));
}

function edgesInto({ kind: to, after }: Step, language: Language): PictureEdge[] {
  const edges = (after ? leadsIn(after) : []).map(({ mark, oneOf }): PictureEdge => {
    const from = kindOf(mark);
    return { from, to, kind: oneOf ? 'one-of' : 'needs', result: resultWordsOf(mark, language) };
  });
  return edges.filter(
    (edge, place) =>
      edges.findIndex(({ from, result }) => from === edge.from && result === edge.result) === place,
  );
}

/** A step that takes others back leads to the first of them. */
function edgesBack({ kind: from, undoes, undoesOn }: Step, language: Language): PictureEdge[] {
  const [first] = (undoes ?? []).filter((kind) => kind !== from);
  const always: PictureEdge[] = first === undefined ? [] : [{ from, to: first, kind: 'back', result: null }];
  const results = Object.entries(undoesOn ?? {}) as [Mark, readonly StepKind[]][];
  return [
    ...always,
    ...results.flatMap(([mark, [to]]): PictureEdge[] =>
      to === undefined ? [] : [{ from, to, kind: 'back', result: resultWordsOf(mark, language) }],
    ),
  ];
}
