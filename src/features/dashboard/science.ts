import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { TaskFigureId } from '../../domain/figures/task-ids.ts';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { phaseNamed } from '../../domain/tasks/lifecycle/names.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { askingOf, readFamily, seesFamily } from '../figures/read.ts';
import type { Dashboard, Figure } from './contract.ts';

/**
 * S&T tasks of the period as of today: the figures of the catalogue that a director asks for first, and at which phase what
 * is not over stands. Null for who may not see tasks, for days to come, and where there are none.
 */
export async function scienceOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  {
    period: { kind, from, to },
    unit,
    calendar,
  }: { period: Dashboard['period']; unit: string | undefined; calendar: Calendar },
): Promise<Dashboard['science']> {
  const today = ctx.today().toString();
  if (!seesFamily(actor, 'tasks') || from > today) return null;
  const cut = { from, to, cutOff: to < today ? to : today };
  const { told } = await readFamily.tasks(
    await askingOf(tx, ctx, actor, { cut, knownAt: undefined, unit, calendar }),
  );
  const figure = (id: TaskFigureId, part: Record<string, string> = {}, count?: number): Figure => ({
    count: count ?? told.valueOf(id).recordIds.length,
    list: 'figures',
    opens: {
      ...(kind === 'dates' ? { period: kind, from, to } : { period: kind }),
      ...(unit !== undefined && { unit }),
      ...{ figure: id, ...part },
    },
  });
  const [phases] = told.apart('tasks-open', 'phase');
  const science = {
    inHand: figure('tasks-in-hand'),
    carriedOver: figure('tasks-carried-over'),
    begun: figure('tasks-new'),
    accepted: figure('tasks-accepted'),
    late: figure('tasks-late'),
    unsettled: figure('tasks-assets-unsettled'),
    phases: [...(phases?.parts ?? [])]
      .filter(([key]) => key !== '')
      .map(([key, { recordIds }]) => ({
        name: phaseNamed(PhaseId.parse(key), actor.language),
        tasks: figure('tasks-open', { by: 'phase', key }, recordIds.length),
      }))
      .toSorted((a, b) => b.tasks.count - a.tasks.count || a.name.localeCompare(b.name, 'vi')),
  };
  const { inHand, unsettled } = science;
  return inHand.count === 0 && unsettled.count === 0 && science.phases.length === 0 ? null : science;
}
