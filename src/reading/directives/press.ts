import { leaders, superiors } from '../phrases/units.ts';
import { assigning, connectors, narrative, ownActs, speech, taskVerbs } from '../phrases/verbs.ts';
import type { Parties } from '../units/parties.ts';
import type { Stretch } from './clauses.ts';
import type { Frame } from './frame.ts';
import { readInstruction } from './instruction.ts';
import { orderBehind, orders } from './judgements.ts';
import { findOrder, orderAt } from './orders.ts';
import type { Instruction } from './predicate.ts';
import type { Token } from './tokens.ts';

/** How many sentences after an order «X phải …» still speaks for the one who gave it. */
const chainReach = 6;
/** A longer line without an end mark is a sentence that lost it. */
const longestCaption = 160;
/** Openers of what was before: no order of today follows them. */
/** «Giám đốc Sở phải chịu trách nhiệm trước Chủ tịch …»: who answers for it, no work. */
const answers = /chịu trách nhiệm (toàn diện |hoàn toàn |trực tiếp )?trước (?!ngày|\d)/iu;
/** «Theo đó, với các công trình sai phép, giao Sở X …»: tells what the paper just named orders. */
const goesInto = /^(theo đó|cụ thể|trong đó)[,:]/iu;
const background =
  /^(trước đó|trước đây|hồi|năm \d|từ năm|tính đến|theo báo cáo|được biết|dự kiến|tại (kỳ họp|hội nghị|cuộc họp|phiên họp) trước|lần trước|báo cáo (của|tại))/iu;
/** «Các đơn vị được giao nhiệm vụ cụ thể.»: the sentences behind say which. */
const handsOut = /được (giao|phân công) (nhiệm vụ )?cụ thể|giao nhiệm vụ cụ thể cho/iu;
/** A day told: only a plain order («giao X …») can follow. */
const toldDay = /^(hôm|ngày \d|sáng|chiều|tối|một tháng sau|sau đó)/iu;

/**
 * Judges the sentences of a report or press text. There, most sentences with a body and a verb tell
 * what happened; an instruction needs one who directs, or stands right behind such a sentence.
 */
export class PressJudge {
  /** Sentences since the last order; large when there was none. */
  #since = 99;
  /** A proposal is being told: «Giao Bộ …» then goes on with it. */
  #proposal: boolean = false;
  #lastLead: Parties | undefined;
  readonly #hasDeadline: Frame['hasDeadline'];

  constructor({ hasDeadline }: Pick<Frame, 'hasDeadline'>) {
    this.#hasDeadline = hasDeadline;
  }

