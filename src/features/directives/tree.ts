import { type RawBuilder, sql } from 'kysely';
import type { AsOf } from '../../domain/directives/state.ts';
import { type Node, percentOf } from '../../domain/directives/tree.ts';
import type { TreeRow } from './contract.ts';
import type { FoundOne } from './queries.ts';
import { stateInSql } from './where.ts';

type Row = Omit<TreeRow, 'percent'> & { reported: number; weight: number; phase: string };

/**
 * The whole tree a directive stands in, from its root down, each row with its depth, and how far it is with what
 * hangs beneath it (0–100). Occurrences of a recurring duty are not its parts.
 */
export const treeRows = (agencyId: string, id: string, asOf: AsOf): RawBuilder<Row> => sql<Row>`
    with recursive up as (
      select directive_id, parent_id, origin from directive_now where agency_id = ${agencyId} and directive_id = ${id}
      union all
      select p.directive_id, p.parent_id, p.origin from up join directive_now p
        on p.agency_id = ${agencyId} and p.directive_id = up.parent_id where up.origin = 'part'),
    down as (
      select directive_id, 0 as depth, array[directive_id] as path from up where origin <> 'part'
      union all
      select c.directive_id, d.depth + 1, d.path || c.directive_id from down d join directive_now c
        on c.agency_id = ${agencyId} and c.parent_id = d.directive_id and c.origin = 'part')
    select n.directive_id as id, n.parent_id as "parentId", d.words, n.lead_name as "leadName", n.due as "dueDay",
      p.full_name as "assigneeName", ${stateInSql(asOf)} as state, n.percent as reported, n.weight, n.phase, down.depth
    from down join directive_now n on n.agency_id = ${agencyId} and n.directive_id = down.directive_id
    join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
    left join person p on p.agency_id = n.agency_id and p.id = n.assignee_id
    order by down.path`;

/** The tree of a directive that has no parts and is none. */
export const treeOfOne = (row: FoundOne): TreeRow[] => [
  {
    id: row.id,
    parentId: row.parentId,
    words: row.words,
    leadName: row.leadName,
    assigneeName: row.assigneeName,
    dueDay: row.due,
    state: row.state,
    percent: row.percent,
    weight: row.weight,
    depth: 0,
  },
];

/** The tree of its rows. */
export function treeFrom(rows: readonly Row[]): TreeRow[] {
  return rows.map(({ reported, phase, ...row }) => ({
    ...row,
    percent: percentOf(nodeOf(rows, { reported, phase, ...row })),
  }));
}

function nodeOf(rows: readonly Row[], row: Row): Node {
  return {
    percent: row.reported,
    weight: row.weight,
    stopped: row.phase === 'stopped',
    parts: rows
      .filter((part) => part.depth > 0 && part.parentId === row.id)
      .map((part) => nodeOf(rows, part)),
  };
}
