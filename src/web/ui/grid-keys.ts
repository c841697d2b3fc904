import type { KeyboardEvent } from 'react';

/** Moves to the same column of the row below (1) or above (-1); false where there is none. */
function moveIn(event: KeyboardEvent<HTMLElement>, step: 1 | -1): boolean {
  const cell = event.currentTarget.closest('td');
  const row = cell?.parentElement;
  const next = (step === 1 ? row?.nextElementSibling : row?.previousElementSibling)?.children[
    cell?.cellIndex ?? 0
  ];
  const field = next?.querySelector<HTMLElement>('input, select');
  field?.focus();
  return field !== undefined && field !== null;
}

/** Keys in a table of fields: Enter goes down, from the last row into a new one; arrows go up and down. */
export function gridKeys(
  event: KeyboardEvent<HTMLElement>,
  { last, onAdd }: { last: boolean; onAdd: () => void },
) {
  const choosing = event.currentTarget.tagName === 'SELECT';
  if (event.key === 'Enter') {
    event.preventDefault();
    if (last) onAdd();
    else moveIn(event, 1);
  } else if (
    !choosing &&
    (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
    moveIn(event, event.key === 'ArrowDown' ? 1 : -1)
  )
    event.preventDefault();
}
