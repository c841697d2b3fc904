/**
 * Lets what an account may do be kept in memory: the version moves whenever that may have changed, before the answer
 * to whoever changed it leaves. Commands of other processes (the console) are heard on the channel `access`.
 */
export interface AccessWatch {
  version(): number;
  changed(): void;
  /** Calls back at each change until the returned function is called. */
  hear(hearer: () => void): () => void;
}

export function makeAccessWatch(): AccessWatch {
  let version = 0;
  const hearers = new Set<() => void>();
  return {
    version: () => version,
    changed() {
      version += 1;
      for (const hearer of hearers) hearer();
    },
    hear(hearer) {
      hearers.add(hearer);
      return () => void hearers.delete(hearer);
    },
  };
}

/** Records whose changes leave everybody's rights as they are; any other act is taken to touch them. */
const keepRights: ReadonlySet<string> = new Set([
  'asset',
  'calendar',
  'call',
  'directive',
  'document',
  'feed',
  'inspection',
  'intake',
  'letter',
  'partner',
  'portal',
  'request',
  'scienceProgramme',
  'setting',
  'task',
  'taskRule',
  'urging',
  'view',
]);

/** Whether acting on such a record may change what somebody may do. */
export const mayMoveRights = (recordKind: string): boolean => !keepRights.has(recordKind);
