import { piecesOf } from '../../domain/reviews/words.ts';
import type { FigureTold } from '../../features/reviews/contract.ts';
import { Figure } from '../figures/figure.tsx';

/** Opens the records of a figure in place. */
export type Opens = (figure: string, unit?: string) => void;

/** Words with their figures in place, each the door to its records; a paragraph a line. */
export function Filled({
  words,
  figures,
  opens,
}: {
  words: string;
  figures: readonly FigureTold[];
  opens: (figure: string) => void;
}) {
  const paragraphs = words.split(/\n+/u).filter((one) => one.trim() !== '');
  return paragraphs.map((paragraph) => (
    <p key={paragraph} className="review-words">
      {piecesOf(paragraph).map((piece) => {
        if ('text' in piece) return piece.text;
        const figure = figures.find(({ key }) => key === piece.key);
        if (!figure) return null;
        const { key, name, unit, value, records } = figure;
        return (
          <Figure
            key={key}
            value={value}
            unit={unit}
            records={records}
            door={{ open: () => opens(key) }}
            className="in-words"
            label={(shown) => `${name}: ${shown}`}
          />
        );
      })}
    </p>
  ));
}
