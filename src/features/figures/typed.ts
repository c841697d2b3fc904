import { figureSaid } from '../../domain/figures/said.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import { piecesOf } from '../../domain/reviews/words.ts';
import { checkFigures } from '../../reading/figures/check.ts';
import { findFigures } from '../../reading/figures/find.ts';
import type { IssueFinding } from './before-issue.ts';

/** Words with their numbers in place, and where those stand that the figures put there. */
function written(
  words: string,
  figures: readonly ReviewFigure[],
): { text: string; live: [number, number][] } {
  const live: [number, number][] = [];
  let text = '';
  for (const piece of piecesOf(words)) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    const figure = figures.find(({ key }) => key === piece.key);
    const shown = figure ? sayFigure(figure) : '';
    live.push([text.length, text.length + shown.length]);
    text += shown;
  }
  return { text: text.normalize('NFC'), live };
}

/**
 * What of some words does not hold: a number typed by hand for what a figure counts and another than the figure says; a
 * whole that is not its parts; a share that is not that of the numbers beside it.
 */
export function faultsIn(
  words: string,
  figures: readonly ReviewFigure[],
): { words: string; figure: string | null }[] {
  const { text, live } = written(words, figures);
  const read = findFigures(text);
  const typed = read.filter(({ span: [start] }) => !live.some(([from, to]) => start >= from && start < to));
  const against = typed.flatMap(({ value, unit, label, span: [start] }) => {
    const sentence =
      text
        .slice(0, start)
        .split(/[.;\n]/u)
        .at(-1) ?? '';
    const key = unit === 'nhiệm vụ' || unit === 'việc' ? figureSaid(label, sentence) : null;
    const figure = figures.find((one) => one.key === key);
    if (!figure || figure.value === value) return [];
    return [
      {
        figure: figure.key,
        words: `Lời ghi «${value} ${label}», số liệu «${figure.name}» là ${sayFigure(figure)}. Sửa lời, hoặc chèn {{${figure.key}}} để số tự chạy.`,
      },
    ];
  });
  const inItself = checkFigures(text, [], read).warnings.map(({ message }) => ({
    words: message.replace('trong văn bản', 'trong lời'),
    figure: null,
  }));
  return [...against, ...inItself];
}

/** The faults of all words of a review: of its sections, and of each unit's page by the unit's own figures. */
export function typedFindings({ sections, figures, units }: ReviewContent): IssueFinding[] {
  const at = (section: ReviewSection, unitId: string | null, words: string, own: readonly ReviewFigure[]) =>
    faultsIn(words, own).map(
      (fault): IssueFinding => ({ kind: 'text', recordIds: [], at: { section, unitId }, ...fault }),
    );
  return [
    ...sections.flatMap(({ section, words }) => at(section, null, words, figures)),
    ...units.flatMap(({ unitId, words, figures: own }) =>
      ReviewSection.options.flatMap((section) => at(section, unitId, words[section] ?? '', own)),
    ),
  ];
}
