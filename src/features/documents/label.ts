import { sayDay } from '../../domain/deadlines/words.ts';
import { documentKinds } from '../../domain/documents/kinds.ts';

/** The type's name of an abbreviation, «Thông báo» for TB; null for none or one the decree does not know. */
const kindName = (abbreviation: string | null) =>
  documentKinds.find((kind) => kind.abbreviation === abbreviation)?.name ?? null;

/** A document as people name it: «Thông báo 12/TB-SKHCN ngày 03/10/2026», or its subject where it has no number. */
export function documentLabel(document: {
  kind: string | null;
  number: string | null;
  date: string | null;
  subject: string;
}): string {
  const name = [kindName(document.kind), document.number].filter(Boolean).join(' ');
  if (name === '') return document.subject;
  return document.date ? `${name} ngày ${sayDay(document.date)}` : name;
}
