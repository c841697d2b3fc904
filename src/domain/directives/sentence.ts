import { sayDeadline } from '../deadlines/words.ts';
import type { Cause, DirectiveFact, FactBody, Given } from './facts.ts';

/** What work waits for, in the words of the list the doer chooses from. */
export const causeWords: Record<Cause, string> = {
  'other-unit': 'chờ đơn vị khác',
  'outside-papers': 'chờ hồ sơ bên ngoài',
  leadership: 'chờ ý kiến lãnh đạo',
  people: 'thiếu người',
  money: 'thiếu kinh phí',
  unclear: 'giao chưa rõ',
};

function sayGiven({ lead, coordinating, deadline, product }: Given): string {
  const parts = [
    lead ? `${lead.name} chủ trì` : 'không nêu đơn vị chủ trì',
    coordinating.length > 0 ? `phối hợp: ${coordinating.map((party) => party.name).join(', ')}` : '',
    product ? `sản phẩm: ${product}` : '',
    `hạn: ${sayDeadline(deadline)}`,
  ];
  return parts.filter(Boolean).join('; ');
}

const withWords = (sentence: string, words: string) => (words ? `${sentence}: ${words}` : `${sentence}.`);

function sayProgress({ percent, words, obstacle }: Extract<FactBody, { kind: 'progressed' }>): string {
  const held = obstacle
    ? ` Vướng: ${causeWords[obstacle.cause]}${obstacle.waitingFor ? ` (${obstacle.waitingFor.name})` : ''}.`
    : '';
  const ended = held && words && !/[.!?…]$/u.test(words) ? `${words}.` : words;
  return `Báo cáo tiến độ ${percent}%${words ? `: ${ended}` : '.'}${held}`;
}

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words);

/** « khi còn 2 phần việc chưa xong («Phần A», «Phần B»)»; empty where none is open. */
const sayOpenParts = (parts: readonly { words: string }[] = []) =>
  parts.length === 0
    ? ''
    : ` khi còn ${parts.length} phần việc chưa xong (${parts.map((part) => `«${shortened(part.words)}»`).join(', ')})`;

/** A fact as a sentence of the history, without its day and author, which stand beside it. */
export function sentenceOf({ body }: Pick<DirectiveFact, 'body'>): string {
  switch (body.kind) {
    case 'given':
      return `Giao nhiệm vụ: ${sayGiven(body)}.`;
    case 'corrected':
      return `Đính chính (${body.reason}): ${sayGiven(body.given)}.`;
    case 'retracted':
      return `Rút lại một lần ghi: ${body.reason}`;
    case 'received':
      return 'Nhận nhiệm vụ.';
    case 'refused':
      return `Trả lại vì không đúng thẩm quyền: ${body.reason}`;
    case 'assigned':
      return body.assignee ? `Phân công ${body.assignee.name} thực hiện.` : 'Thôi phân công người thực hiện.';
    case 'progressed':
      return sayProgress(body);
    case 'evidenced':
      return `Đính kèm sản phẩm: ${body.name}.`;
    case 'submitted':
      return withWords(`Trình kết quả, chờ xác nhận${sayOpenParts(body.openParts)}`, body.words);
    case 'returned':
      return `Trả lại để làm tiếp: ${body.reason}`;
    case 'accepted':
      return withWords('Nghiệm thu kết quả', body.words);
    case 'extensionAsked':
      return `Xin gia hạn đến ${sayDeadline(body.deadline)}: ${body.reason}`;
    case 'extended':
      return `Gia hạn đến ${sayDeadline(body.deadline)}${body.objective ? ' (nguyên nhân khách quan được xác nhận)' : ''}: ${body.reason}`;
    case 'extensionRefused':
      return `Không đồng ý gia hạn: ${body.reason}`;
    case 'clockStarted':
      return `Bắt đầu tính hạn: ${body.event}`;
    case 'clockPaused':
      return `Tạm dừng tính hạn: ${body.reason}`;
    case 'clockResumed':
      return 'Tiếp tục tính hạn.';
    case 'succeeded':
      return `${body.to.name} thay ${body.from.name} theo ${body.act}.`;
    case 'transferred':
      return `Chuyển cho ${body.lead.name} chủ trì${body.act ? ` theo ${body.act}` : ''}: ${body.reason}`;
    case 'suspended':
      return `Tạm hoãn: ${body.reason}`;
    case 'workResumed':
      return 'Làm tiếp sau tạm hoãn.';
    case 'stopped':
      return `Dừng thực hiện: ${body.reason}`;
  }
}
