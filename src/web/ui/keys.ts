import { useEffect, useRef } from 'react';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Whether a key belongs to a button or link that has the focus. */
export const pressesControl = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('a, button, summary') !== null;

/** What lies over the page takes the keys; Esc, left alone, closes it. */
const over = 'dialog[open], :popover-open';

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys of a screen, by name («j», «Enter», «g d» for two in a row). Silent while somebody types, while a modal or a menu
 * is open, and with Ctrl, Alt or Cmd, so that no key of browser or screen reader is taken away.
 */
export function useKeys(keys: Keys, active = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return;
    let first = '';
    let timer = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (typing(event.target) || document.querySelector(over) || pressesControl(event)) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = latest.current[`${first} ${name}`] ?? (first === '' ? latest.current[name] : undefined);
      clearTimeout(timer);
      first = '';
      if (act) {
        event.preventDefault();
        act(event);
      } else if (Object.keys(latest.current).some((key) => key.startsWith(`${name} `))) {
        first = name;
        timer = window.setTimeout(() => {
          first = '';
        }, 1200);
      }
    };
    document.addEventListener('keydown', hear);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', hear);
    };
  }, [active]);
}
