import { type KeyboardEvent, useState } from 'react';

/** What an entry of a view carries, so that arrow keys find it and one of all stands in the order of Tab. */
export interface Entry {
  'data-entry': string;
  tabIndex: 0 | -1;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const steps: Record<string, [group: number, place: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The entries within an element, by the groups (`data-group`) they stand in. */
const groupsIn = (box: Element): HTMLElement[][] =>
  [...box.querySelectorAll('[data-group]')]
    .map((group) => [...group.querySelectorAll<HTMLElement>('[data-entry]')])
    .filter((entries) => entries.length > 0);

/** Moves the focus up and down within a group, left and right between groups; Home and End to its first and last. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const target = event.currentTarget;
  const box = target.closest('[data-entries]');
  const groups = box ? groupsIn(box) : [];
  const at = groups.findIndex((entries) => entries.includes(target));
  const place = groups[at]?.indexOf(target) ?? -1;
  if (place < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const entries = groups[at] ?? [];
  const step = steps[event.key];
  let next: HTMLElement | undefined;
  if (event.key === 'Home') next = entries[0];
  else if (event.key === 'End') next = entries.at(-1);
  else if (step) {
    const [sideways, down] = step;
    const beside = groups[at + sideways] ?? [];
    next = sideways === 0 ? entries[place + down] : beside[Math.min(place, beside.length - 1)];
  } else return;
  event.preventDefault();
  next?.focus();
}

/**
 * Arrow keys over the entries of a view, which are links: Enter opens one by itself.
 * @param first id of the entry that Tab reaches before any was visited
 */
export function useArrows(first: string | undefined): (id: string) => Entry {
  const [visited, setVisited] = useState<string | null>(null);
  const reached = visited ?? first;
  return (id) => ({
    'data-entry': id,
    tabIndex: id === reached ? 0 : -1,
    onFocus: () => setVisited(id),
    onKeyDown: move,
  });
}
