import { productNouns } from '../phrases/products.ts';
import { everybody, genericHeads } from '../phrases/units.ts';
import { announcing, assigning, narrative, taskVerbs } from '../phrases/verbs.ts';
import { headAt, type Parties, readParties } from '../units/parties.ts';
import type { Stretch } from './clauses.ts';
import type { Draft } from './draft.ts';
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
export const orders = (tokens: Token[]) =>
  tokens.some((_, i) => assigning.at(tokens, i) !== undefined || announcing.at(tokens, i) !== undefined);

/** «Thực hiện Công văn …, Sở yêu cầu …»: an opener by its first words, yet with an order in it. */
export function orderInside(tokens: Token[], folded: string): boolean {
  return (
    /^(thuc hien|can cu|theo de nghi|nhan duoc|xet)/.test(folded) &&
    findOrder(tokens, 0, false).instruction !== undefined
  );
}

/** «Người dân trồng rừng. Ảnh: Trần An»: the words under a picture. */
export const isCaption = (text: string) =>
  text.length < 300 && /(?:^|[.\s(])Ảnh(?: minh họa)?\s*:[^.:]{0,40}[.)]?\s*$/u.test(text);

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

/** «Các cơ quan chức năng», «hai địa phương»: bodies, not a kind of bodies. */
export const isPlural = (lead: Parties | undefined) =>
  /^(các|hai|ba|\d+) (cơ quan|đơn vị|địa phương|lực lượng|bộ|sở|ngành)/iu.test(lead?.name ?? '');

/** «… chuẩn bị các dự thảo: Dự thảo Nghị quyết …; Dự thảo Chỉ thị …»: one thing more of a list begun by a colon. */
export function listsOn(flat: string, open: Draft, tokens: Token[]): boolean {
  const first = productNouns.at(tokens, 0);
  const named = first && (productNouns.at(tokens, first.length) || !taskVerbs.at(tokens, 0));
  return Boolean(named) && /:\s/.test(flat.slice(open.verb, open.end));
}

/** «yêu cầu Giám đốc các sở; Chủ tịch UBND các huyện rà soát …»: semicolons between those who are addressed part no clauses. */
export function joinAddressees(flat: string, parts: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (
      last &&
      endsInAddressee(tokenise(flat, last.start, last.end)) &&
      headAt(tokenise(flat, part.start, part.start + 40), 0)
    )
      last.end = part.end;
    else joined.push({ ...part });
  }
  return joined;
}

function endsInAddressee(tokens: Token[]): boolean {
  const order = tokens.findIndex((_, i) => assigning.at(tokens, i) !== undefined);
  const hit = order < 0 ? undefined : assigning.at(tokens, order);
  const found = hit && readParties(tokens, order + hit.length);
  return found !== undefined && found.next >= tokens.length - 1;
}

/** «Phân công cán bộ bám bản»: people of the one charged, not a body of their own. */
const isStaff = (lead: Parties | undefined) =>
  /^(cán bộ|công chức|viên chức|nhân viên|giáo viên|chuyên viên|bệnh viện|trạm|tổ|đội|lực lượng)(?!.*\p{Lu})/u.test(
    lead?.name ?? '',
  );

/** First words of what is told or judged rather than ordered; numbers and names begin no item of work either. */
const noWork = new Set(
  (
    'các những mọi một số việc công tình kết tiến trong hiện đây đến từ tại có là tỷ tổng chất nguồn nơi nội thời mức nhiệm hoạt về với theo nhằm ' +
    'để đối còn chưa đã đang không riêng như kinh can cần hạn ngày tháng năm quý bảo báo hộ hồ danh sản yêu làm trường ý văn bản phòng sở hội cuộc ' +
    'buổi họp phần ca cả tất toàn trên dưới sau trước do tuy vì nếu khi ngoài lưu'
  ).split(' '),
);

/** Under a unit's own heading an item that opens with a word not known as a verb («Phúc tra hồ sơ …») is work too. */
export function plainItem(tokens: Token[], { context }: Node): Instruction | undefined {
  if (context.leadFrom !== 'heading') return undefined;
  const [first, second] = tokens;
  const words = tokens.filter((token) => token.word);
  const told = words.slice(0, 14).some((_, i) => narrative.at(words, i) !== undefined);
  if (!first?.word || !second?.word || second.capital || words.length < 4 || told) return undefined;
  if (noWork.has(first.text.toLowerCase()) || words.slice(1, 8).some((token) => token.folded === 'la'))
    return undefined;
  return { how: 'verb', lead: undefined, coordinating: undefined, from: 0, verb: 0, firm: false };
}

/** Whom an instruction binds: named in it, in the clause or sentence before (`carried`), in the heading, or the letter's addressee. */
export function leadOf(
  found: Instruction,
  context: Context,
  open: Draft | undefined,
  carried: Parties | undefined,
): { lead?: Parties; from?: Draft['leadFrom'] } {
  const staff = context.leadFrom === 'heading' && isStaff(found.lead);
  if (found.lead && !staff) return { lead: found.lead, from: 'own' };
  if (open?.lead) return { lead: open.lead, from: open.leadFrom === 'own' ? 'carried' : open.leadFrom };
  if (carried) return { lead: carried, from: 'carried' };
  const asked = context.leadFrom !== 'addressee' || found.how === 'assigned' || context.task;
  return asked ? { lead: context.lead, from: context.leadFrom } : {};
}
