import { emptyWords } from '../phrases/sections.ts';
import { assigning, manner, speech } from '../phrases/verbs.ts';
import { type Parties, readParties } from '../units/parties.ts';
import type { Stretch } from './clauses.ts';
import { findOrder } from './orders.ts';
import type { Instruction } from './predicate.ts';
import type { Token } from './tokens.ts';

/** A heading taken off its paragraph. */
export interface HeadingLine {
  tokens: Token[];
  head: string;
  folded: string;
  rest: Stretch;
  hasRest: boolean;
  /** The whole paragraph is the heading: it has no colon and no end mark. */
  whole: boolean;
  body: Stretch;
  marked: boolean;
  bold: boolean;
}

const headingReach = 170;
const openerReach = 700;

/** Where the colon that ends a heading or an opener stands in `text`; -1 when there is none. */
export function headingColon(text: string): number {
  const last = text.trimEnd().length - 1;
  const opens = text[last] === ':' && last < openerReach && !/[.?!]\s+\p{Lu}/u.test(text);
  let depth = 0;
  for (let i = 0; i < Math.min(text.length, openerReach); i++) {
    const c = text[i];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ';' || (c === '.' && /^\.\s+\p{Lu}/u.test(text.slice(i, i + 4)))) break;
    else if (c === ':' && depth <= 0 && !/\d/.test(text[i + 1] ?? '')) {
      if (i < headingReach || i >= last) return i;
      break;
    }
  }
  return opens ? last : -1;
}

/** A line without an end mark, short enough for a heading. */
export function isHeadingLine(text: string): boolean {
  return !/[.;,?!…]$/.test(text) && text.length < headingReach && !/\p{Ll}[.?!]\s+\p{Lu}\p{Ll}/u.test(text);
}

/** Mostly capitals. */
export function isTitle(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters.replace(/\p{Ll}/gu, '').length > letters.length * 0.8;
}

/** After the verb nothing is said but «thực hiện các nhiệm vụ sau», «chủ trì thực hiện». */
export function emptyAfter(tokens: Token[], verb: number, coordinating: Parties | undefined): boolean {
  const from = coordinating?.span[1] ?? 0;
  return tokens
    .slice(verb)
    .filter((token) => token.word && token.start >= from)
    .every(
      (token) => emptyWords.has(token.folded) || manner.at([token], 0) || /^(chu|tri)$/.test(token.folded),
    );
}

/** «(Sở X) theo chức năng, nhiệm vụ được giao:», «(UBND các xã) có trách nhiệm:»: nothing of its own behind the unit. */
export const saysNoMore = (tokens: Token[]) =>
  tokens.every((token) => !token.word || emptyWords.has(token.folded));

const opensList = /(sau day|nhu sau|sau|duoi day|nhung noi dung|cac noi dung|nhiem vu|trong tam|cu the)$/;
const endsInOrder =
  /(giao|yeu cau|de nghi|chi dao|phan cong|luu y|chu tri|trach nhiem|phoi hop|dau moi|thuong truc)$/;
const beginsWithOrder = /^(giao|yeu cau|de nghi|phan cong|doi voi)\b/;
const shortOrder = 100;

/** True for a sentence before a colon that only opens the list below it; `folded` is its folded text. */
export function opensItems(tokens: Token[], instruction: Instruction | undefined, folded: string): boolean {
  if (opensList.test(folded) || endsInOrder.test(folded)) return true;
  if (beginsWithOrder.test(folded) && folded.length < shortOrder) return true;
  if (chargesAtEnd(tokens)) return true;
  return instruction?.how === 'subject' && emptyAfter(tokens, instruction.verb, instruction.coordinating);
}

/** Whom the opener of a list charges with it; one who merely announces («Sở thông báo … như sau:») is not charged. */
export function chargedBy(tokens: Token[], opener: Instruction | undefined): Parties | undefined {
  const empty = opener && emptyAfter(tokens, opener.verb, opener.coordinating);
  const speaks =
    opener?.how === 'subject' &&
    (assigning.at(tokens, opener.verb) ?? speech.at(tokens, opener.verb)) !== undefined; // «Chủ tịch UBND tỉnh yêu cầu:», «… kết luận:»
  if (speaks) return chargesAtEnd(tokens);
  if (opener?.how === 'assigned' || (opener?.how === 'subject' && (opener.firm || empty))) return opener.lead;
  const order = findOrder(tokens, 0, false).instruction;
  if (order) return order.lead;
  return chargesAtEnd(tokens);
}

/** «…, Chủ tịch UBND tỉnh yêu cầu Sở X:»: whom the last words order. */
function chargesAtEnd(tokens: Token[]): Parties | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const hit = assigning.at(tokens, i);
    const found = hit && readParties(tokens, i + hit.length);
    if (found && found.next >= tokens.length - 1) return found.parties;
  }
  return undefined;
}

/** Ended by a colon, or a numbered line without end mark: gives way to what is read under it. */
export const announces = (text: string, kind: string): boolean =>
  /[^.\s]\s*:\s*$/.test(text) ||
  (/[\p{L}\d)”"]\s*$/u.test(text) && /^(roman|decimal\d|number.?|letter|article|slash)$/.test(kind));
