import type { Party } from '../../domain/documents/reading.ts';
import type { Tx } from '../../storage/store.ts';
import { Refused } from '../context.ts';

/** Units by id as parties, with the name they bear on a day; refused where one is not of this agency. */
export async function partiesOf(
  tx: Tx,
  agencyId: string,
  unitIds: readonly string[],
  on: string,
): Promise<Party[]> {
  if (unitIds.length === 0) return [];
  const rows = await tx
    .selectFrom('unit_name')
    .distinctOn('unit_id')
    .select(['unit_id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('unit_id', 'in', [...unitIds])
    .orderBy('unit_id')
    .orderBy((eb) => eb('from_day', '<=', on), 'desc')
    .orderBy('from_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return unitIds.map((unitId) => {
    const name = rows.find((row) => row.unit_id === unitId)?.name;
    if (name === undefined)
      throw Refused.invalid([
        { path: 'unit', message: 'Đơn vị này không có trong cơ quan. Chọn lại từ danh sách.' },
      ]);
    return { unitId, name };
  });
}
