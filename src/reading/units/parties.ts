import type { Lexicon, Token } from '../directives/tokens.ts';
import {
  determiners,
  falseHeads,
  heads,
  nameCommas,
  nameVerbs,
  nameWords,
  pluralHeads,
  verbHeads,
} from '../phrases/units.ts';
import { assigning, mandates, manner, narrative, taskVerbs } from '../phrases/verbs.ts';

/** One or several bodies as printed together: «Sở A, Sở B và UBND các huyện». */
export interface Parties {
  name: string;
  span: [number, number];
}

/** Parties found at a token: the token after them, and what stopped the name. */
export interface PartiesAt {
  parties: Parties;
  next: number;
}

const longestName = 70;
const longestBracket = 40;
const linking = new Set(['và', 'va', '&', 'cùng', 'hoặc', '-', '–', '/']);

/** True where a body or a post is named from token `i` on («các» and the like before it counted in). */
export function headAt(tokens: Token[], i: number): number {
  const determiner = determiners.at(tokens, i) ?? counted(tokens, i);
  const at = i + (determiner?.length ?? 0);
  const plural = determiner && pluralHeads.at(tokens, at);
  const single = heads.at(tokens, at);
  const head = plural && plural.length > (single?.length ?? 0) ? plural : single;
  if (!head || (falseHeads.at(tokens, at)?.length ?? 0) > head.length) return 0;
  if (!determiner && (taskVerbs.at(tokens, at)?.length ?? 0) > head.length) return 0;
  // a single common word is a head only with its capital or after «các», or it names a post («chủ tịch», «giám đốc»)
  const first = tokens[at] as Token;
  const small = head.length === 1 && !first.capital && !determiner && !oftenSmall.has(first.folded);
  if (small && !(namedSmall.test(first.text) && tokens[at + 1]?.capital)) return 0; // «sở Tài chính» of the press
  return (determiner?.length ?? 0) + head.length;
}

const namedSmall = /^(sở|bộ|cục|phòng)$/;

/** «22 đơn vị», «hai địa phương»: bodies told by their number. */
const counted = (tokens: Token[], i: number) =>
  /^(\d{1,3}|hai|ba|bốn)$/i.test(tokens[i]?.text ?? '') &&
  /^(don vi|dia phuong|co quan|co so|huyen|xa|phuong|so|quan|tinh|truong|bo)\b/.test(
    `${tokens[i + 1]?.folded} ${tokens[i + 2]?.folded}`,
  ) &&
  !tokens[i + 1]?.capital
    ? { length: 1 }
    : undefined;

const oftenSmall = new Set(['ubnd', 'hdnd', 'nganh', 'acv']);

const stops = [manner, assigning, narrative, mandates];

/** «các đơn vị nêu trên», «các sở đã nêu»: points back, tells nothing. */
const isSaidAbove = (tokens: Token[], i: number) =>
  /^(neu tren|noi tren|co ten|da neu)$/.test(`${tokens[i]?.folded} ${tokens[i + 1]?.folded}`);

function isStop(tokens: Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.capital) return false;
  if (token.folded === 'giao' && /^(Ngoại|Chuyển|Bàn)$/u.test(tokens[i - 1]?.text ?? '')) return false; // «Bộ Ngoại giao»
  if (token.folded === 'thuong' && tokens[i - 1]?.folded === 'duc') return false; // «Giáo dục thường xuyên»
  if (token.text === 'cũng') return true;
  if (token.folded === 'va' || token.folded === 'cung' || token.folded === 'tot') return false;
  if (isSaidAbove(tokens, i)) return false;
  return stops.some((lexicon: Lexicon) => lexicon.at(tokens, i) !== undefined);
}

/** A later syllable of a word of names («Thiết | bị»). */
const inWord = (tokens: Token[], i: number) =>
  [1, 2, 3].some((back) => (nameWords.at(tokens, i - back)?.length ?? 0) > back);

