import type { AssetBody } from '../../domain/assets/asset.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0028_assets.sql. */
export interface AssetTables {
  asset_fact: {
    agency_id: string;
    id: string;
    task_id: string;
    asset_id: string;
    happened_on: Day;
    recorded_at: Instant;
    recorded_by: string | null;
    body: Json<AssetBody>;
  };
  asset_directive: {
    agency_id: string;
    id: string;
    directive_id: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
