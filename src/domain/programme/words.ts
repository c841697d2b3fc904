import { sayDay, sayDeadline } from '../deadlines/words.ts';
import { deadlineOfItem, type ItemFactBody, type ItemState, type Planned } from './item.ts';

export const itemStateWords: Record<ItemState, string> = {
  overdue: 'Quá hạn',
  'not-given': 'Chưa giao',
  'in-work': 'Đang làm',
  done: 'Xong đúng hạn',
  'done-late': 'Xong muộn',
  stopped: 'Đã dừng',
  dropped: 'Đã đưa ra',
};

/** «tháng 5», «ngày 15/05/2026». */
export const sayWhen = ({ month, day }: Pick<Planned, 'month' | 'day'>): string =>
  day === null ? `tháng ${month}` : `ngày ${sayDay(day)}`;

function sayPlanned(planned: Planned, year: number): string {
  const { lead, coordinating, product, submittedTo } = planned;
  const parts = [
    `${lead.name} chủ trì`,
    coordinating.length > 0 ? `phối hợp: ${coordinating.map(({ name }) => name).join(', ')}` : '',
    product ? `sản phẩm: ${product}` : '',
    submittedTo ? `trình ${submittedTo}` : '',
    `hạn: ${sayDeadline(deadlineOfItem(year, planned))}`,
  ];
  return parts.filter(Boolean).join('; ');
}

const ended = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** A fact as a sentence of the history, without its day and author. */
export function itemSentence(body: ItemFactBody, year: number): string {
  switch (body.kind) {
    case 'planned':
      return body.amendment
        ? `Bổ sung vào chương trình tại ${body.amendment.document.words} (${body.amendment.reason}): ${sayPlanned(body, year)}.`
        : `Đưa vào chương trình: ${sayPlanned(body, year)}.`;
    case 'corrected':
      return `Sửa khi chưa phê duyệt: ${sayPlanned(body, year)}.`;
    case 'moved':
      return `Chuyển sang ${sayWhen(body)} tại ${body.document.words}: ${ended(body.reason)}`;
    case 'dropped':
      return `Đưa ra khỏi chương trình${body.document ? ` tại ${body.document.words}` : ''}: ${ended(body.reason)}`;
    case 'given':
      return 'Giao thành nhiệm vụ của sổ.';
  }
}