/** A verb written small ends the name, unless it stands where the name's own verb stands («Phòng quản lý khoa học»). */
function endsAtVerb(tokens: Token[], i: number, nameStart: number, named: boolean): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  if (token.capital || !taskVerbs.at(tokens, i)) return false;
  if (before?.capital && (taskVerbs.at(tokens, i - 1)?.length ?? 0) > 1) return false; // «Đăng | ký»
  if (before && /^(các|những|mỗi|từng)$/iu.test(before.text)) return false;
  // «Phòng Quản trị thông tin», «Trung tâm Xúc tiến và Hỗ trợ đầu tư»
  const behindVerb =
    nameVerbs.at(tokens, nameStart)?.length === i - nameStart ||
    [1, 2].some((back) => tokens[i - back]?.capital && nameVerbs.at(tokens, i - back)?.length === back);
  const ofNoun = /^(dự án|chương trình|công trình)$/iu.test(`${tokens[i - 2]?.text} ${before?.text}`); // «Ban Quản lý dự án đầu tư xây dựng»
  const inName =
    behindVerb ||
    ofNoun ||
    (before?.text === 'và' && tokens[i - 2]?.folded === 'duc') || // «sở giáo dục và đào tạo»
    (i === nameStart && takesVerb(tokens, i)) ||
    (before !== undefined && linking.has(before.text.toLowerCase()) && named);
  return !(inName && nameVerbs.at(tokens, i));
}

/** True where the head that ends before token `i` may be followed by a verb of its name. */
function takesVerb(tokens: Token[], i: number): boolean {
  if (tokens[i - 1]?.folded === 'phong' && tokens[i - 2]?.folded === 'van') return false; // «Văn phòng tổng hợp …»
  if (tokens[i - 1]?.folded === 'truong' && tokens[i - 2]?.text === 'nhà') return false; // «nhà trường tổ chức …»
  return [1, 2, 3].some((length) => verbHeads.at(tokens, i - length)?.length === length);
}

/** «các sở: Xây dựng, Tài chính», «UBND các thành phố: Hà Nội, …»: behind the colon at `i` capitals part by a comma or «và». */
export function namesFollow(tokens: Token[], i: number): boolean {
  const plural = [2, 3].some((back) => determiners.at(tokens, i - back) !== undefined);
  const ministries = tokens[i - 1]?.folded === 'bo'; // «các Bộ: Công an, Tài chính»
  if (!plural || tokens[i + 1]?.capital !== true || (headAt(tokens, i + 1) > 0 && !ministries)) return false;
  if (taskVerbs.at(tokens, i + 1) && !nameVerbs.at(tokens, i + 1)) return false;
  const next = tokens.slice(i + 2, i + 7);
  const part = next.findIndex(({ text }) => text === ',' || text === 'và');
  return part >= 0 && tokens[i + 3 + part]?.capital === true;
}

/** The comma of «Phòng, chống thiên tai», «khám, chữa bệnh», part of a name. */
function isInName(tokens: Token[], comma: number): boolean {
  const around = [tokens[comma - 1], tokens[comma + 1]].map((token) => token?.text.toLowerCase() ?? '');
  return nameCommas.has(around.join(','));
}

function continuesList(tokens: Token[], i: number): boolean {
  const next = tokens[i];
  if (!next?.word) return false;
  if (headAt(tokens, i) > 0) return true;
  const small = heads.at(tokens, i) ?? pluralHeads.at(tokens, i);
  if (!next.capital && small && !taskVerbs.at(tokens, i) && !falseHeads.at(tokens, i)) return true;
  return (
    next.capital &&
    (!taskVerbs.at(tokens, i) || nameVerbs.at(tokens, i) !== undefined) &&
    !manner.at(tokens, i)
  );
}

/**
 * Reads the parties named from token `i` on, as far as a verb, a word of manner, or an end.
 * Gives nothing when no body or post is named there.
 */
