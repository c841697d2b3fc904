import { fold } from '../../domain/text/fold.ts';
import { type Parties, readParties } from '../units/parties.ts';
import type { Draft } from './draft.ts';
import { type Token, tokenise } from './tokens.ts';

const bracket = /\(([^()]{3,200})\)/g;
const opener = /^(giao|do|chu|tri|don|vi|co|quan|dau|moi|phu|trach|:)$/;
const charged =
  /(chu tri|thuc hien|phu trach|dau moi|chiu trach nhiem|tham muu)|^\s*(giao|do|don vi|chu tri) /;

/** «(xong trong quý III; phụ trách: Phòng X)»: the label before the name. */
const named = /(?:chủ trì|phụ trách|thực hiện|đầu mối|tham mưu)\s*:\s*/iu;

/** «(Phòng X chủ trì, …)», «(giao Phòng X)», «(Phòng X)» at the end of an instruction: who leads it. */
export function leadInBracket(flat: string, draft: Draft): Parties | undefined {
  const text = flat.slice(draft.start, draft.end);
  for (const match of text.matchAll(bracket)) {
    const from = draft.start + match.index + 1;
    const inside = match[1] as string;
    const labelled = named.exec(inside);
    const tokens = tokenise(
      flat,
      from + (labelled ? labelled.index + labelled[0].length : 0),
      from + inside.length,
    );
    let at = 0;
    while (at < 5 && tokens[at] && opener.test((tokens[at] as Token).folded) && !readParties(tokens, at))
      at++;
    const found = readParties(tokens, at);
    if (!found) continue;
    const atEnd = /^[\s.;,/]*$/.test(text.slice(match.index + match[0].length));
    if (charged.test(fold(inside)) || (atEnd && !draft.lead && found.next >= tokens.length))
      return found.parties;
  }
  return undefined;
}
