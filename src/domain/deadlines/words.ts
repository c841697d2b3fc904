import type { Deadline, Recurrence, RelativeUnit } from './deadline.ts';

const everyWords: Record<Recurrence, string> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
};
const unitWords: Record<RelativeUnit, string> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  hour: 'giờ',
};
const boundWords = { before: 'trước', by: 'chậm nhất', in: 'trong', on: '', from: 'từ' } as const;
const quarters = ['I', 'II', 'III', 'IV'] as const;

/** A deadline in the words of the screen («trước 15/11/2022», «hằng tháng, ngày 25», «không nêu hạn»). */
export function sayDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'none':
      return 'không nêu hạn';
    case 'recurring':
      return sayEvery(deadline.every) + (deadline.on ? `, ${deadline.on}` : '');
    case 'relative': {
      const { amount, unit, from } = deadline.relative;
      const base = `${amount} ${unitWords[unit]}`;
      if (from === '') return base;
      if (/^(?:trước|so với)\s/u.test(from)) return `${base} ${from}`;
      return `${base} kể từ ${/^(?:ngày|lúc|khi|thời điểm)\s/u.test(from) ? '' : 'khi '}${from}`;
    }
    default:
      return sayDated(deadline);
  }
}

/** «hằng tháng, quý»; with half-years «định kỳ 6 tháng, năm», since nobody says «hằng 6 tháng». */
const sayEvery = (every: readonly Recurrence[]) =>
  `${every.includes('half') ? 'định kỳ' : 'hằng'} ${every.map((one) => everyWords[one]).join(', ')}`;

/** An ISO day as dd/mm/yyyy; a day whose year is not known as dd/mm. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-');
  return year === 'XXXX' ? `${date}/${month}` : `${date}/${month}/${year}`;
}

type Dated = Extract<Deadline, { due: string }>;

function sayDated({ kind, due, bound }: Dated): string {
  const [year = '', month = ''] = due.split('-');
  const of = year === 'XXXX' ? '' : `/${year}`;
  const lead = (words: string, ending: string) =>
    bound === 'in' || bound === 'on'
      ? `trong ${words}`
      : bound === 'by'
        ? `đến hết ${ending}`
        : `${boundWords[bound]} ${words}`;
  switch (kind) {
    case 'month':
      return lead(`tháng ${Number(month)}${of}`, `tháng ${Number(month)}${of}`);
    case 'quarter': {
      const quarter = `quý ${quarters[Math.ceil(Number(month) / 3) - 1]}${of}`;
      return lead(quarter, quarter);
    }
    case 'half': {
      const half = `6 tháng ${month === '06' ? 'đầu' : 'cuối'} năm${of.replace('/', ' ')}`;
      return lead(half, half);
    }
    case 'year':
      return year === 'XXXX' ? lead('năm', 'năm') : lead(`năm ${year}`, `năm ${year}`);
    case 'date':
      return [boundWords[bound], bound === 'in' || bound === 'on' ? 'ngày' : '', sayDay(due)]
        .filter(Boolean)
        .join(' ');
  }
}
