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

export type Keys = { [name: string]: ((event: KeyboardEvent) => void) | undefined };

/** Those who listen, the frame at the bottom: where two know a key, the screen on top has it. */
const hearers: { current: Keys }[] = [];
let first = '';
let timer = 0;

function hear(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (typing(event.target) || document.querySelector(over) || pressesControl(event)) return;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const wanted = first === '' ? name : `${first} ${name}`;
  clearTimeout(timer);
  first = '';
  const act = hearers.findLast(({ current }) => current[wanted])?.current[wanted];
  if (act) {
    event.preventDefault();
    act(event);
  } else if (hearers.some(({ current }) => Object.keys(current).some((key) => key.startsWith(`${name} `)))) {
    first = name;
    timer = window.setTimeout(() => {
      first = '';
    }, 1200);
  }
}

/**
 * Keys of a screen, by name («j», «Enter», «g d» for two in a row). Silent while somebody types, while a modal or a menu
 * is open, and with Ctrl, Alt or Cmd, so that no key of browser or screen reader is taken away.
 * @param options.everywhere keys of the frame, which give way to those of the screen within
 */
export function useKeys(keys: Keys, { active = true, everywhere = false } = {}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return;
    if (hearers.length === 0) document.addEventListener('keydown', hear);
    if (everywhere) hearers.unshift(latest);
    else hearers.push(latest);
    return () => {
      hearers.splice(hearers.indexOf(latest), 1);
      if (hearers.length === 0) document.removeEventListener('keydown', hear);
    };
  }, [active, everywhere]);
}
