import { figureOf } from '../../domain/figures/catalogue.ts';
import type { TaskLine } from '../../domain/reviews/content.ts';
import type { ReviewFigure } from '../../domain/reviews/figures.ts';
import { taskResults } from '../../domain/tasks/counted.ts';
import type { FamilyAsking } from '../figures/families/family.ts';
import { readFamily } from '../figures/read.ts';

/** The S&T tasks carried out in the period of a review, each with its result or that it is under way; units together. */
export async function taskLines(read: FamilyAsking, figures: readonly ReviewFigure[]): Promise<TaskLine[]> {
  const idsOf = (key: string) => figures.find((figure) => figure.key === key)?.recordIds ?? [];
  const results = new Map(
    taskResults.flatMap((result) =>
      idsOf(`tasks-${result}`).map((id) => [id, figureOf(`tasks-${result}`).name] as const),
    ),
  );
  const lines = await (await readFamily.tasks(read)).linesOf(idsOf('tasks-in-hand'));
  return lines
    .map(({ id, words, unit, day, late, lateness }) => ({
      ...{ id, words, unit, lateness: late?.when === 'after' ? lateness : '' },
      stands: results.get(id) ?? 'Đang thực hiện',
      due: late && day,
    }))
    .toSorted(
      (a, b) => (a.unit ?? '').localeCompare(b.unit ?? '', 'vi') || a.words.localeCompare(b.words, 'vi'),
    );
}
