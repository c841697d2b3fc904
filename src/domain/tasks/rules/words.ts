import type { RuleOf, TaskRule } from './rule.ts';
import type { Comparison, TaskRuleKind } from './values.ts';
import {
  baseWords,
  causeWords,
  clockEventWords,
  deciderWords,
  factWords,
  khoanWords,
  levelWords,
  ratingWords,
  roleWords,
  unitWords,
} from './vocabulary.ts';

/** What a rule says, in Vietnamese, with what it rests on and whether that is certain. */
export function ruleWords(rule: TaskRule): string {
  const { text, article } = rule.basis;
  const doubt = rule.confidence === 'setting' ? `; cài đặt, chưa chắc: ${rule.note}` : '';
  const say = valueWords[rule.value.kind] as (rule: TaskRule) => string;
  return `${say(rule)} (${text}, ${article}${doubt})`;
}

const comparisonWords: Record<Comparison, string> = {
  '<': 'dưới',
  '≤': 'không quá',
  '=': 'đúng',
  '≥': 'ít nhất',
  '>': 'trên',
};

const number = new Intl.NumberFormat('vi-VN');
const unitOf = (unit: string) => (unitWords as Record<string, string>)[unit] ?? unit;
/** «30 ngày làm việc», «1.000.000.000 đồng». */
export const amountOf = (amount: number, unit: string): string => `${number.format(amount)} ${unitOf(unit)}`;
const comparisonOf = ({ comparison }: TaskRule) => (comparison ? `${comparisonWords[comparison]} ` : '');
const baseOf = ({ base }: TaskRule) => (base ? ` ${baseWords[base]}` : '');
const eventOf = ({ clockEvent }: TaskRule) => (clockEvent ? clockEventWords[clockEvent] : '');
const fractionOf = (rule: TaskRule, { numerator, denominator }: { numerator: number; denominator: number }) =>
  `${comparisonOf(rule)}${numerator}/${denominator}${baseOf(rule)}`;
const rangeOf = (amounts: Record<string, number>, unit: string) => {
  const sorted = [...new Set(Object.values(amounts))].sort((a, b) => a - b);
  const ends = [sorted[0], sorted.at(-1)].filter((one) => one !== undefined);
  return (
    [...new Set(ends)].map((one) => number.format(one)).join('–') +
    (ends.length > 0 ? ` ${unitOf(unit)}` : '')
  );
};

