import type { Inspection } from '../../src/features/inspections/contract.ts';
import { inspectionPolicy, inspectionsPolicy } from '../../src/features/inspections/policy.ts';
import { inspectionBodies, roundPlan } from '../inspection-bodies.ts';
import { taskProfile } from '../task-bodies.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Rounds of inspections: planned, with a finding that waits, and dropped. */
export async function inspectionTrials({ make, research, today }: Office): Promise<Trial[]> {
  const task = async () => {
    const profile = taskProfile(research, fresh('Nhiệm vụ được kiểm tra'));
    return (await make('/api/tasks', { profile, on: today, takenOver: 'running' })).id;
  };
  const round = async (): Promise<{ id: string; taskIds: string[] }> => {
    const taskIds = [await task(), await task()];
    const { id } = await make('/api/inspections', { plan: roundPlan(research, taskIds, today), on: today });
    return { id, taskIds };
  };
  const bodies = inspectionBodies(today);
  const minutes = (taskId: string) => ({ ...(bodies['inspection.minute'] as object), taskId });
  const [planned, visited, dropped, spare] = [await round(), await round(), await round(), await round()];
  await make(`/api/inspections/${visited.id}/minutes`, minutes(visited.taskIds[0] as string));
  await make(`/api/inspections/${dropped.id}/drop`, bodies['inspection.drop'] as object);
  type Act = 'amend' | 'minute' | 'give' | 'drop';
  const acts = (
    { id, taskIds }: { id: string; taskIds: string[] },
    order: readonly Act[] = ['amend', 'minute', 'give', 'drop'],
  ): Trial => ({
    policy: inspectionPolicy,
    acts: [...order],
    look: (viewer) => seenAt<Seen>(viewer, `/api/inspections/${id}`),
    attempt(act, seen) {
      const tasks = (seen as Inspection | null)?.tasks ?? [];
      const findingId = tasks.flatMap(({ findings }) => findings)[0]?.id;
      const body: Record<string, unknown> = {
        amend: { plan: roundPlan(research, taskIds, today), reason: 'dời lịch', on: today },
        minute: minutes(tasks.find(({ inspectedOn }) => inspectedOn === null)?.taskId ?? taskIds[0] ?? ''),
        give: findingId ? { spared: [{ findingId, reason: 'đã khắc phục' }] } : bodies['inspection.give'],
        drop: bodies['inspection.drop'],
      };
      return { params: { id }, body: body[act] };
    },
  });
  return [
    {
      policy: inspectionsPolicy,
      acts: ['open'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/inspections'),
      attempt: () => ({ body: { plan: roundPlan(research, planned.taskIds, today), on: today } }),
    },
    acts(dropped),
    acts(visited),
    acts(planned),
    // Before anything was inspected it may be dropped.
    acts(spare, ['drop']),
  ] as Trial[];
}
