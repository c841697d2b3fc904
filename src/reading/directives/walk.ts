import { fold } from '../../domain/text/fold.ts';
import {
  anaphora,
  boilerplate,
  discussion,
  excludedHeading,
  execution,
  onlyDeadline,
  taskHeading,
} from '../phrases/sections.ts';
import { chargeWords, speech } from '../phrases/verbs.ts';
import type { Parties } from '../units/parties.ts';
import { namesFollow, readParties, splitParties, wholeName } from '../units/parties.ts';
import { clauses, type Stretch, sentences } from './clauses.ts';
import { completes, isEmpty } from './completes.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import {
  announces,
  chargedBy,
  emptyAfter,
  type HeadingLine,
  headingColon,
  isHeadingLine,
  isTitle,
  opensItems,
  saysNoMore,
} from './headings.ts';
import { readInstruction } from './instruction.ts';
import {
  charge,
  isCaption,
  isEverybody,
  isGeneric,
  isPlural,
  joinAddressees,
  leadOf,
  listsOn,
  orderBehind,
  orderInside,
  orders,
  plainItem,
} from './judgements.ts';
import { applyLabel, readLabel } from './labels.ts';
import { markAt, skipNoise } from './marks.ts';
import { findOrder, orderAt } from './orders.ts';
import { type Context, type Node, Outline } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Instruction } from './predicate.ts';
import { PressJudge } from './press.ts';
import { type Token, tokenise } from './tokens.ts';

const [openingReach, namesReach] = [600, 80];

/** Reads the paragraphs from top to bottom and drafts the directives they give. */
export class Walk {
  readonly #frame: Frame;
  readonly #outline: Outline;
  readonly #press: PressJudge;
  readonly drafts: Draft[] = [];
  /** To whom the closing sentence speaks: «Yêu cầu các phòng, đơn vị nghiêm túc thực hiện». */
  everybody: Parties | undefined;
  #carried: Parties | undefined; // the lead named by a sentence of the present paragraph

  constructor(frame: Frame) {
    this.#frame = frame;
    this.#press = new PressJudge(frame);
    const root: Context = { coordinating: [], excluded: frame.review, task: false };
    if (frame.addressee) Object.assign(root, { lead: frame.addressee, leadFrom: 'addressee' });
    this.#outline = new Outline(root);
  }

  paragraph(paragraph: Paragraph): void {
    const { flat, press } = this.#frame;
    const text = flat.slice(paragraph.start, paragraph.end);
    if (press && isCaption(text)) return;
    const mark = markAt(text);
    const node = mark ? this.#outline.open(mark) : this.#outline.closeBullets();
    const start = skipNoise(flat, paragraph.start + (mark?.length ?? 0), paragraph.end);
    const whole = { start, end: paragraph.end };
    this.#carried = undefined;
    if (readLabel(flat.slice(start, paragraph.end))) {
      this.#labels(whole, node, mark ? this.#outline.parentSerial : node.serial);
      return;
    }
    const body = this.#heading(node, whole, mark !== undefined, paragraph.bold);
    if (!body) return;
    const under = mark ? node : this.#outline.top; // «Phòng A: …» without a mark opened a level of its own
    for (const sentence of sentences(flat, body.start, body.end)) {
      const opens = flat[sentence.end - 1] === ':' && sentence.start > body.start; // «… còn chậm. Sở đề nghị Phòng A:»
      const rest = opens ? this.#heading(under, sentence, mark !== undefined, false) : sentence;
      if (rest) this.#sentence(rest, under);
    }
  }

