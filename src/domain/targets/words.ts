import { sayDay } from '../deadlines/words.ts';
import { causeWords } from '../directives/sentence.ts';
import { figureOf, isCatalogued } from '../figures/catalogue.ts';
import type { Aim, Assignment, Measure, TargetFactBody } from './facts.ts';
import type { TargetState } from './standing.ts';

export const aimWords: Record<Aim, string> = {
  'at-least': 'ít nhất',
  'at-most': 'không quá',
  exactly: 'đúng',
};

export const targetStateWords: Record<TargetState, string> = {
  late: 'Chậm',
  failed: 'Không đạt',
  'in-time': 'Chưa đến hạn',
  met: 'Đạt',
  withdrawn: 'Đã thôi giao',
};

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/** «1.250,5 tỷ đồng», «12%», «xong»: a value as papers write it. */
export function sayValue(value: number, { measure, unit }: { measure: Measure; unit: string }): string {
  if (measure === 'yes-no') return value === 0 ? 'chưa xong' : 'xong';
  const number = numbers.format(value);
  if (measure === 'percent') return `${number}%`;
  return unit === '' ? number : `${number} ${unit}`;
}

/** «ít nhất 12 nhiệm vụ»; of yes-no what is to be done is said by its words. */
export const sayAim = (assignment: Pick<Assignment, 'aim' | 'value' | 'measure' | 'unit'>): string =>
  assignment.measure === 'yes-no'
    ? 'phải xong'
    : `${aimWords[assignment.aim]} ${sayValue(assignment.value, assignment)}`;

const sayMeasuredBy = ({ figure }: Assignment) => {
  if (!figure) return '';
  return isCatalogued(figure)
    ? `; đo bằng «${figureOf(figure).name}»`
    : '; đo bằng số liệu riêng của cơ quan';
};

const sayAssignment = (body: Assignment) =>
  `${sayAim(body)}, đến hết ngày ${sayDay(body.due)}; ${body.lead.name} chủ trì; ${body.assignedBy} giao tại ${body.document.words}${sayMeasuredBy(body)}`;

const ended = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/**
 * A fact as a sentence of the history, without its day and author.
 * @param shown how values of this target are written
 */
export function targetSentence(body: TargetFactBody, shown: { measure: Measure; unit: string }): string {
  switch (body.kind) {
    case 'assigned':
      return `Giao chỉ tiêu: ${sayAssignment(body)}.`;
    case 'amended':
      return `Điều chỉnh chỉ tiêu (${body.reason}): ${sayAssignment(body)}.`;
    case 'planned': {
      const parts = body.quarters.flatMap((value, at) =>
        value === null ? [] : [`hết quý ${['I', 'II', 'III', 'IV'][at]}: ${sayValue(value, shown)}`],
      );
      return parts.length === 0 ? 'Bỏ kế hoạch theo quý.' : `Kế hoạch luỹ kế ${parts.join('; ')}.`;
    }
    case 'reported': {
      const said = `Báo cáo kết quả: ${sayValue(body.value, shown)}.`;
      const held = body.cause === null ? '' : ` Vướng: ${causeWords[body.cause]}.`;
      return `${said}${body.words === '' ? '' : ` ${ended(body.words)}`}${held}`;
    }
    case 'evidenced':
      return `Đính kèm minh chứng: ${body.name}.`;
    case 'withdrawn':
      return `Thôi giao chỉ tiêu tại ${body.document.words}: ${ended(body.reason)}`;
    case 'retracted':
      return `Rút lại một lần ghi: ${ended(body.reason)}`;
  }
}
