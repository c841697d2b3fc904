import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { stateWords } from '../../domain/directives/state.ts';
import type { Tx } from '../../storage/store.ts';
import { type TaskLine, writtenDeadline } from '../../writing/official/kinds/frame.ts';
import { type Actor, Refused } from '../context.ts';
import { shownUnder } from '../directives/as-of.ts';
import type { DirectiveRow } from '../directives/contract.ts';
import { foundBy, presentDirective, type ShownOn } from '../directives/queries.ts';

/** More is a register, which Excel shows better than a paper to be signed. */
const mostTasks = 500;

/** A directive as papers tell of it. */
export const taskLineOf = (row: DirectiveRow): TaskLine => ({
  words: row.words,
  unit: row.lead?.name ?? 'Không nêu',
  coordinating: row.coordinating.map(({ name }) => name),
  person: row.assignee?.name ?? null,
  product: row.product,
  deadline: writtenDeadline(row.deadline),
  due: row.dueDay,
  firstDue: row.firstDueDay,
  timesExtended: row.timesExtended,
  daysLate: row.late?.when === 'after' ? row.late.workingDays : 0,
  overdue: row.state === 'overdue',
  state: stateWords[row.state],
  source: row.document?.label ?? null,
});

/** Directives under a filter as lines of a paper, in the list's order. @throws Refused 400 where there are too many */
export const tasksUnder = async (...asking: Parameters<typeof rowsUnder>): Promise<TaskLine[]> =>
  (await rowsUnder(...asking)).map(taskLineOf);

/** Directives under a filter, in the list's order. @throws Refused 400 where there are too many for a paper */
export async function rowsUnder(
  tx: Tx,
  actor: Actor,
  filter: DirectiveFilter & { ids?: readonly string[] },
  asOf: ShownOn,
  calendar: Calendar,
): Promise<DirectiveRow[]> {
  const { agencyId } = actor;
  const shown = await shownUnder(tx, agencyId, filter, asOf, calendar);
  const { rows: found } = await shown(foundBy(agencyId, filter, asOf, { limit: mostTasks })).execute(tx);
  const total = found[0]?.total ?? 0;
  if (total > mostTasks)
    throw Refused.invalid(
      [{ path: 'unit', message: `Bộ lọc này có ${total} nhiệm vụ` }],
      `Một phiếu nhận tối đa ${mostTasks} nhiệm vụ mà bộ lọc này có ${total}. Chọn một đơn vị hoặc một người, hoặc xuất Excel.`,
    );
  return found.map((row) => presentDirective(row, asOf, calendar));
}
