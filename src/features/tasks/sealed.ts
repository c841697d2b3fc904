import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { TaskStanding } from '../../domain/tasks/standing.ts';
import type { Task } from './contract.ts';

const unnamed = { id: null, name: 'Chưa mở hồ sơ' };

/**
 * Facts of dossiers that hosts filed or withdrew by themselves and that nobody has opened: until then the agency knows
 * how many there are and not whose. What the agency recorded of paper dossiers it knows anyway.
 */
export function sealedFacts(
  facts: readonly RecordedTaskFact[],
  { history }: Pick<TaskStanding, 'history'>,
): { ids: ReadonlySet<string>; dossiers: ReadonlySet<string> } {
  const openings = history.filter(({ body }) => body.kind === 'opened').map(({ on }) => on);
  const isSealed = ({ happenedOn }: RecordedTaskFact) => !openings.some((on) => on >= happenedOn);
  const filed = facts.flatMap((fact) =>
    fact.body.kind === 'filed' && fact.byId !== null && fact.byId === fact.body.host.id && isSealed(fact)
      ? [{ id: fact.id, dossier: fact.body.dossier }]
      : [],
  );
  const dossiers = new Set(filed.map(({ dossier }) => dossier));
  const withdrawn = facts.flatMap(({ id, body }) =>
    body.kind === 'withdrawn' && dossiers.has(body.dossier) ? [id] : [],
  );
  return { ids: new Set([...filed.map(({ id }) => id), ...withdrawn]), dossiers };
}

/** Dossiers on file without the names of those that are sealed. */
export const withoutNames = (dossiers: Task['dossiers'], sealed: ReadonlySet<string>): Task['dossiers'] =>
  dossiers.map((one) => (sealed.has(one.dossier) ? { ...one, host: unnamed, investigator: unnamed } : one));

/** What the history says of a sealed fact. */
export const sealedWords = (kind: string) => ({
  by: 'Nơi nộp hồ sơ',
  sentence: `${kind === 'withdrawn' ? 'Rút hồ sơ' : 'Nộp hồ sơ'} qua cổng; tên nơi nộp hiện sau khi mở hồ sơ`,
});
