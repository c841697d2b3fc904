import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';

/** A native modal: keeps focus inside, Esc or the cross closes, focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  sheet = false,
  children,
}: {
  title: string;
  onClose: () => void;
  /** Takes the whole of a phone, for what is filled in with the thumb. */
  sheet?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { close } = useWords(common);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  // The event comes late: by then React's rehearsal of effects may have opened the dialog again.
  const closed = () => {
    if (!ref.current?.open) onClose();
  };
  return (
    <dialog ref={ref} className={sheet ? 'dialog sheet' : 'dialog'} aria-labelledby={id} onClose={closed}>
      <h2 id={id}>{title}</h2>
      {children}
      {/* Last, so that the focus comes to the first field; seen at the top. */}
      <button
        type="button"
        className="button bare dialog-close"
        aria-label={close}
        onClick={() => ref.current?.close()}
      >
        <IconX size={20} aria-hidden />
      </button>
    </dialog>
  );
}
