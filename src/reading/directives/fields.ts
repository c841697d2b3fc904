import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { type PlacedDeadline, parseDeadlines } from '../../domain/deadlines/phrases.ts';
import { fold } from '../../domain/text/fold.ts';
import { productNouns, quantityNouns } from '../phrases/products.ts';
import { heads } from '../phrases/units.ts';
import { lasting, manner, stopVerbs, taskVerbs } from '../phrases/verbs.ts';
import type { Token } from './tokens.ts';

/** Words right before a deadline that bind the whole instruction to it, rather than a thing it speaks of. */
const finishing =
  /(hoàn thành|hoàn tất|hoàn|xong|chậm nhất|báo cáo|trình|gửi|nộp|thời hạn|thời gian|hạn|tiến độ|kết quả)[^;]{0,80}$/iu;

function weight(deadline: Deadline, before: string, at: number, length: number): number {
  if (deadline.kind === 'none') return 0;
  let points = deadline.kind === 'relative' ? 3 : deadline.kind === 'recurring' ? 2.5 : 3;
  if (deadline.kind !== 'relative' && deadline.kind !== 'recurring') {
    if (deadline.bound === 'before' || deadline.bound === 'by') points += 1.5;
    if (deadline.bound === 'from') points -= 2.5;
  }
  if (finishing.test(before)) points += 1;
  if (/du kien[^);]{0,60}$/.test(fold(before))) points -= 3;
  return points + (0.5 * at) / Math.max(1, length);
}

/** «Hằng năm, báo cáo trước ngày 15 tháng 12»: a day without a year behind «hằng năm» says when in each year. */
function everyYear(found: PlacedDeadline[], offset: number): Deadline | undefined {
  const at = found.findIndex(
    ({ deadline }) => deadline.kind === 'recurring' && /year|half/.test(deadline.every.join()),
  );
  const [every, day] = [found[at], found[at + 1]];
  if (every?.deadline.kind !== 'recurring' || !day || !('due' in day.deadline)) return undefined;
  if (!day.deadline.yearInferred && !day.deadline.yearUnknown) return undefined;
  return {
    ...every.deadline,
    on: every.deadline.on ?? day.deadline.text,
    span: [every.span[0] + offset, every.span[1] + offset],
  };
}

/**
 * The deadline of an instruction whose words are `text` (spans of the result count from `offset`):
 * a bound beats a mere period, words of finishing beat others, the last beats the first.
 */
export function deadlineOf(text: string, offset: number, documentDate: string | undefined): Deadline {
  let best: Deadline = { kind: 'none' };
  let most = 0.6;
  const found = parseDeadlines(text, documentDate ? { documentDate } : {});
  const yearly = everyYear(found, offset);
  for (const { deadline, span } of found) {
    if (deadline.kind === 'none') continue;
    const points = weight(deadline, text.slice(Math.max(0, span[0] - 100), span[0]), span[0], text.length);
    if (points <= most) continue;
    most = points;
    best = { ...deadline, span: [span[0] + offset, span[1] + offset] };
  }
  return yearly ?? best;
}

/** The main verb phrase: words of manner skipped, verbs that lean on another taken with it («tham mưu xây dựng»). */
export function actionOf(text: string, tokens: Token[], verb: number): string {
  let at = verb;
  let hit = taskVerbs.at(tokens, at);
  if (!hit) {
    const word = manner.at(tokens, at);
    return word ? text.slice(tokens[at]!.start, tokens[at + word.length - 1]!.end).toLowerCase() : '';
  }
  const light = new Set(['tổ chức', 'thực hiện', 'phối hợp', 'triển khai', 'tiến hành', 'chủ trì']);
  const next = taskVerbs.at(tokens, at + hit.length);
  if (next && light.has(hit.phrase)) {
    at += hit.length;
    hit = next;
  }
  return text.slice(tokens[at]!.start, tokens[at + hit.length - 1]!.end).toLowerCase();
}

/** Papers whose names are also verbs: «báo cáo UBND tỉnh», «hướng dẫn các đơn vị». */
const verbLike = /^(báo cáo|hướng dẫn|thông báo|quy định|dự thảo|quyết định)$/;

function productAt(tokens: Token[], verb: number): { at: number; length: number } | undefined {
  const action = taskVerbs.at(tokens, verb)?.length ?? 0;
  for (let i = verb + action; i < Math.min(tokens.length, verb + 14); i++) {
    const hit = productNouns.at(tokens, i);
    if (!hit) continue;
    const token = tokens[i] as Token;
    const inName = token.capital && heads.at(tokens, i - 1) !== undefined; // «Vụ Kế hoạch - Tài chính»
    const asVerb =
      verbLike.test(hit.phrase) &&
      !token.capital &&
      !taskVerbs.at(tokens, i - 2) &&
      !taskVerbs.at(tokens, i - 1);
    if (!inName && !asVerb) return { at: i, length: hit.length };
  }
  return undefined;
}

/** What is to come out of it: a paper, an event or a thing named after the verb. */
export function productOf(text: string, tokens: Token[], verb: number): string | null {
  const from = productAt(tokens, verb);
  if (!from) return null;
  let to = from.at + from.length;
  while (to < tokens.length && to < from.at + 16) {
    const token = tokens[to] as Token;
    if (!token.word && !/^[“"”&-]$/.test(token.text)) break;
    if (/^(trong|truoc|cham|theo|de|nham|nop|gui|trinh)$/.test(token.folded)) break;
    to++;
  }
  return text.slice(tokens[from.at]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');
}

/** A number after these names a thing or a day, it counts none. */
const numbered = new Set(
  'năm tháng ngày quý số điều khoản mục đoạn kỳ thứ lần quận phường khóa giờ luật nhóm cấp'.split(' '),
);

/** «02 cuộc thanh tra», «50%»: the first number after the verb that counts things. */
export function quantityOf(
  text: string,
  tokens: Token[],
  verb: number,
): { value: number; unit: string | null } | null {
  for (let i = verb; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const percent = /^(\d{1,3}(?:,\d+)?)%$/.exec(token.text);
    if (percent) return { value: Number((percent[1] as string).replace(',', '.')), unit: '%' };
    if (!/^\d{1,4}$/.test(token.text) && !/^\d{1,3}(\.\d{3})+$/.test(token.text)) continue;
    if (numbered.has(tokens[i - 1]?.text.toLowerCase() ?? '')) continue;
    if (
      /^[./-]$/.test(tokens[i - 1]?.text ?? '') ||
      /^(ngay|thang|nam|gio|\/)$/.test(tokens[i + 1]?.folded ?? '')
    )
      continue;
    const unit = quantityNouns.at(tokens, i + 1);
    const value = Number(token.text.replace(/\./g, ''));
    if (unit) return { value, unit: text.slice(tokens[i + 1]!.start, tokens[i + unit.length]!.end) };
    if (i <= verb + 3 && /^0\d$/.test(token.text)) return { value, unit: null };
  }
  return null;
}

/** Whether it is work to do, an order to stop, or a lasting duty. */
export function kindOf(tokens: Token[], verb: number, deadline: Deadline): 'do' | 'stop' | 'standing' {
  if (stopVerbs.at(tokens, verb)) return 'stop';
  const lasts = tokens.slice(0, verb + 3).some((_, i) => lasting.at(tokens, i) !== undefined);
  return lasts && deadline.kind === 'none' ? 'standing' : 'do';
}
