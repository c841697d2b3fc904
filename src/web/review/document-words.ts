import { documentKinds } from '../../domain/documents/kinds.ts';
import type { DocumentHead } from '../../domain/documents/reading.ts';
import { showDay } from '../i18n/format.ts';

/** The types of documents to choose from, by abbreviation. */
export const kindChoices: readonly { value: string; label: string }[] = [
  ...new Map(documentKinds.map(({ abbreviation, name }) => [abbreviation, name])),
].map(([value, label]) => ({ value, label }));

/** «Thông báo 12/TB-SKHCN · 03/10/2026», as far as it is known. */
export function documentWords({ kind, number, date }: DocumentHead): string {
  const name = kindChoices.find(({ value }) => value === kind)?.label;
  return [[name, number].filter(Boolean).join(' '), date === null ? '' : showDay(date)]
    .filter(Boolean)
    .join(' · ');
}
