import { sql } from 'kysely';
import { plainDay } from '../../domain/calendar/plain-day.ts';
import { ruleFor } from '../../domain/tasks/law.ts';
import { counterKey, formatCode, parseCode } from '../../domain/tasks/rules/codes.ts';
import type { RuleOf } from '../../domain/tasks/rules/rule.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { changeTask, type HeldTask, refuseFuture, wrong } from './change.ts';
import type { Task } from './contract.ts';

/** A code as it stands on a paper, or the family whose template makes the next one. */
export type CodeSaid =
  | { code: string; on: string }
  | { family: string; parts: Record<string, string>; on: string };

/** Gives a task a code: the next of a family, or one it already has. @throws Refused 400, 403, 404, 409 */
export function codeTask(ctx: Context, actor: Actor, id: string, said: CodeSaid): Promise<Task> {
  return changeTask(ctx, actor, { id, act: 'code', action: 'task.coded' }, async (held) => {
    refuseFuture(said.on, held.today);
    const { tx } = held;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`task codes ${actor.agencyId}`}, 0))`.execute(
      tx,
    );
    const given = await givenCodes(tx, actor.agencyId);
    const made =
      'code' in said ? { code: said.code, family: null, ruleIds: [] } : nextCode(held, said, given);
    if (given.includes(made.code))
      throw Refused.conflict(`Mã số ${made.code} đã đặt cho một nhiệm vụ. Kiểm tra lại mã.`);
    return [
      { on: said.on, body: { kind: 'coded', code: made.code, family: made.family }, ruleIds: made.ruleIds },
    ];
  });
}

/** Takes back a code that was given by mistake: it never counted, and may be given again. @throws Refused 400, 403, 404, 409 */
export function uncodeTask(
  ctx: Context,
  actor: Actor,
  id: string,
  { code, reason }: { code: string; reason: string },
): Promise<Task> {
  const about = { id, act: 'uncode' as const, action: 'task.uncoded', detail: { code, reason } };
  return changeTask(ctx, actor, about, ({ task }) => {
    const given = task.about.codes.findLast((one) => one.code === code);
    if (!given)
      throw Refused.conflict(
        `Nhiệm vụ không còn mang mã số ${code}: có thể người khác vừa bỏ. Xem lại trang.`,
      );
    return [{ on: given.on, body: { kind: 'uncoded', code, reason } }];
  });
}

async function givenCodes(tx: Tx, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select unnest(codes) as code from task_now where agency_id = ${agencyId}`.execute(tx);
  return rows.map(({ code }) => code);
}

/** The next code of a family: after the highest order among the codes that count together, however they came. */
function nextCode(
  { task, law }: HeldTask,
  { family, parts, on }: Extract<CodeSaid, { family: string }>,
  given: readonly string[],
): { code: string; family: string; ruleIds: string[] } {
  const rule = family.startsWith('task.codes.')
    ? ruleFor('code', { topic: family, regime: task.law.regime, on }, law)
    : undefined;
  if (!rule)
    throw wrong('family', 'Họ mã này không dùng cho nhiệm vụ theo luật này vào ngày ấy. Chọn họ mã khác.');
  const whole = { year: yearOf(rule, task, on), ...parts };
  const orders = given.flatMap((code) => {
    const read = parseCode(rule, code);
    const counts =
      read !== undefined &&
      rule.value.counter.every((name) => same(read[name], whole[name as keyof typeof whole]));
    return counts ? [Number(read.order)] : [];
  });
  const order = Math.max(0, ...orders) + 1;
  try {
    counterKey(rule, whole);
    return { code: formatCode(rule, { ...whole, order }), family, ruleIds: [rule.id] };
  } catch (error) {
    if (error instanceof RangeError) throw wrong('parts', error.message);
    throw error;
  }
}

/** Years are written with two or four digits. */
const same = (a: string | undefined, b: string | number | undefined) =>
  a !== undefined &&
  b !== undefined &&
  (String(a) === String(b) || Number(a) === Number(b) || String(b).endsWith(`20${a}`));

/** The year a family counts by: of the contract's beginning or of the approval, else of the day asked. */
function yearOf({ value }: RuleOf<'code'>, { standing }: HeldTask['task'], on: string): number {
  const { marks, terms } = standing;
  const day = value.year === 'start' ? terms.contract?.from : marks.get('approved');
  return plainDay(day ?? on).year;
}
