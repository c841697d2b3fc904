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
  const paragraphs = words
    .split(/\n+/u)
    .map((text, place) => ({ place, pieces: piecesOf(text).map((piece, at) => ({ ...piece, at })) }))
    .filter(({ pieces }) => pieces.some((piece) => 'key' in piece || piece.text.trim() !== ''));
  return paragraphs.map(({ place, pieces }) => (
    <p key={place} className="review-words">
      {pieces.map((piece) => {
        if ('text' in piece) return piece.text;
        const figure = figures.find(({ key }) => key === piece.key);
        if (!figure) return null;
        const { key, name, unit, value, records } = figure;
        return (
          <Figure
            key={piece.at}
            {...{ value, unit, records }}
            door={{ open: () => opens(key) }}
            className="in-words"
            label={(shown) => `${name}: ${shown}`}
          />
        );
      })}
    </p>
  ));
}