export function readParties(tokens: Token[], i: number): PartiesAt | undefined {
  const first = headAt(tokens, i);
  if (first === 0 || tokens[i + first]?.text === 'nào') return undefined; // «phòng nào chậm …»
  const begin = i;
  let at = i + first;
  let nameStart = at;
  let named = false; // the present name holds a verb of its own
  let end = at;
  while (at < tokens.length && at - begin < longestName) {
    const token = tokens[at] as Token;
    if (!token.word) {
      if (token.text === '(') {
        const close = closing(tokens, at);
        if (close < 0) break;
        at = close + 1;
        end = at;
        continue;
      }
      if (token.text === ',' || token.text === ';') {
        if (isInName(tokens, at)) {
          at += 2;
          continue;
        }
        if (token.text === ';' ? headAt(tokens, at + 1) === 0 : !continuesList(tokens, at + 1)) break;
        nameStart = at + 1 + headAt(tokens, at + 1);
        at = Math.max(at + 1, nameStart);
        named = false;
        end = at;
        continue;
      }
      if (token.text === ':' && namesFollow(tokens, at)) {
        at++;
        continue;
      }
      if (!linking.has(token.text) && token.text !== '.') break;
      if (token.text === '.' && !tokens[at + 1]?.word) break; // inside a sentence a full stop abbreviates, or is a speck
      at++;
      continue;
    }
    if (inWord(tokens, at)) {
      at++;
      end = at;
      continue;
    }
    if (isStop(tokens, at) || endsAtVerb(tokens, at, nameStart, named)) break;
    if (!token.capital && nameVerbs.at(tokens, at)) {
      named = true;
      const verb = nameVerbs.at(tokens, at)!;
      at += verb.length;
      end = at;
      continue;
    }
    if (
      /^(để|nhằm|về|theo|de|nham|ve|vê)$/.test(token.text) ||
      (token.folded === 'can' && tokens[at + 1]?.folded === 'cu')
    )
      break;
    const isLink = linking.has(token.text.toLowerCase());
    if (isLink && headAt(tokens, at + 1) > 0) {
      nameStart = at + 1 + headAt(tokens, at + 1);
      at = nameStart;
      named = false;
      end = at;
      continue;
    }
    at++;
    if (!isLink) end = at;
  }
  const start = (tokens[begin] as Token).start;
  const stop = (tokens[end - 1] as Token).end;
  return { parties: { name: nameOf(tokens, begin, end), span: [start, stop] }, next: Math.max(at, end) };
}

/**
 * The whole of a heading as one name, «Trung tâm Ứng dụng tiến bộ khoa học, kỹ thuật và công nghệ:»: it begins with a
 * head, and nothing in it charges anybody or says what is to be done.
 */
export function wholeName(tokens: Token[]): Parties | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  const head = headAt(tokens, 0);
  if (!first || !last || head === 0) return undefined;
  const says = tokens.some(
    (token, i) =>
      i >= head &&
      (isStop(tokens, i) || (!token.capital && taskVerbs.at(tokens, i) && !nameVerbs.at(tokens, i))),
  );
  return says ? undefined : { name: nameOf(tokens, 0, tokens.length), span: [first.start, last.end] };
}

function closing(tokens: Token[], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + longestBracket); i++)
    if (tokens[i]?.text === ')') return i;
  return -1;
}

/** The words as printed, with single blanks; OCR's stray full stops inside a list are dropped. */
function nameOf(tokens: Token[], from: number, to: number): string {
  let name = '';
  let end = -1;
  for (const token of tokens.slice(from, to)) {
    if (end >= 0 && token.start > end) name += ' ';
    name += token.text;
    end = token.end;
  }
  return name.replace(/(?<=\p{Ll})\. (?=\p{Ll})/gu, ' ');
}

/** Splits parties joined by commas and «và» into single names, each beginning with a head of its own. */
export function splitParties(tokens: Token[], parties: Parties): Parties[] {
  const inside = tokens.filter((t) => t.start >= parties.span[0] && t.end <= parties.span[1]);
  const cuts: number[] = [0];
  for (let i = 1; i < inside.length; i++) {
    const previous = (inside[i - 1] as Token).text;
    if ((previous === ',' || previous === 'và') && headAt(inside, i) > 0) cuts.push(i);
  }
  return cuts.map((from, k) => {
    let to = cuts[k + 1] ?? inside.length;
    while (to > from + 1 && /^(,|và)$/.test((inside[to - 1] as Token).text)) to--;
    const span: [number, number] = [(inside[from] as Token).start, (inside[to - 1] as Token).end];
    return { name: nameOf(inside, from, to), span };
  });
}
