import { useState } from 'react';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { reviewWords } from './words.ts';

/** Setting a document aside takes a reason, not an «are you sure». */
export function DropDialog({ drop, close }: { drop: (reason: string) => void; close: () => void }) {
  const said = useWords(reviewWords);
  const shared = useWords(common);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={said.drop} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          drop(reason);
        }}
      >
        <div className="field">
          <label htmlFor="drop-reason">{said.dropReason}</label>
          <p className="hint">{said.dropHint}</p>
          <textarea
            id="drop-reason"
            className="input"
            rows={3}
            minLength={3}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <DialogActs label={said.drop} cancel={shared.cancel} close={close} />
      </form>
    </Dialog>
  );
}

export function ReadAgainDialog({ readAgain, close }: { readAgain: () => void; close: () => void }) {
  const said = useWords(reviewWords);
  const shared = useWords(common);
  return (
    <Dialog title={said.readAgain} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          readAgain();
        }}
      >
        <p>{said.readAgainWarns}</p>
        <DialogActs label={said.readAgain} cancel={shared.cancel} close={close} />
      </form>
    </Dialog>
  );
}

function DialogActs({ label, cancel, close }: { label: string; cancel: string; close: () => void }) {
  return (
    <div className="row">
      <button type="submit" className="button primary">
        {label}
      </button>
      <button type="button" className="button" onClick={close}>
        {cancel}
      </button>
    </div>
  );
}

export function KeysDialog({ close }: { close: () => void }) {
  const said = useWords(reviewWords);
  const keys = [
    ['J / K', said.keys.move],
    ['Enter', said.keys.accept],
    ['S', said.keys.split],
    ['M', said.keys.merge],
    ['U', said.keys.unit],
    ['D', said.keys.deadline],
    ['C', said.keys.coordinating],
    ['P', said.keys.product],
    ['X', said.keys.drop],
    ['Z', said.keys.undo],
    ['N', said.keys.next],
    ['/', said.keys.search],
    ['Esc', said.keys.leave],
    ['?', said.keys.help],
  ];
  return (
    <Dialog title={said.help} onClose={close}>
      <dl className="facts">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
