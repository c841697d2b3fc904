import type { Role } from '../src/domain/permissions/permission.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { Actor } from '../src/features/context.ts';
import { insertPerson, insertPost } from '../src/features/organisation/persons.ts';
import { insertUnit } from '../src/features/organisation/units.ts';
import type { TestContext } from './context.ts';

/** A second unit of a test's agency with its people, a director, and somebody of another unit. */
export interface PlanningUnit {
  unitId: string;
  director: Actor;
  head: Actor;
  officer: Actor;
  /** An officer of «Văn phòng». */
  stranger: Actor;
}

/** Opens «Phòng Kế hoạch» with its people, each with one post since 2020. */
export async function openPlanningUnit(t: TestContext): Promise<PlanningUnit> {
  const office = t.actorOf('office');
  const unitId = await t.ctx.store.transaction(office.scope, (tx) =>
    insertUnit(tx, t.ctx, office, { name: 'Phòng Kế hoạch', openedOn: '2020-01-01' }),
  );
  const personAt = async (at: string, role: Role, fullName: string): Promise<Actor> => {
    const personId = await t.ctx.store.transaction(office.scope, async (tx) => {
      const id = await insertPerson(tx, t.ctx, office, { fullName });
      await insertPost(tx, t.ctx, office, id, { unitId: at, role, from: '2020-01-01' });
      return id;
    });
    const permissions = permissionsOf({ roles: [role], installationRoles: [], superiorView: false });
    return { ...office, personId, permissions, name: fullName };
  };
  return {
    unitId,
    director: await personAt(t.unitId, 'director', 'Trần Giám Đốc'),
    head: await personAt(unitId, 'head', 'Lê Trưởng Phòng'),
    officer: await personAt(unitId, 'officer', 'Vũ Chuyên Viên'),
    stranger: await personAt(t.unitId, 'officer', 'Ngô Phòng Khác'),
  };
}
