import { z } from 'zod';
import { DirectiveFilter } from '../directives/filter.ts';
import { DocumentFilter } from '../documents/filter.ts';
import { DraftFilter, OpinionFilter } from '../drafts/filter.ts';
import { ProgrammeFilter } from '../programme/filter.ts';
import { SharedRequestFilter } from '../requests/request.ts';
import { TargetFilter } from '../targets/filter.ts';

/** Families of records whose lists have a filter that an agency may make a figure of its own. */
export const OwnFamily = z.enum([
  ...(['directives', 'targets', 'programme', 'drafts', 'opinions', 'requests', 'documents'] as const),
]);
export type OwnFamily = z.infer<typeof OwnFamily>;

/** The filter of each family's list; a name that is not its own belongs to another list and is refused. */
export const ownGrammars = {
  directives: DirectiveFilter.strict(),
  targets: TargetFilter.strict(),
  programme: ProgrammeFilter.strict(),
  drafts: DraftFilter.strict(),
  opinions: OpinionFilter.strict(),
  requests: SharedRequestFilter.strict(),
  documents: DocumentFilter.strict(),
} as const satisfies Record<OwnFamily, z.ZodObject>;

/** A filter of a list from its search parameters. @throws z.ZodError for what is no filter of that list */
export const ownFilterOf = <Name extends OwnFamily>(
  family: Name,
  query: string,
): z.infer<(typeof ownGrammars)[Name]> =>
  ownGrammars[family].parse(Object.fromEntries(new URLSearchParams(query))) as z.infer<
    (typeof ownGrammars)[Name]
  >;
