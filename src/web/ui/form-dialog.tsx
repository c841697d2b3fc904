import type { ReactNode } from 'react';
import { CallFailed } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Failed } from './state.tsx';
import { useTrying } from './trying.ts';

/** A short form over the page; its fields are told what the server found wrong with them. */
export function FormDialog({
  title,
  act,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** The verb on the button. */
  act: string;
  /** Sends the form; the dialog closes when it is through. */
  onSubmit: (form: FormData) => Promise<void>;
  onClose: () => void;
  children: (fault: CallFailed | null) => ReactNode;
}) {
  const { cancel } = useWords(common);
  const { busy, error, run } = useTrying();
  const fault = error instanceof CallFailed ? error : null;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void run(async () => {
            await onSubmit(form);
            onClose();
          });
        }}
      >
        {error !== null && <Failed error={error} />}
        {children(fault)}
        <div className="row">
          <Button type="submit" kind="primary" busy={busy}>
            {act}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
