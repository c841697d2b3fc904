import type { Generated } from 'kysely';
import type { DatedBy } from '../../domain/figures/own.ts';
import type { OwnFamily } from '../../domain/figures/own-families.ts';
import type { Instant } from './foundation.ts';

/** Tables of 0015_figures.sql; families of 0027_own_figure_family.sql and 0030_own_figures_everywhere.sql. */
export interface FigureTables {
  own_figure: {
    agency_id: string;
    id: string;
    name: string;
    /** Whose list the filter is of. */
    family: Generated<OwnFamily>;
    /** Search parameters of that filter. */
    query: string;
    dated_by: DatedBy;
    added_on: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  own_figure_withdrawal: {
    agency_id: string;
    id: string;
    figure_id: string;
    reason: string;
    withdrawn_on: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