  /** A line of labels («Đơn vị chủ trì: … Thời gian: …»), each for the drafts under the node `under`. */
  #labels(line: Stretch, node: Node, under: number): void {
    const { flat } = this.#frame;
    for (const sentence of sentences(flat, line.start, line.end)) {
      for (const { start, end } of clauses(flat, sentence)) {
        const label = readLabel(flat.slice(start, end));
        const matter = label && applyLabel(this.drafts, label, { flat, start, end, under });
        if (matter) this.#clauses(matter, node);
      }
    }
  }

  /** Takes the heading off a paragraph, learns from it, and gives what is left to read. */
  #heading(node: Node, body: Stretch, marked: boolean, bold: boolean): Stretch | undefined {
    const { flat, press } = this.#frame;
    const text = flat.slice(body.start, body.end).trimEnd();
    const colon = headingColon(text);
    const whole = colon < 0 && isHeadingLine(text);
    if (colon < 0 && !whole) return body;
    const headEnd = body.start + (colon < 0 ? text.length : colon);
    const rest = { start: colon < 0 ? body.end : headEnd + 1, end: body.end };
    const head = flat.slice(body.start, headEnd);
    const folded = fold(head).trim();
    if (excludedHeading.test(folded) && (marked || bold || isTitle(head))) {
      const { context } = this.#rank(node, marked, head);
      context.discussed = discussion.test(folded);
      context.excluded = !taskHeading.test(folded) || /^(danh gia|ket qua)/.test(folded);
      return undefined;
    }
    const tokens = tokenise(flat, body.start, headEnd);
    const beyond = colon < 0 ? [] : tokenise(flat, body.start, Math.min(body.end, headEnd + namesReach));
    if (namesFollow(beyond, tokens.length)) return body; // «… yêu cầu các Bộ: Công an, Tài chính …»
    const named = tokens.slice(chargeWords.at(tokens, 0)?.length ?? 0);
    const parties = readParties(named, 0);
    const issuerLine = !marked && whole && isTitle(text) && this.#outline.top.kind === 'root';
    const says = press && named.some((_, i) => speech.at(named, i) !== undefined); // «Bí thư nhấn mạnh: “…”»
    if (parties && parties.next >= named.length && !issuerLine && !says) {
      const further = readParties(tokenise(flat, named[0]?.start ?? body.start, body.end), 0);
      if (further && further.parties.span[1] > headEnd) return body; // «Các sở: Xây dựng, Tài chính …»
      charge(this.#rank(node, marked, parties.parties.name).context, parties.parties, [], 'heading');
      return rest;
    }
    const hasRest = flat.slice(rest.start, rest.end).trim() !== '';
    if (parties && !says && hasRest && colon >= 0 && saysNoMore(named.slice(parties.next))) {
      charge(this.#rank(node, marked, parties.parties.name).context, parties.parties, [], 'heading');
      return rest;
    }
    const name = parties && (marked || bold) && !hasRest ? wholeName(named) : undefined;
    if (name) {
      charge(this.#rank(node, marked, name.name).context, name, [], 'heading');
      return rest;
    }
    return this.#opener(node, { tokens, head, folded, rest, hasRest, whole, body, marked, bold });
  }

  /** The heading names no unit by itself: it opens a list, names a part, a topic, or is no heading at all. */
  #opener(node: Node, line: HeadingLine): Stretch | undefined {
    const { tokens, head, folded, rest, hasRest, whole, body, marked } = line;
    const instruction = readInstruction(tokens);
    if (!hasRest && !whole && opensItems(tokens, instruction, folded)) {
      const lead = chargedBy(tokens, instruction);
      const partners = instruction?.coordinating ? splitParties(tokens, instruction.coordinating) : [];
      const { context } = this.#frame.press ? this.#outline.open({ kind: 'opener', label: '' }) : node;
      if (lead) charge(context, lead, partners, marked ? 'heading' : 'lead-in');
      Object.assign(context, { task: !this.#frame.press || orders(tokens), excluded: false });
      if (this.#frame.press && orders(tokens)) this.#press.record(true, lead);
      return undefined;
    }
    if (taskHeading.test(folded) && !instruction?.lead && (whole || !hasRest)) {
      Object.assign(this.#rank(node, marked, head).context, { task: true, excluded: false });
      return undefined;
    }
    if (hasRest && !instruction) return rest; // a topic: «Công tác cải cách hành chính: …»
    const title = isTitle(this.#frame.flat.slice(body.start, body.end));
    if (whole && (!instruction || title || (!marked && !line.bold && this.#frame.press))) return undefined;
    return body;
  }

  /** An unmarked heading that names a unit or a part opens a level of its own. */
  #rank(node: Node, marked: boolean, label: string): Node {
    return marked ? node : this.#outline.open({ kind: 'heading', label: label.trim() });
  }

  #sentence(sentence: Stretch, node: Node): void {
    const { flat, press } = this.#frame;
    const text = flat.slice(sentence.start, sentence.end);
    if (readLabel(text)) {
      this.#labels(sentence, node, node.serial);
      return;
    }
    const folded = fold(text.slice(0, openingReach));
    if (this.#datesTheLast(sentence, folded) || execution.test(folded)) return;
    const tokens = tokenise(flat, sentence.start, sentence.end);
    const ground = node.context.task && /^can cu .*[^;,]$/.test(folded);
    if (boilerplate.test(folded) && !ground && !orderInside(tokens, folded)) {
      const order = findOrder(tokens, 0, false).instruction;
      if (order?.lead && isEverybody(order.lead)) this.everybody = order.lead;
      this.#press.pass();
      return;
    }
    if (!press || node.context.task || node.context.leadFrom === 'heading') {
      this.#clauses(sentence, node);
      return;
    }
    const before = this.drafts.length;
    const order = this.#press.judge(tokens, flat, sentence);
    this.#carried = order?.lead ?? this.#carried;
    if (order)
      this.#clauses({ start: tokens[order.from]?.start ?? sentence.start, end: sentence.end }, node, true);
    this.#press.record(this.drafts.length > before, this.drafts.at(-1)?.lead);
  }

  /** «Hoàn thành trước 30/6.», «Việc này phải báo cáo trước …» belong to the instruction before. */
  #datesTheLast(sentence: Stretch, folded: string): boolean {
    const { flat, hasDeadline } = this.#frame;
    const last = this.drafts.at(-1);
    if (!last || sentence.start - last.end > 40) return false;
    if (!onlyDeadline.test(folded) && !anaphora.test(folded)) return false;
    if (hasDeadline(flat.slice(sentence.start, sentence.end)) !== 'dated') return false;
    if (hasDeadline(flat.slice(last.start, last.end))) return false;
    last.end = sentence.end;
    return true;
  }

  #clauses(sentence: Stretch, node: Node, ordered = false): void {
    let open: Draft | undefined;
    for (const clause of joinAddressees(this.#frame.flat, clauses(this.#frame.flat, sentence))) {
      const tokens = tokenise(this.#frame.flat, clause.start, clause.end);
      const instruction =
        (ordered && !open ? orderAt(tokens) : undefined) ??
        readInstruction(tokens) ??
        orderBehind(tokens) ??
        (open || this.#frame.press ? undefined : plainItem(tokens, node));
      if (open && listsOn(this.#frame.flat, open, tokens)) {
        open.end = clause.end;
        continue;
      }
      const names = instruction && this.#namesLead(instruction, tokens, open, node);
      if (names || (open && instruction && completes(this.#frame, open, { tokens, instruction, clause }))) {
        (names ?? open)!.end = clause.end;
        continue;
      }
      const draft = instruction && this.#accept(instruction, tokens, clause, node, open);
      if (!draft) {
        if (open) open.end = clause.end;
        continue;
      }
      this.#dropEmpty(open);
      open = draft;
      this.drafts.push(draft);
    }
    this.#dropEmpty(open);
  }

  /** «…; giao Phòng X chủ trì thực hiện»: names the lead of the instruction before, which had none. */
  #namesLead(found: Instruction, tokens: Token[], open: Draft | undefined, node: Node): Draft | undefined {
    const target = open ?? this.drafts.findLast((draft) => draft.under === node.serial);
    if (!target || !found.lead || (target.lead && target.leadFrom !== 'lead-in')) return undefined;
    if (!emptyAfter(tokens, found.verb, found.coordinating) || isEverybody(found.lead)) return undefined;
    Object.assign(target, { lead: found.lead, leadFrom: 'bracket' });
    if (found.coordinating) target.coordinating = splitParties(tokens, found.coordinating);
    return target;
  }

  #accept(
    found: Instruction,
    tokens: Token[],
    clause: Stretch,
    node: Node,
    open: Draft | undefined,
  ): Draft | undefined {
    const { context } = node;
    const heard = this.#frame.review || context.discussed;
    if (context.excluded && (found.how !== 'assigned' || heard)) return undefined;
    if (
      found.how === 'subject' &&
      !context.task &&
      isGeneric(found.lead) &&
      !(this.#frame.press && isPlural(found.lead))
    )
      return undefined;
    const { lead, from: leadFrom } = leadOf(found, context, open, this.#carried);
    if (found.lead) this.#carried = found.lead;
    const inherited = !found.lead && leadFrom === 'heading' ? context.coordinating : [];
    return {
      start: clause.start,
      end: clause.end,
      outline: this.#outline.labels.filter((label) => /[\p{L}\p{N}]/u.test(label)),
      lead,
      leadFrom,
      coordinating: found.coordinating ? splitParties(tokens, found.coordinating) : inherited,
      verb: (tokens[found.verb] as Token).start,
      firm: found.firm || found.how === 'assigned',
      task: context.task,
      announces: announces(this.#frame.flat.slice(clause.start, clause.end), node.kind),
      under: node.serial,
      above: this.#outline.serials,
    };
  }

  #dropEmpty(draft: Draft | undefined): void {
    if (!draft || !isEmpty(this.#frame.flat, draft)) return;
    if (draft.leadFrom === 'own') this.everybody = draft.lead;
    this.drafts.splice(this.drafts.indexOf(draft), 1);
  }
}
