import { fold } from '../../domain/text/fold.ts';
import { fieldLabels } from '../phrases/sections.ts';
import type { Parties } from '../units/parties.ts';
import { readParties, splitParties } from '../units/parties.ts';
import type { Stretch } from './clauses.ts';
import type { Draft } from './draft.ts';
import { tokenise } from './tokens.ts';

export type Field = (typeof fieldLabels)[number]['field'];

/** A line such as «Đơn vị chủ trì: Sở X»: its field, and the characters of the label with its colon. */
export interface Label {
  field: Field;
  length: number;
}

const longestLabel = 60;

/** Reads the label a line begins with. Folding keeps the count of characters of NFC text. */
export function readLabel(line: string): Label | undefined {
  if (/^(Phòng|Bộ|Ban) Tham/u.test(line)) return undefined; // the General Staff's offices, no label
  const folded = fold(line.slice(0, longestLabel * 2));
  for (const { field, pattern } of fieldLabels) {
    const match = pattern.exec(folded);
    if (!match || match[0].length > longestLabel) continue;
    const tail = /^\s*[:\-–.]?\s*/.exec(folded.slice(match[0].length));
    return { field, length: match[0].length + (tail?.[0].length ?? 0) };
  }
  return undefined;
}

/** The label's place: its line `[start, end)` in `flat`, and the outline node it speaks of. */
export interface LabelPlace {
  flat: string;
  start: number;
  end: number;
  under: number;
}

/**
 * Gives the field of a labelled line to the drafts it speaks of: those under the same heading that
 * have no such field yet. Returns the stretch left to read when the label only names the matter.
 */
export function applyLabel(drafts: Draft[], label: Label, place: LabelPlace): Stretch | undefined {
  const from = place.start + label.length;
  if (label.field === 'matter') return { start: from, end: place.end };
  const mine = drafts.filter((draft) => draft.under >= place.under);
  const targets = mine.length > 0 ? mine : drafts.slice(-1);
  const value = place.flat
    .slice(from, place.end)
    .trim()
    .replace(/[.;,]+$/, '');
  if (label.field === 'lead' || label.field === 'coordinating') {
    const tokens = tokenise(place.flat, from, place.end);
    const named = readParties(tokens, 0)?.parties;
    const parties: Parties = named ?? { name: value, span: [from, from + value.length] };
    if (!value) return undefined;
    for (const draft of targets) {
      if (label.field === 'coordinating') {
        if (draft.coordinating.length === 0)
          draft.coordinating = splitParties(
            tokens,
            named ? { ...named, span: [from, from + value.length] } : parties,
          );
      } else if (draft.leadFrom !== 'own' && draft.leadFrom !== 'label')
        [draft.lead, draft.leadFrom] = [parties, 'label'];
    }
  } else if (label.field === 'product') {
    for (const draft of targets) draft.product ??= value;
  } else {
    for (const draft of targets) draft.deadlineAt ??= { start: place.start, end: place.end };
  }
  return undefined;
}
