import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { receiveText } from '../../features/intake/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { newId } from '../review/keeping.ts';
import { Dialog } from '../ui/dialog.tsx';
import { intakeWords } from './words.ts';

/** Text from a mail or a web page comes in as a document of its own. */
export function PasteDialog({ close }: { close: () => void }) {
  const said = useWords(intakeWords);
  const shared = useWords(common);
  const navigate = useNavigate();
  const key = useRef(newId());
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (text.trim().length < 20) return setError(said.tooShort);
    setBusy(true);
    try {
      const body = { text, ...(name.trim() && { name: name.trim() }) };
      const { intake, knownAs, refusal } = await call(receiveText, { body }, { key: key.current });
      const id = intake?.id ?? knownAs?.intakeId;
      if (id !== undefined) await navigate({ to: '/intake/$id', params: { id } });
      else setError(refusal);
    } catch (failure) {
      setError(failure instanceof CallFailed ? failure.message : String(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={said.pasteTitle} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="field">
          <label htmlFor="paste-text">{said.pasteText}</label>
          <p className="hint">{said.pasteHint}</p>
          <textarea
            id="paste-text"
            className="input"
            rows={10}
            value={text}
            aria-invalid={error !== null || undefined}
            onChange={(event) => {
              setText(event.target.value);
              setError(null);
            }}
          />
          {error !== null && (
            <p className="error" role="alert">
              {error}
            </p>
          )}
        </div>
        <div className="field">
          <label htmlFor="paste-name">
            {said.pasteName} <span className="quiet">({shared.optional})</span>
          </label>
          <input
            id="paste-name"
            className="input"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="row">
          <button type="submit" className="button primary" disabled={busy}>
            {said.pasteSend}
          </button>
          <button type="button" className="button" onClick={close}>
            {shared.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
