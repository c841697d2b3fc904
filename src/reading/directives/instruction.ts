import { fold } from '../../domain/text/fold.ts';
import { determiners, leaders, superiors } from '../phrases/units.ts';
import {
  agreeing,
  assigning,
  connectors,
  modality,
  narrative,
  ownActs,
  taskVerbs,
} from '../phrases/verbs.ts';
import { readParties } from '../units/parties.ts';
import { assignedAfter } from './orders.ts';
import { type Instruction, readPredicate, skipMarks } from './predicate.ts';
import type { Token } from './tokens.ts';

/** First words of phrases that say when, why or on what ground, up to a comma. */
const introducers = new Set(
  'ben ngoai song de nham can tren trong khi tu truoc sau ngay theo ve qua voi thoi tai den hien rieng tiep thuc nhat cung lien xet do vi hang dinh hom sang chieu ket phat neu doi'.split(
    ' ',
  ),
);
/** After these a verb behind a comma may still belong to the aim, not to an instruction. */
const aims = new Set(['de', 'nham', 'thuc', 'vi', 'do', 'neu']);
const commasTried = 8;
const workReach = 24;

const skipComma = (tokens: Token[], i: number) => (/^[,:]$/.test(tokens[i]?.text ?? '') ? i + 1 : i);

/** «Đối với X, VERB …». */
function readFor(tokens: Token[], i: number): Instruction | undefined {
  if (tokens[i]?.folded !== 'doi' || tokens[i + 1]?.folded !== 'voi') return undefined;
  const target = readParties(tokens, i + 2);
  const predicate = target && readPredicate(tokens, skipComma(tokens, target.next));
  return target && predicate && { how: 'subject', lead: target.parties, from: i, ...predicate };
}

/** «(sẽ) do X chủ trì …». */
function readBy(tokens: Token[], i: number): Instruction | undefined {
  const at = tokens[i]?.folded === 'se' ? i + 1 : i;
  if (tokens[at]?.text.toLowerCase() !== 'do') return undefined;
  const agent = readParties(tokens, at + 1);
  const predicate = agent && readPredicate(tokens, agent.next);
  return agent && predicate?.firm
    ? { how: 'subject', lead: agent.parties, from: i, ...predicate }
    : undefined;
}

/** «Việc kiểm tra các cơ sở do Thanh tra Sở chủ trì …»: the work first, who does it behind it. */
function readWorkBy(tokens: Token[], i: number): Instruction | undefined {
  if (tokens[i]?.text !== 'Việc') return undefined;
  for (let at = i + 2; at < Math.min(tokens.length, i + workReach) && tokens[at]?.text !== ','; at++) {
    const agent = tokens[at]?.text === 'do' ? readParties(tokens, at + 1) : undefined;
    const duty =
      agent &&
      /^(chu tri|dam nhiem|phu trach|thuc hien)$/.test(
        `${tokens[agent.next]?.folded} ${tokens[agent.next + 1]?.folded}`,
      );
    if (duty)
      return {
        how: 'subject',
        lead: agent.parties,
        coordinating: undefined,
        from: i,
        verb: agent.next,
        firm: true,
      };
  }
  return undefined;
}

/** «là cơ quan thường trực …», «là đầu mối …»: a lasting duty. */
const isFocal = (tokens: Token[], i: number) =>
  tokens[i]?.text.toLowerCase() === 'là' &&
  /^(co quan |don vi )?(dau moi|thuong truc|chu tri)\b/.test(
    tokens
      .slice(i + 1, i + 5)
      .map(({ folded }) => folded)
      .join(' '),
  );

/** «Không cấp mới …» opening an item: a verb denied. */
const isProhibition = (tokens: Token[], i: number) =>
  tokens[i]?.text === 'Không' &&
  !/^(co|phai|ai|gi|chi|nhung|the|it|con|bi|duoc|khi|gian|thay)$/.test(tokens[i + 1]?.folded ?? 'co');

/** «Báo cáo của Bộ X cho thấy …»: the paper, not the act. */
const isPaper = (tokens: Token[], i: number) =>
  /^(bao cao|thong bao|huong dan|quyet dinh) (cua|nay|tai)$/.test(
    tokens
      .slice(i, i + 3)
      .map(({ folded }) => folded)
      .join(' '),
  );

