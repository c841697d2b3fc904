import { useRef } from 'react';
import type { Task } from '../../features/tasks/contract.ts';
import { CallFailed } from '../api/call.ts';
import { lookAtTasks } from './sending.ts';

/**
 * Sends what was typed over the version of the task its writer saw. Where somebody else changed it meanwhile, that is shown
 * and told first and what is typed stays; sending again says it over what was then seen.
 */
export function useSeenVersion(task: Task): (send: (version: number) => Promise<unknown>) => Promise<void> {
  const seen = useRef(task.version);
  const latest = useRef(task.version);
  latest.current = task.version;
  return async (send) => {
    try {
      await send(seen.current);
    } catch (error) {
      if (error instanceof CallFailed && error.status === 412) {
        await lookAtTasks();
        seen.current = latest.current;
      }
      throw error;
    }
    await lookAtTasks();
  };
}
