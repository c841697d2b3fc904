import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { Actor, Context } from '../src/features/context.ts';
import { giveFindings, minuteInspection, planInspection } from '../src/features/inspections/commands.ts';
import { listInspections } from '../src/features/inspections/queries.ts';
import { getTask } from '../src/features/tasks/get.ts';
import type { Department } from './two-years/replay.ts';

const findings = [
  'Hoàn thiện hồ sơ mua sắm thiết bị theo thuyết minh',
  'Bổ sung nhật ký thử nghiệm quý trước',
];

/** This year's plan of inspections: a round under way with minutes whose first finding is given, and one to come. */
export async function replayInspections(ctx: Context, clerk: Actor, department: Department): Promise<void> {
  const permissions = permissionsOf({ roles: ['office'], installationRoles: [], superiorView: false });
  const actor = { ...clerk, permissions };
  const today = ctx.today();
  const { due } = await listInspections(ctx, actor, {});
  const unit = department.units.get('Phòng Quản lý khoa học') ?? [...department.units.values()][0] ?? '';
  const day = (days: number) => today.add({ days }).toString();
  const plan = (name: string, [from, to]: [number, number], taskIds: string[]) =>
    planInspection(ctx, actor, {
      plan: {
        ...{ name: `${name} năm ${today.year}`, from: day(from), to: day(to), unit, taskIds },
        team: 'Phó Giám đốc Sở (trưởng đoàn), đại diện Sở Tài chính, chuyên gia',
      },
      on: day(-20),
      restsOn: { sign: `18/QĐ-SKHCN`, date: day(-20) },
    });
  const ready = await mayBeInspected(
    ctx,
    actor,
    due.map(({ taskId }) => taskId),
  );
  const [first, second, ...rest] = ready;
  if (!first || !second) return;
  const round = await plan('Kiểm tra đợt cuối', [-12, 6], [first, second]);
  if (rest.length > 0) await plan('Kiểm tra đột xuất', [10, 24], rest.slice(0, 3));
  const on = day(-5);
  const minuted = await minuteInspection(ctx, actor, round.id, {
    ...{ taskId: first, on, outcome: 'adjust', findings, restsOn: { sign: '05/BB-SKHCN', date: on } },
  });
  const finding = minuted.tasks[0]?.findings[0];
  if (!finding) return;
  const given = [{ findingId: finding.id, leadUnitId: unit, product: 'Báo cáo khắc phục', due: day(20) }];
  await giveFindings(ctx, actor, round.id, { given, spared: [] });
}

/** Those whose life cycle lets an inspection be recorded now: no report of theirs is missing. */
async function mayBeInspected(ctx: Context, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const { steps } = await getTask(ctx, actor, id);
    if (steps.find(({ kind }) => kind === 'inspected')?.ability === true) found.push(id);
    if (found.length === 5) break;
  }
  return found;
}
