import type { Arrangement } from '../../domain/tasks/arrangement.ts';
import { instalmentFaults } from '../../domain/tasks/instalments.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { type KnownTask, taskOn } from '../../domain/tasks/task.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { changeTask, refuseFuture, wrong } from './change.ts';
import type { Task } from './contract.ts';
import { witnessed } from './law.ts';

/** @throws Refused 400 */
function refuseInstalments(
  instalments: Arrangement['instalments'],
  { standing, law: { regime } }: KnownTask,
  under: { on: string; law: Law },
): void {
  if (instalments.length === 0) return;
  const { stateMoney } = standing.terms;
  if (stateMoney === null)
    throw wrong('on', 'Đến ngày này chưa có phê duyệt kinh phí, nên chưa chia được đợt cấp. Chọn ngày khác.');
  const faults = instalmentFaults(instalments, { stateMoney, regime, ...under });
  if (faults.length > 0)
    throw Refused.invalid(faults.map(({ path, message }) => ({ path: path.join('.'), message })));
}

/**
 * States who signs the contract, or the appendix of that day, and how its money is paid: instalments come to the state
 * money as it stood on the day. @throws Refused 400, 403, 404, 409, 412
 */
export function arrangeContract(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { on, ...said }: Arrangement & { on: string },
): Promise<Task> {
  const about = { id, act: 'arrange' as const, action: 'task.arranged' };
  return changeTask(ctx, actor, about, (held) => {
    if (held.facts.length !== version) throw Refused.stale();
    refuseFuture(on, held.today);
    const { law, used } = witnessed(held.law);
    const then = taskOn(held.facts, law, { asOf: on });
    if (then === null) throw wrong('on', 'Ngày này trước khi có nhiệm vụ. Kiểm tra lại ngày.');
    refuseInstalments(said.instalments, then, { on, law });
    return [{ on, body: { kind: 'contractArranged', ...said }, ruleIds: [...used] }];
  });
}
