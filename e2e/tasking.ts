import { toAcceptance } from '../test/task-facts.ts';
import type { Caller } from './people.ts';

/** Records steps of a task over the API, in their order. */
export async function walk(
  caller: Caller,
  id: string,
  steps: readonly { happenedOn: string; body: object }[],
): Promise<void> {
  for (const { happenedOn: on, body: event } of steps) {
    const answer = await caller.post(`/api/tasks/${id}/steps`, { on, event });
    if (!answer.ok) throw new Error(`${JSON.stringify(event)}: ${answer.status} ${await answer.text()}`);
  }
}

/** Steps of the usual course from one through another, of a task called otherwise where a title is given. */
export function between(from: string, to: string, title?: string): { happenedOn: string; body: object }[] {
  const at = (kind: string) => toAcceptance.findIndex(({ body }) => body.kind === kind);
  return toAcceptance.slice(at(from), at(to) + 1).map(({ happenedOn, body }) => ({
    happenedOn,
    body: title !== undefined && 'title' in body ? { ...body, title } : body,
  }));
}
