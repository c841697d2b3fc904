import { useWords } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { frameWords } from './words.ts';

const keys = [
  ['/', 'search'],
  ['g h', 'today'],
  ['g v', 'documents'],
  ['g d', 'directives'],
  ['g o', 'organisation'],
  ['j k', 'move'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

/** Keys of one directive; they are those of `directives/acts/choose.ts`, which only its screens load. */
const ofDirective = [
  ['e', 'progress'],
  ['r', 'receive'],
  ['p', 'assign'],
  ['a', 'attach'],
  ['s', 'submit'],
  ['y', 'accept'],
  ['b', 'giveBack'],
  ['w', 'askExtension'],
  ['m', 'moreActs'],
  ['x', 'choose'],
] as const;

/** Every key that works anywhere. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const said = useWords(frameWords);
  return (
    <Dialog title={said.keys} onClose={onClose}>
      <dl className="facts">
        {[...keys, ...ofDirective].map(([key, name]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{said.keyHelp[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{said.keyNote}</p>
    </Dialog>
  );
}
