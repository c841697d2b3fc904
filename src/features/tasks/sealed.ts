import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { TaskStanding } from '../../domain/tasks/standing.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Task } from './contract.ts';

const words = {
  vi: {
    unnamed: 'Chưa mở hồ sơ',
    by: 'Nơi nộp hồ sơ',
    withdrawn: 'Rút hồ sơ qua cổng; tên nơi nộp hiện sau khi mở hồ sơ',
    filed: 'Nộp hồ sơ qua cổng; tên nơi nộp hiện sau khi mở hồ sơ',
  },
  en: {
    unnamed: 'Not opened yet',
    by: 'Whoever filed',
    withdrawn: 'Dossier withdrawn through the portal; whose it was shows once dossiers are opened',
    filed: 'Dossier filed through the portal; whose it is shows once dossiers are opened',
  },
};

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
export function withoutNames(
  dossiers: Task['dossiers'],
  sealed: ReadonlySet<string>,
  language: Language = 'vi',
): Task['dossiers'] {
  const unnamed = { id: null, name: words[language].unnamed };
  return dossiers.map((one) =>
    sealed.has(one.dossier) ? { ...one, host: unnamed, investigator: unnamed } : one,
  );
}

/** What the history says of a sealed fact. */
export const sealedWords = (kind: string, language: Language = 'vi') => ({
  by: words[language].by,
  sentence: kind === 'withdrawn' ? words[language].withdrawn : words[language].filed,
});
