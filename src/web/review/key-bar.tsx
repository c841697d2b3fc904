import { IconArrowBackUp } from '@tabler/icons-react';
import { useWords } from '../i18n/language.ts';
import { reviewWords } from './words.ts';

/** The keys met most, at the foot of the list; the rest behind «?». */
export function KeyBar({ undo, help }: { undo: () => void; help: () => void }) {
  const said = useWords(reviewWords);
  const keys = [
    ['Enter', said.keys.acceptShort],
    ['S', said.keys.split],
    ['M', said.keys.merge],
    ['U', said.keys.unit],
    ['D', said.keys.deadline],
    ['X', said.keys.dropShort],
  ];
  return (
    <footer className="key-bar small">
      <span aria-hidden="true">
        <kbd>J</kbd> <kbd>K</kbd> {said.keys.move}
      </span>
      {keys.map(([key, what]) => (
        <span key={key} aria-hidden="true">
          <kbd>{key}</kbd> {what}
        </span>
      ))}
      <button type="button" className="key-act push" aria-label={said.undo} title={said.undo} onClick={undo}>
        <IconArrowBackUp size={17} aria-hidden /> <kbd>Z</kbd>
      </button>
      <button type="button" className="key-act" aria-label={said.help} onClick={help}>
        <kbd>?</kbd>
      </button>
    </footer>
  );
}