/** «Đ/c A báo cáo tiến độ: đã gửi …»: minutes tell what one said. */
function tells(tokens: Token[], verb: number): boolean {
  const said = ownActs.at(tokens, verb);
  const next = tokens.slice(verb, verb + 6).findIndex(({ text }) => text === ':');
  return said !== undefined && next > 0 && tokens[verb + next + 1]?.capital === false;
}

const describedReach = 16;

/** «Các trường được chọn làm điểm thi phối hợp với …», «Các đơn vị được giao vốn phải …»: what is said of many before their duty. */
function readDescribed(tokens: Token[], i: number, from: number): Instruction | undefined {
  if (!tokens.slice(i, from).some((_, k) => determiners.at(tokens, i + k))) return undefined;
  const done = taskVerbs.at(tokens, from + 1); // «Đảng ủy các xã được kiểm tra xây dựng báo cáo»
  const behind = from + 1 + (done?.length ?? 0);
  const named =
    /^(chọn|phân công|giao)$/.test(tokens[from + 1]?.text ?? '') && tokens[from + 2]?.text === 'làm'; // «… được chọn làm điểm thi rà soát …»
  for (let at = from + 1; at < Math.min(tokens.length, from + describedReach); at++) {
    if (!tokens[at]?.word) return undefined;
    const duty =
      modality.at(tokens, at) ??
      ((done && at === behind) || (named && at > from + 3) ? taskVerbs.at(tokens, at) : undefined) ??
      (tokens[at]?.text === 'phối' ? tokens[at] : undefined);
    const predicate = duty && readPredicate(tokens, at);
    const [first, last] = [tokens[i] as Token, tokens[at - 1] as Token];
    const name = tokens.slice(i, at).map(({ text }) => text);
    if (predicate)
      return {
        how: 'subject',
        lead: { name: name.join(' '), span: [first.start, last.end] },
        from: i,
        ...predicate,
        firm: true,
      };
  }
  return undefined;
}

/** The heads of the present body, by their posts alone: «Chủ tịch UBND tỉnh», «Giám đốc Sở», «UBND huyện». */
const ownHead =
  /^(dong chi )?(pho )?(chu tich|bi thu|giam doc|bo truong|thuong truc|ban thuong vu|ban giam doc|ubnd|uy ban nhan dan|tinh uy|thanh uy|huyen uy)( (so|bo|ubnd|uy ban nhan dan|tinh uy|thanh uy|huyen uy|tinh|thanh pho|huyen|xa|phuong))*$/;

/** «Thủ tướng chỉ đạo Bộ Y tế …» orders the ministry; «Giám đốc Công an tỉnh chỉ đạo Công an các xã …» binds the director. */
const isSpeaker = (tokens: Token[], i: number, name: string) =>
  superiors.at(tokens, i) !== undefined || (leaders.at(tokens, i) !== undefined && ownHead.test(fold(name)));

/** «X [cũng] giao Y …», «X chủ trì …», «X: VERB …». `null`: X is named, but what follows tells, not orders. */
function readSubject(tokens: Token[], i: number): Instruction | undefined | null {
  const subject = readParties(tokens, i);
  if (!subject) return undefined;
  let next = subject.next;
  while (/^(:|cũng)$/.test(tokens[next]?.text ?? '')) next++;
  const personally = tokens[next]?.folded === 'truc' && tokens[next + 1]?.folded === 'tiep';
  if (personally && /^(yêu cầu|giao)$/.test(assigning.at(tokens, next + 2)?.phrase ?? '')) next += 2;
  const assign = assigning.at(tokens, next);
  const orders = assign && (assign.phrase !== 'chỉ đạo' || isSpeaker(tokens, i, subject.parties.name));
  const order = orders ? assignedAfter(tokens, next, assign.length) : undefined;
  if (order) return { ...order, from: i };
  const asked = tokens[next]?.text === 'được' ? assigning.at(tokens, next + 1)?.phrase : undefined;
  const entrusted = asked !== undefined && /^(giao|yêu cầu|phân công|đề nghị)$/.test(asked);
  if (entrusted) next += 1 + asked.split(' ').length + (tokens[next + 2]?.folded === 'nhiem' ? 2 : 0);
  if (isFocal(tokens, next))
    return {
      how: 'subject',
      lead: subject.parties,
      coordinating: undefined,
      from: i,
      verb: next,
      firm: true,
    };
  else if (narrative.at(tokens, next)) return readDescribed(tokens, i, next) ?? null;
  const predicate = readPredicate(tokens, next);
  if (!predicate && entrusted) return readDescribed(tokens, i, next);
  if (predicate && !predicate.firm && !entrusted && tells(tokens, predicate.verb)) return null;
  return (
    predicate && {
      how: 'subject',
      lead: subject.parties,
      from: i,
      ...predicate,
      firm: predicate.firm || entrusted,
    }
  );
}

