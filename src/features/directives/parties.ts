import type { Party } from '../../domain/documents/reading.ts';
import type { Tx } from '../../storage/store.ts';
import { type Context, Refused } from '../context.ts';
import { unitNamesAnew, unitNamesOn } from '../organisation/unit-names.ts';

/** Units by id as parties, with the name they bear on a day; refused where one is not of this agency. */
export async function partiesOf(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  unitIds: readonly string[],
  on: string,
): Promise<Party[]> {
  if (unitIds.length === 0) return [];
  const kept = await unitNamesOn(tx, ctx, agencyId, on, true);
  const names = unitIds.every((unitId) => kept.has(unitId)) ? kept : await unitNamesAnew(tx, agencyId, on);
  return unitIds.map((unitId) => {
    const name = names.get(unitId);
    if (name === undefined)
      throw Refused.invalid([
        { path: 'unit', message: 'Đơn vị này không có trong cơ quan. Chọn lại từ danh sách.' },
      ]);
    return { unitId, name };
  });
}
