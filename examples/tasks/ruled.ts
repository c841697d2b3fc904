import { isAbout, type RecordedTaskFact } from '../../src/domain/tasks/about.ts';
import type { TaskEvent } from '../../src/domain/tasks/facts.ts';
import type { Law } from '../../src/domain/tasks/law.ts';
import { TaskRole } from '../../src/domain/tasks/roles.ts';
import type { Recording } from '../../src/features/tasks/facts.ts';
import { judged } from '../../src/features/tasks/judge.ts';

/** The facts of one task, each step with the rules it would have been recorded by on its day. */
export function ruled(recordings: readonly Recording[], law: Law): Recording[] {
  const facts = recordings.map(
    ({ on, body, recordedAt = '' }, at): RecordedTaskFact => ({
      ...{ id: String(at), happenedOn: on, recordedAt, by: '', byId: null, inNameOf: null },
      ...{ restsOn: null, ruleIds: [], body },
    }),
  );
  return recordings.map((one, at) => {
    if (isAbout(one)) return one;
    const earlier = facts.filter((_, other) => other !== at);
    const { used } = judged({ roles: TaskRole.options }, earlier, one.on, one.body as TaskEvent, law);
    return { ...one, ruleIds: [...used] };
  });
}
