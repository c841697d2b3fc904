import { useEffect } from 'react';

/** Esc leaves the field somebody types in and goes back to its row, where the keys of the review count again. */
export function useLeaveField(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (!(target instanceof HTMLElement) || !target.matches('.review :is(input, textarea)')) return;
      target.blur();
      target.closest('[data-line]')?.querySelector<HTMLElement>('.line-row')?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