const valueWords: { [K in TaskRuleKind]: (rule: RuleOf<K>) => string } = {
  term: (rule) =>
    `${comparisonOf(rule)}${amountOf(rule.value.amount, rule.unit)} ${rule.value.direction === 'after' ? 'kể từ' : 'trước'} ngày ${eventOf(rule)}`,
  every: (rule) => `cứ ${amountOf(rule.value.amount, rule.unit)} một lần kể từ ngày ${eventOf(rule)}`,
  annual: ({ value }) => {
    const days = value.days.map(({ day, month }) => `${day}/${month}`).join(', ');
    return `hằng năm ${value.bound === 'before' ? 'trước' : 'đến hết'} ngày ${days}`;
  },
  quorum: (rule) => fractionOf(rule, rule.value) + seatWords(rule.value.roles),
  vote: (rule) => {
    const { also, tie } = rule.value;
    const second = also
      ? ` và ${comparisonWords[also.comparison]} ${also.numerator}/${also.denominator} ${baseWords[also.base]}`
      : '';
    return fractionOf(rule, rule.value) + second + (tie ? '; bằng phiếu thì theo chủ tịch' : '');
  },
  size: ({ value: { sizes, least, most } }) =>
    `${sizes?.join(', ') ?? (least === most ? least : `${least}–${most}`)} người`,
  limit: (rule) => {
    const of = rule.unit === 'percent' ? baseOf(rule) : rule.base && ` (${baseWords[rule.base]})`;
    return `${comparisonOf(rule)}${amountOf(rule.value.amount, rule.unit)}${of ?? ''}`;
  },
  banded: ({ value, unit }) =>
    [
      ...value.bands.map(
        (band) => `${comparisonWords[band.comparison]} ${band.than} tháng: ${amountOf(band.amount, unit)}`,
      ),
      `còn lại: ${amountOf(value.otherwise, unit)}`,
    ].join('; '),
  table: ({ value, unit }) =>
    `bảng ${Object.keys(value.amounts).length} mức ${rangeOf(value.amounts, unit)}`.trim(),
  rating: (rule) =>
    rule.value.levels
      .map(({ rating, all }) => {
        const shares = all.map(
          ({ share, comparison, numerator, denominator }) =>
            `${numerator === 0 ? 'không ai' : `${comparisonWords[comparison]} ${numerator}/${denominator}`} xếp ${ratingWords[share]}`,
        );
        return `${ratingWords[rating]} khi ${shares.join(' và ')}, tính trên${baseOf(rule)}`;
      })
      .join('; '),
  'member-rating': (rule) =>
    `ít nhất ${rule.value.quantityCriteria.numerator}/${rule.value.quantityCriteria.denominator}${baseOf(rule)} đạt`,
  'point-rating': ({ value }) =>
    value.levels.map(({ rating, least }) => `${ratingWords[rating]} từ ${least} điểm`).join('; '),
  outlier: ({ value }) =>
    `bỏ phiếu lệch trên ${value.percent} ${value.of === 'mean' ? '% điểm trung bình' : 'điểm'}`,
  bonus: ({ value }) => `cộng ${value.percent} % khi điểm trung bình từ ${value.fromMean}`,
  criteria: ({ value }) => `thang ${value.total} điểm, ${Object.keys(value.points).length} tiêu chí`,
  list: ({ value }) => `danh sách ${value.items.length} mục`,
  bar: ({ value, unit }) => causeWords[value.cause] + barWords(value, unit),
  decides: ({ value }) =>
    (['final-product', 'by-part'] as const)
      .map((khoan) => `${khoanWords[khoan]}: ${deciderWords[value.by[khoan]]}`)
      .join('; '),
  authority: ({ value }) =>
    Object.entries(value.of)
      .map(([level, by]) => `${levelWords[level as keyof typeof levelWords]}: ${deciderWords[by]}`)
      .join('; '),
  'authority-by-amount': ({ value, unit }) =>
    [
      ...value.bands.map(({ upTo, by }) => `đến ${amountOf(upTo, unit)}: ${deciderWords[by]}`),
      `${value.bands.length > 0 ? 'còn lại' : 'mọi giá trị'}: ${deciderWords[value.otherwise]}`,
    ].join('; '),
  code: ({ value }) => `mã số theo mẫu ${value.pattern}`,
  split: (rule) =>
    Object.values(rule.value.parts)
      .map((part) => `${part} %`)
      .join(' / ') + baseOf(rule),
  refund: (rule) => {
    const { shares } = rule.value;
    const proper = `${comparisonOf(rule)}${shares['proper-final-product']} % (${khoanWords['final-product']}) hoặc ${shares['proper-by-part']} % (${khoanWords['by-part']})${baseOf(rule)}`;
    return `thu hồi ${shares.unused} % phần chưa dùng, ${shares.improper} % phần dùng sai, ${proper}; nguyên nhân khách quan: ${shares['objective-cause']} %`;
  },
  needs: ({ value }) => `sau khi ${value.all.map((fact) => factWords[fact]).join(', ')}`,
  transition: ({ value }) => {
    const before = value.facts.map((fact) => factWords[fact]).join(' hoặc ');
    return `theo luật cũ khi ${before} trước ngày ${value.before.split('-').reverse().join('/')}`;
  },
};

function seatWords(roles: RuleOf<'quorum'>['value']['roles']): string {
  if (roles.length === 0) return '';
  const seats = roles.map(({ anyOf, count }) => {
    const words = anyOf.map((role) => roleWords[role]).join(' hoặc ');
    if (count === 'all') return `mọi ${words}`;
    return count === 1 ? words : `${count} ${words}`;
  });
  return `, trong đó có ${seats.join(', ')}`;
}

function barWords({ lasts, moreThan, atLeast }: RuleOf<'bar'>['value'], unit: string): string {
  if (lasts !== undefined) return `: ${amountOf(lasts, unit)}`;
  if (moreThan !== undefined) return ` trên ${amountOf(moreThan, unit)}`;
  return atLeast === undefined ? '' : `: từ ${amountOf(atLeast, unit)}`;
}
