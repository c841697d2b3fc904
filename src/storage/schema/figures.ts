import type { DatedBy } from '../../domain/figures/own.ts';
import type { Instant } from './foundation.ts';

/** Tables of 0015_figures.sql. */
export interface FigureTables {
  own_figure: {
    agency_id: string;
    id: string;
    name: string;
    /** Search parameters of the register's filter. */
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