  /** The instruction of the sentence, when it is one. */
  judge(tokens: Token[], flat: string, sentence: Stretch): Instruction | undefined {
    const whole = flat.slice(sentence.start, sentence.end);
    if (!/[.!?…"”;:]\s*$/.test(whole) && !whole.includes(';') && whole.length < longestCaption)
      return undefined; // a caption or a sub-heading
    const text = flat.slice(sentence.start, Math.min(sentence.end, sentence.start + 40));
    if (background.test(text.trim())) return undefined;
    const answering = answers.exec(flat.slice(sentence.start, sentence.end));
    if (answering && /^nếu /iu.test(text.trim())) return undefined;
    if (answering && !orders(tokens) && !taskBefore(tokens, sentence.start + answering.index))
      return undefined;
    const order = findOrder(tokens, 0, true);
    if (order.instruction) {
      this.#proposal = false;
      return order.instruction;
    }
    if (order.proposed) {
      const goesOn = this.#since === 1 && !this.#proposal ? this.#inChain(tokens, text.trim()) : undefined;
      if (goesOn?.how === 'verb') return goesOn; // «Đồng thời tham mưu, trình UBND tỉnh chỉ đạo …»
      this.#proposal = true;
      return undefined;
    }
    if (handsOut.test(flat.slice(sentence.start, sentence.end))) this.#since = 0;
    const entrusted = entrustedIn(tokens) ?? (goesInto.test(text.trim()) ? orderBehind(tokens) : undefined);
    if (entrusted) return entrusted;
    const quoted = toldWords(tokens);
    if (quoted !== undefined) return quoted ?? undefined;
    const plain = !this.#proposal && /^(Giao|Yêu cầu) /.test(text.trim()) ? orderAt(tokens) : undefined;
    if (plain?.lead) return plain;
    if (this.#proposal || this.#since > chainReach) return undefined;
    const dated = this.#hasDeadline(flat.slice(sentence.start, sentence.end)) === 'dated';
    const past = tokens.some((token) => /^(đã|đang|vừa)$/.test(token.text));
    return this.#inChain(tokens, text.trim(), dated && !past);
  }

  /** An instruction that still speaks for the leader of the sentences before. */
  #inChain(tokens: Token[], opening: string, dated = false): Instruction | undefined {
    const plain = readInstruction(tokens);
    if (!plain || plain.how === 'assigned') return plain;
    if (toldDay.test(opening) || superiors.at(tokens, plain.from)) return undefined;
    const next = this.#since === 1;
    if (leaders.at(tokens, plain.from) && speech.at(tokens, plain.verb)) return undefined; // «Bí thư đánh giá, huyện A …»
    if (plain.how === 'subject')
      return plain.firm || ((next || dated) && !ownActs.at(tokens, plain.verb)) ? plain : undefined;
    const opens = (plain.verb <= 2 || connectors.at(tokens, 0) !== undefined) && tokens[0]?.capital === true;
    return opens && next && this.#lastLead && !narrative.at(tokens, 0)
      ? { ...plain, lead: this.#lastLead }
      : undefined;
  }

  /** A sentence that is passed over without being judged. */
  pass(): void {
    this.#since++;
  }

  record(taken: boolean, lead: Parties | undefined): void {
    this.#since = taken ? 1 : this.#since + 1;
    if (taken) this.#lastLead = lead;
  }
}

/** Whether a verb of work stands before `place`. */
const taskBefore = (tokens: Token[], place: number) =>
  tokens.some((token, i) => token.start < place && !token.capital && taskVerbs.at(tokens, i) !== undefined);

/** «Theo đó, UBND tỉnh X được giao báo cáo …»: an order told by the one who got it. */
function entrustedIn(tokens: Token[]): Instruction | undefined {
  const opener = connectors.at(tokens, 0);
  const given = tokens.findIndex(
    (token, i) => token.text === 'được' && assigning.at(tokens, i + 1) !== undefined,
  );
  if (given < 0 || (!opener && assigning.at(tokens, given + 1)?.phrase !== 'yêu cầu')) return undefined;
  const plain = readInstruction(tokens);
  return plain?.how === 'subject' && (tokens[given]?.start ?? 0) === (plain.lead?.span[1] ?? -2) + 1
    ? plain
    : undefined;
}

const speakerReach = 24;

/** `null`: a leader's words that order nothing. «Phó Thủ tướng nhấn mạnh, Bộ Y tế cần …», «“Yêu cầu Sở A …”, ông Chủ tịch nói»: orders told as a leader's words. */
function toldWords(tokens: Token[]): Instruction | null | undefined {
  const first = tokens.slice(0, speakerReach);
  const speaker = first.findIndex((token, i) => token.capital && leaders.at(tokens, i) !== undefined);
  const verb =
    speaker < 0 ? -1 : first.findIndex((_, i) => i > speaker && speech.at(tokens, i) !== undefined);
  if (verb > 0) {
    const from = verb + (speech.at(tokens, verb)?.length ?? 1);
    const said = readInstruction(tokens.slice(from));
    return said?.how === 'subject' && said.firm
      ? { ...said, from: said.from + from, verb: said.verb + from }
      : null;
  }
  const close = tokens.findLastIndex((token) => /^["”]$/.test(token.text));
  const opensQuote = /^["“]$/.test(tokens[0]?.text ?? '');
  const speakerAfter = tokens.slice(close).some((_, i) => leaders.at(tokens, close + i) !== undefined);
  if (!opensQuote || close < 2 || !speakerAfter) return undefined;
  const said = readInstruction(tokens.slice(0, close));
  return said?.how === 'assigned' || (said?.how === 'subject' && said.firm) ? said : undefined;
}
