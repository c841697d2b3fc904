import { mandates, manner, modality, taskVerbs } from '../phrases/verbs.ts';
import { headAt, type Parties, readParties } from '../units/parties.ts';
import type { Token } from './tokens.ts';

/** An instruction found in a clause. */
export interface Instruction {
  /** assigned: «giao X …»; subject: «X chủ trì …»; verb: begins with the verb, the lead stands elsewhere. */
  how: 'assigned' | 'subject' | 'verb';
  lead: Parties | undefined;
  coordinating: Parties | undefined;
  /** Where its words begin and where its main verb stands, as token indexes. */
  from: number;
  verb: number;
  /** Said with a word of duty or urgency, or with «chủ trì». */
  firm: boolean;
}

/** What follows a subject: its main verb (token index) and those to work with. */
export type Predicate = Pick<Instruction, 'verb' | 'coordinating' | 'firm'>;

const isWord = (token: Token | undefined, pattern: RegExp) =>
  token !== undefined && pattern.test(token.folded);

export function skipMarks(tokens: Token[], i: number): number {
  let at = i;
  while (at < tokens.length && !(tokens[at] as Token).word) at++;
  return at;
}

/** Skips words of manner; says whether one of them marks a duty. */
export function skipManner(tokens: Token[], i: number): { next: number; firm: boolean } {
  let firm = false;
  let at = i;
  for (;;) {
    const token = tokens[at];
    if (!token) return { next: at, firm };
    const hit = manner.at(tokens, at);
    const verb = taskVerbs.at(tokens, at);
    if (hit) firm ||= modality.at(tokens, at) !== undefined;
    if (hit && !(verb && verb.length > hit.length)) {
      at += hit.length;
    } else if (/^[,"“”]$/.test(token.text) || (token.folded === 'de' && firm)) at++;
    else return { next: at, firm };
  }
}

/** «phối hợp (chặt chẽ) (với) Y», «cùng với Y»: the parties Y and the token after them. */
function readCoordination(tokens: Token[], i: number): { parties: Parties; next: number } | undefined {
  let at = i;
  if (isWord(tokens[i], /^phoi$/) && isWord(tokens[i + 1], /^hop/)) at = i + 2;
  else if (isWord(tokens[i], /^cung$/)) at = i + 1;
  else return undefined;
  if (isWord(tokens[at], /^chat$/)) at += 2;
  if (isWord(tokens[at], /^cung$/)) at++;
  if (isWord(tokens[at], /^voi$/)) at++;
  const found = readParties(tokens, at);
  return found && { parties: found.parties, next: found.next };
}

/** «thừa ủy quyền …, thay mặt …» between a subject and its verb. */
function skipMandate(tokens: Token[], i: number): number {
  let at = i;
  for (let mandate = mandates.at(tokens, at); mandate; mandate = mandates.at(tokens, at)) {
    at += mandate.length;
    at = readParties(tokens, at)?.next ?? at;
    if (tokens[at]?.text === ',') at++;
  }
  return at;
}

const timeWord =
  /^(ngay|thang|nam|quy|tuan|gio|nhat|hang|dau|cuoi|nua|tiep|het|toi|nay|sau|truoc|thoi|gian|[ivx]+|\d[\d./-]*)$/;

/** «trước ngày 20 hằng tháng», «trong quý III»: on to what comes behind. */
function skipTime(tokens: Token[], i: number): number {
  if (!isWord(tokens[i], /^(truoc|trong|den|vao|cham)$/)) return i;
  let at = i + 1;
  while (isWord(tokens[at], timeWord)) at++;
  return at > i + 1 ? at : i;
}

const groundReach = 28;

/** «căn cứ Kế hoạch này», «theo chức năng, nhiệm vụ được giao»: on to the verb or the word of manner behind it. */
function skipGround(tokens: Token[], i: number): number {
  const ground =
    isWord(tokens[i], /^(theo|can|tren|dua)$/) &&
    (tokens[i]?.folded === 'theo' || isWord(tokens[i + 1], /^(cu|co|tren)$/));
  if (!ground || taskVerbs.at(tokens, i)) return i;
  const first = i + (tokens[i]?.folded === 'theo' ? 1 : isWord(tokens[i + 1], /^co$/) ? 3 : 2); // «trên cơ sở | báo cáo …»
  for (let at = i + 1; at < Math.min(tokens.length, i + groundReach); at++) {
    if ((tokens[at] as Token).text === ';') return i;
    if (tokens[at]?.text === ',' && tokens[at + 1]?.capital && headAt(tokens, at + 1) > 0) return i; // a subject of its own
    if ((tokens[at] as Token).capital || isWord(tokens[at - 1], /^(cac|viec|duoc|da|ket|qua|tac|su)$/))
      continue;
    const verb = taskVerbs.at(tokens, at);
    if (verb && (at === first || isWord(tokens[at + verb.length], /^cua$/))) at += verb.length - 1;
    else if (verb || modality.at(tokens, at)) return at;
  }
  return i;
}

/** Words of manner that can be the work itself: «tăng cường công tác …», «chủ trì hội nghị». */
const substantial = /^(tang|day|chu|tap|tiep|lam|dau)$/;

/** Reads «[manner] [chủ trì] [phối hợp với Y] [manner] VERB» from token `i` on. */
export function readPredicate(tokens: Token[], i: number): Predicate | undefined {
  let coordinating: Parties | undefined;
  let firm = false;
  let at = i;
  for (let round = 0; round < 4; round++) {
    const from = tokens[at]?.text === ',' ? at + 1 : at;
    const skipped = skipManner(tokens, skipTime(tokens, skipGround(tokens, skipMandate(tokens, from))));
    firm ||= skipped.firm;
    at = skipped.next;
    const together = at > i && isWord(tokens[at - 1], /^cung$/);
    const coordination =
      readCoordination(tokens, at) ?? (together ? readCoordination(tokens, at - 1) : undefined);
    if (!coordination) break;
    coordinating ??= coordination.parties;
    at = coordination.next;
    while (isWord(tokens[at], /^(,|de|trong|viec)$/)) at++;
  }
  if (taskVerbs.at(tokens, at)) return { verb: at, coordinating, firm };
  for (let back = i; back < at; back++) {
    const work = modality.at(tokens, back) && isWord(tokens[back], substantial);
    if (taskVerbs.at(tokens, back) || work) return { verb: back, coordinating, firm };
  }
  return coordinating && at > i ? { verb: i, coordinating, firm: true } : undefined;
}
