import { sayDeadline } from '../deadlines/words.ts';
import type { DirectiveFact, Given } from './facts.ts';

function sayGiven({ lead, coordinating, deadline, product }: Given): string {
  const parts = [
    lead ? `${lead.name} chủ trì` : 'không nêu đơn vị chủ trì',
    coordinating.length > 0 ? `phối hợp: ${coordinating.map((party) => party.name).join(', ')}` : '',
    product ? `sản phẩm: ${product}` : '',
    `hạn: ${sayDeadline(deadline)}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** A fact as a sentence of the history, without its day and author, which stand beside it. */
export function sentenceOf({ body }: DirectiveFact): string {
  switch (body.kind) {
    case 'given':
      return `Giao nhiệm vụ: ${sayGiven(body)}.`;
    case 'corrected':
      return `Đính chính (${body.reason}): ${sayGiven(body.given)}.`;
  }
}
