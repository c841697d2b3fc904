import { useSyncExternalStore } from 'react';

interface Toast {
  id: number;
  text: string;
  act?: { label: string; run: () => void } | undefined;
}

let toasts: readonly Toast[] = [];
let last = 0;
const hearers = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const hear of hearers) hear();
}

/** Says something to eye and screen reader for some seconds, longer where it can be acted on. */
export function say(text: string, act?: Toast['act']): void {
  const toast = { id: ++last, text, act };
  // The same words again take the place of the first: a pile of them would cover what they ask for.
  set([...toasts.filter((one) => one.text !== text).slice(-1), toast]);
  setTimeout(() => set(toasts.filter((one) => one.id !== toast.id)), act ? 10_000 : 5000);
}

/** Where things said appear; a polite live region that is always in the page. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => toasts,
  );
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.text}</span>
          {toast.act && (
            <button
              type="button"
              onClick={() => {
                toast.act?.run();
                set(toasts.filter((one) => one.id !== toast.id));
              }}
            >
              {toast.act.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
