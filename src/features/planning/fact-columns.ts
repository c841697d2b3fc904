import { sql } from 'kysely';

/** Columns of a fact `f` as it is told, with the name of the person `p` who recorded it. */
export const toldColumns = sql`f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
  coalesce(p.full_name, 'Hệ thống') as by, f.body`;

/** The same of facts that are recorded in another's stead, too. */
export const actedColumns = sql`${toldColumns}, f.recorded_by as "byId", f.in_name_of as "inNameOf"`;
