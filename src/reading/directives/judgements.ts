import { everybody, genericHeads } from '../phrases/units.ts';
import { assigning, narrative } from '../phrases/verbs.ts';
import type { Parties } from '../units/parties.ts';
import { findOrder } from './orders.ts';
import type { Context, Node } from './outline.ts';
import type { Instruction } from './predicate.ts';
import { type Token, tokenise } from './tokens.ts';

/** Notes on a heading's context whom it charges, and that work is handed out below it. */
export function charge(
  context: Context,
  lead: Parties,
  coordinating: Parties[],
  leadFrom: Context['leadFrom'],
): void {
  Object.assign(context, { lead, coordinating, leadFrom, excluded: false, task: true });
}

/** An opener in the press that a leader speaks: «Thủ tướng yêu cầu:». */
export const orders = (tokens: Token[]) => tokens.some((_, i) => assigning.at(tokens, i) !== undefined);

/** «Thực hiện Công văn …, Sở yêu cầu …»: an opener by its first words, yet with an order in it. */
export function orderInside(tokens: Token[], folded: string): boolean {
  return (
    /^(thuc hien|can cu|theo de nghi|nhan duoc|xet)/.test(folded) &&
    findOrder(tokens, 0, false).instruction !== undefined
  );
}

/** Everybody at once («các phòng, đơn vị»). */
export const isEverybody = (lead: Parties) => everybody.at(tokenise(lead.name), 0) !== undefined;

/** «Đồng ý về nguyên tắc …, giao Sở X …»: an order behind a comma, with whom it binds. */
export function orderBehind(tokens: Token[]): Instruction | undefined {
  const { instruction } = findOrder(tokens, 0, false);
  return instruction?.lead && tokens[instruction.from - 1]?.text === ',' ? instruction : undefined;
}

/** «Cơ quan thuế», «doanh nghiệp»: a kind of bodies, of whom a rule speaks, not one that is charged. */
export function isGeneric(lead: Parties | undefined): boolean {
  if (!lead) return false;
  const tokens = tokenise(lead.name);
  return genericHeads.at(tokens, 0) !== undefined && !tokens.slice(1).some((token) => token.capital);
}

/** First words of what is told or judged rather than ordered; numbers and names begin no item of work either. */
const noWork =
  /^(cac|nhung|moi|mot|so|viec|cong|tinh|ket|tien|trong|hien|day|do|tuy|vi|neu|khi|ngoai|den|tu|tai|co|la|ty|tong|chat|nguon|noi|thoi|muc|nhiem|hoat|ve|voi|theo|nham|de|doi|con|chua|da|dang|khong|rieng|viec|luu|nhu|kinh|can|han|ngay|thang|nam|quy|bao|ho|danh|san|yeu|lam|truong|y|van|ban|phong|so|hoi|cuoc|buoi|hop|phan|ca|tat|toan|tren|duoi|sau|truoc)$/;

/** Under a unit's own heading an item that opens with a word not known as a verb («Phúc tra hồ sơ …») is work too. */
export function plainItem(tokens: Token[], { kind, context }: Node): Instruction | undefined {
  if (context.leadFrom !== 'heading' || !/^(dash|plus|letter|bracketed)$/.test(kind)) return undefined;
  const [first, second] = tokens;
  const words = tokens.filter((token) => token.word);
  const told = words.slice(0, 14).some((_, i) => narrative.at(words, i) !== undefined);
  if (!first?.capital || !second?.word || second.capital || words.length < 4 || told) return undefined;
  if (noWork.test(first.folded) || words.slice(1, 8).some((token) => token.folded === 'la')) return undefined;
  return { how: 'verb', lead: undefined, coordinating: undefined, from: 0, verb: 0, firm: false };
}