/** An instruction that begins at token `i` exactly: an order, a subject, «đối với X», or the verb itself. */
function readAt(tokens: Token[], i: number): Instruction | undefined {
  const assign = assigning.at(tokens, i);
  const order = assign && assign.phrase !== 'chỉ đạo' ? assignedAfter(tokens, i, assign.length) : undefined;
  const named =
    order ?? readFor(tokens, i) ?? readBy(tokens, i) ?? readWorkBy(tokens, i) ?? readSubject(tokens, i);
  if (named !== undefined) return named ?? undefined;
  if (isFocal(tokens, i) || isProhibition(tokens, i))
    return { how: 'verb', lead: undefined, coordinating: undefined, from: i, verb: i, firm: true };
  const predicate = isPaper(tokens, i) ? undefined : readPredicate(tokens, i);
  return predicate && { how: 'verb', lead: undefined, from: i, ...predicate };
}

/** How many tokens «Sáu tháng một lần», «6 tháng, 1 năm», «Mỗi quý một lần» take at token `i`. */
function periodAt(tokens: Token[], i: number): number {
  let at = i;
  while (/^(moi|dinh|ky|\d{1,2}|mot|ba|sau|thang|quy|nam|tuan|ngay|lan)$/.test(tokens[at]?.folded ?? '')) {
    at++;
    if (tokens[at]?.text === ',' && /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '')) at++;
  }
  const words = tokens.slice(i, at).map(({ folded }) => folded);
  return words.length > 1 &&
    /^(moi|dinh|\d|mot|ba|sau)/.test(words[0] as string) &&
    words.some((word) => /^(thang|quy|nam|tuan|ngay)$/.test(word))
    ? at - i
    : 0;
}

/** Skips openers such as «Đồng thời,», «Hằng năm,», unless an instruction begins with them. */
function skipConnectors(tokens: Token[], begin: number): number {
  let i = begin;
  for (;;) {
    const agreed = agreeing.at(tokens, i);
    if (agreed && assigning.at(tokens, i + agreed.length)) return i + agreed.length;
    const period = periodAt(tokens, i);
    if (period > 0) {
      i = skipComma(tokens, i + period);
      continue;
    }
    const connector = connectors.at(tokens, i);
    if (!connector || readFor(tokens, i)) return i;
    i = skipComma(tokens, i + connector.length);
  }
}

/** «Trên cơ sở báo cáo của các đơn vị, địa phương, Sở A …»: the subject is the first with a capital, not the rest of the list. */
function subjectBehind(tokens: Token[], i: number): number {
  const list = tokens[i]?.capital ? undefined : readParties(tokens, i);
  if (!list || determiners.at(tokens, i)) return i;
  const inside = tokens.findIndex(
    ({ text }, k) => k > i && k < list.next && text === ',' && tokens[k + 1]?.capital,
  );
  return inside < 0 ? i : inside + 1;
}

/** Reads the instruction of a clause, also behind openers such as «Đồng thời,», «Để …,», «Thời gian tới,». */
export function readInstruction(tokens: Token[]): Instruction | undefined {
  const begin = skipMarks(tokens, 0);
  const i = skipConnectors(tokens, begin);
  const direct = readAt(tokens, i);
  if (direct) return { ...direct, from: begin };
  const opener = tokens[i]?.folded ?? '';
  if (!introducers.has(opener) && i === begin) return undefined;
  let tried = 0;
  for (let k = i; k < tokens.length && tried < commasTried; k++) {
    if (tokens[k]?.text !== ',') continue;
    tried++;
    const after = readAt(tokens, subjectBehind(tokens, k + 1));
    if (after && (after.how !== 'verb' || !aims.has(opener))) return { ...after, from: begin };
  }
  return undefined;
}
