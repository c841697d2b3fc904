import { type ReactNode, useEffect, useId, useRef } from 'react';

/** A native modal: keeps focus inside, Esc closes, focus returns to where it was. */
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
    </dialog>
  );
}
