import { fold } from '../../domain/text/fold.ts';
import { INSTALLATION, uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { findAccount, insertAccount, joinPerson } from '../session/accounts.ts';
import type { UnitRow } from '../setup/contract.ts';

export interface NewAgency {
  agency: { name: string; shortName: string; sign: string };
  units: readonly UnitRow[];
  administrator: { fullName: string; userName: string; passwordHash: string | null };
}

/** The founder of an agency acts within it before anybody has signed in there. */
export function founder(actor: Actor, agencyId: string): Actor {
  return { ...actor, agencyId, personId: null, scope: { agencies: [agencyId, INSTALLATION] } };
}

/**
 * An agency with its units and first administrator, in the caller's transaction, which must span the new agency.
 * The administrator also gets an office post, so that a small agency can begin work with one account; it may be ended.
 * @returns id of the administrator's account
 */
export async function foundAgency(tx: Tx, ctx: Context, actor: Actor, input: NewAgency): Promise<string> {
  const { agencyId } = actor;
  const { agency, administrator } = input;
  const text = (words: string) => words.normalize('NFC');
  await tx
    .insertInto('agency')
    .values({
      id: agencyId,
      name: text(agency.name),
      short_name: text(agency.shortName),
      sign: text(agency.sign),
    })
    .execute();
  const units = input.units.length > 0 ? input.units : [{ name: 'Văn phòng' }];
  const ids = await insertUnits(tx, ctx, actor, units);
  const office = units.findIndex(({ name }) => fold(name).includes('van phong'));
  const unitId = ids[Math.max(0, office)]!;
  const personId = await insertPerson(tx, ctx, actor, { fullName: administrator.fullName });
  const from = ctx.today().toString();
  for (const role of ['administrator', 'office'] as const)
    await insertPost(tx, ctx, actor, personId, { unitId, role, from });
  const userId = await accountFor(tx, ctx, administrator);
  await joinPerson(tx, ctx, { userId, agencyId, personId });
  return userId;
}

/** An account that exists is taken only where no password came with it, so that no stranger gets in by a like name. */
async function accountFor(tx: Tx, ctx: Context, administrator: NewAgency['administrator']): Promise<string> {
  const { userName, passwordHash } = administrator;
  const known = await findAccount(tx, userName);
  if (known && passwordHash === null) return known.id;
  if (known) {
    throw Refused.invalid([
      {
        path: 'administrator.userName',
        message: `Tên đăng nhập này là của ${known.name}. Để trống mật khẩu nếu đúng người đó, hoặc chọn tên khác.`,
      },
    ]);
  }
  if (passwordHash === null) {
    throw Refused.invalid([
      { path: 'administrator.password', message: 'Tài khoản mới cần mật khẩu ít nhất 14 ký tự.' },
    ]);
  }
  return insertAccount(tx, ctx, { ...administrator, passwordHash });
}

/** Units in the order given; a parent may be named before or after its children. Gives the ids in that order. */
async function insertUnits(tx: Tx, ctx: Context, actor: Actor, rows: readonly UnitRow[]): Promise<string[]> {
  const ids = new Map<string, string>();
  const waiting = [...rows];
  const openedOn = ctx.today().toString();
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parentName }) => !parentName || ids.has(fold(parentName)));
    const [row] = waiting.splice(Math.max(0, at), 1);
    if (!row) break;
    if (at < 0) {
      throw Refused.invalid([
        {
          path: `units.${rows.indexOf(row)}.parentName`,
          message: `Không có đơn vị trên «${row.parentName}» trong danh sách.`,
        },
      ]);
    }
    if (ids.has(fold(row.name))) {
      throw Refused.invalid([
        { path: `units.${rows.lastIndexOf(row)}.name`, message: `Đơn vị «${row.name}» có hai lần.` },
      ]);
    }
    const parentId = row.parentName ? ids.get(fold(row.parentName)) : undefined;
    ids.set(fold(row.name), await insertUnit(tx, ctx, actor, { ...row, parentId, openedOn }));
  }
  return rows.map(({ name }) => ids.get(fold(name))!);
}

/** A fresh id for an agency about to be founded. */
export const newAgencyId = uuidv7;
