import type { UnitRow } from '../../features/setup/contract.ts';

/**
 * Units from pasted lines: name, abbreviation and parent apart by tabs (from a spreadsheet), by | or by ;.
 * Empty lines, list marks and repeated names are left out.
 */
export function pastedUnits(text: string): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const line of text.normalize('NFC').split(/\r?\n/u)) {
    const [name = '', abbreviation = '', parentName = ''] = line.split(/\t|[|;]/u).map((part) => part.trim());
    const plain = name.replace(/^(?:\d{1,3}[.)]|[-–+*•])\s*/u, '').trim();
    if (plain.length < 2 || rows.has(plain)) continue;
    rows.set(plain, {
      name: plain,
      ...(abbreviation ? { abbreviation } : {}),
      ...(parentName ? { parentName } : {}),
    });
  }
  return [...rows.values()];
}

/** Units as lines that `pastedUnits` reads back. */
export const asLines = (units: readonly UnitRow[]): string =>
  units
    .map(({ name, abbreviation = '', parentName = '' }) =>
      [name, abbreviation, parentName].join(' | ').replace(/(?: \| )+$/u, ''),
    )
    .join('\n');
