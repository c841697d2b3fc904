import type {
  Placement,
  Reorganisation,
  ReorganisationKind,
  ReorganisationTarget,
} from '../../domain/organisation/reorganisation.ts';

/** What has been filled in of a reorganisation so far. */
export interface Draft {
  kind: ReorganisationKind;
  sources: string[];
  /** Of a merger or closing; empty for a new unit. */
  targetId: string;
  name: string;
  abbreviation: string;
  /** Of a split: whether the old unit goes on, which others that exist take a share, and the new ones, one a line. */
  goesOn: boolean;
  known: readonly string[];
  newUnits: string;
  effectiveOn: string;
  number: string;
  decidedOn: string;
}

export const emptyDraft = (today: string): Draft => ({
  kind: 'merge',
  sources: [],
  targetId: '',
  name: '',
  abbreviation: '',
  goesOn: true,
  known: [],
  newUnits: '',
  effectiveOn: today,
  number: '',
  decidedOn: today,
});

const named = (name: string, abbreviation: string): ReorganisationTarget => ({
  name: name.trim(),
  ...(abbreviation.trim() && { abbreviation: abbreviation.trim() }),
});

/** «Tên; viết tắt», one a line. */
const linesOf = (text: string): ReorganisationTarget[] =>
  text
    .split('\n')
    .map((line) => line.split(/[;\t]/u))
    .filter(([name]) => name?.trim())
    .map(([name = '', abbreviation = '']) => named(name, abbreviation));

function targetsOf(draft: Draft): ReorganisationTarget[] {
  const [source = ''] = draft.sources;
  switch (draft.kind) {
    case 'merge':
      return draft.targetId ? [{ unitId: draft.targetId }] : [named(draft.name, draft.abbreviation)];
    case 'split':
      return [
        ...(draft.goesOn ? [{ unitId: source }] : []),
        ...draft.known.filter((unitId) => unitId !== source).map((unitId) => ({ unitId })),
        ...linesOf(draft.newUnits),
      ];
    case 'rename':
      return [{ unitId: source, ...named(draft.name, draft.abbreviation) }];
    case 'close':
      return draft.targetId ? [{ unitId: draft.targetId }] : [];
  }
}

/** The act as the server takes it; one source only where the kind takes one. */
export function actOf(draft: Draft, placements: readonly Placement[]): Reorganisation {
  const sources = draft.kind === 'merge' ? draft.sources : draft.sources.slice(0, 1);
  return {
    kind: draft.kind,
    effectiveOn: draft.effectiveOn,
    decision: { number: draft.number.trim(), on: draft.decidedOn },
    sources,
    targets: targetsOf({ ...draft, sources }),
    placements: [...placements],
  };
}
