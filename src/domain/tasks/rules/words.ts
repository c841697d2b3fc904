import type { TaskRule } from './rule.ts';
import type { Comparison } from './values.ts';
import {
  baseWords,
  clockEventWords,
  deciderWords,
  khoanWords,
  ratingWords,
  roleWords,
  unitWords,
} from './vocabulary.ts';

const comparisonWords: Record<Comparison, string> = {
  '<': 'dưới',
  '≤': 'không quá',
  '=': 'đúng',
  '≥': 'ít nhất',
  '>': 'trên',
};

const number = new Intl.NumberFormat('vi-VN');

/** What a rule says, in Vietnamese, with what it rests on and whether that is certain. */
export function ruleWords(rule: TaskRule): string {
  const { text, article } = rule.basis;
  const doubt = rule.confidence === 'setting' ? `; cài đặt, chưa chắc: ${rule.note ?? ''}` : '';
  return `${valueWords(rule)} (${text}, ${article}${doubt})`;
}

function valueWords(rule: TaskRule): string {
  const { value } = rule;
  const comparison = rule.comparison ? `${comparisonWords[rule.comparison]} ` : '';
  const event = rule.clockEvent ? clockEventWords[rule.clockEvent] : '';
  const base = rule.base ? ` ${baseWords[rule.base]}` : '';
  switch (value.kind) {
    case 'term':
      return `${comparison}${amountWords(value.amount, rule.unit)} ${value.direction === 'after' ? 'kể từ ngày' : 'trước ngày'} ${event}`;
    case 'every':
      return `cứ ${amountWords(value.amount, rule.unit)} một lần kể từ ngày ${event}`;
    case 'annual':
      return `hằng năm ${value.bound === 'before' ? 'trước' : 'đến hết'} ngày ${value.days.map(({ day, month }) => `${day}/${month}`).join(', ')}`;
    case 'limit':
      return `${comparison}${amountWords(value.amount, rule.unit)}${base}`;
    case 'vote':
      return `${comparison}${value.numerator}/${value.denominator}${base}`;
    case 'quorum':
      return `${comparison}${value.numerator}/${value.denominator}${base}${seatWords(value.roles)}`;
    case 'size':
      return `${value.sizes?.join(', ') ?? sizeWords(value.least, value.most)} người`;
    case 'banded':
      return [
        ...value.bands.map(
          (band) =>
            `${comparisonWords[band.comparison]} ${band.than} tháng: ${amountWords(band.amount, rule.unit)}`,
        ),
        `còn lại: ${amountWords(value.otherwise, rule.unit)}`,
      ].join('; ');
    case 'decides':
      return Object.entries(value.by)
        .map(([khoan, by]) => `${khoanWords[khoan as keyof typeof khoanWords]}: ${deciderWords[by]}`)
        .join('; ');
    case 'rating':
      return value.levels
        .map(
          ({ rating, all }) =>
            `${ratingWords[rating]} khi ${all.map((one) => `${comparisonWords[one.comparison]} ${one.numerator}/${one.denominator}${base} xếp ${ratingWords[one.share]}`).join(' và ')}`,
        )
        .join('; ');
    case 'split':
      return (
        Object.values(value.parts)
          .map((part) => `${part} %`)
          .join(' / ') + base
      );
    default:
      return rule.note ?? rule.topic;
  }
}

function amountWords(amount: number, unit: string): string {
  return `${number.format(amount)} ${(unitWords as Record<string, string>)[unit] ?? unit}`;
}

function sizeWords(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function seatWords(
  roles: readonly { anyOf: readonly (keyof typeof roleWords)[]; count: number | 'all' }[],
): string {
  if (roles.length === 0) return '';
  const seats = roles.map(({ anyOf, count }) => {
    const words = anyOf.map((role) => roleWords[role]).join(' hoặc ');
    if (count === 'all') return `mọi ${words}`;
    return count === 1 ? words : `${count} ${words}`;
  });
  return `, trong đó có ${seats.join(', ')}`;
}
