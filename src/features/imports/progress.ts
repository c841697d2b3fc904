import type { Actor } from '../context.ts';
import type { ImportProgress } from './contract.ts';

/** Imports that run now in this process, which is the one that serves the installation. */
const running = new Map<string, ImportProgress>();
const keyOf = ({ agencyId, userId, via }: Actor) => `${agencyId} ${userId ?? via}`;

/** How far the actor's own import is; null when none runs. */
export const importProgress = (actor: Actor): ImportProgress | null => running.get(keyOf(actor)) ?? null;

/** Does work that tells how far it is; afterwards nothing is told of it. */
export async function withProgress<T>(
  actor: Actor,
  stage: ImportProgress['stage'],
  work: (tell: (rows: number) => void) => Promise<T>,
): Promise<T> {
  const key = keyOf(actor);
  const tell = (rows: number) => void running.set(key, { stage, rows });
  tell(0);
  try {
    return await work(tell);
  } finally {
    running.delete(key);
  }
}
