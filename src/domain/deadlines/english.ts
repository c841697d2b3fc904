import type { Deadline, Recurrence, RelativeUnit } from './deadline.ts';
import { sayDay } from './words.ts';

const everyWords: Record<Recurrence, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
};
const unitWords: Record<RelativeUnit, string> = {
  'working-day': 'working day',
  day: 'day',
  week: 'week',
  month: 'month',
  hour: 'hour',
};
const boundWords = { before: 'before', by: 'by', in: 'within', on: 'on', from: 'from' } as const;
const quarters = ['I', 'II', 'III', 'IV'] as const;

/** As `sayDeadline`, in English; what a document says of an event stays as the document says it. */
export function sayDeadlineInEnglish(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'none':
      return 'no deadline named';
    case 'recurring':
      return `every ${deadline.every.map((one) => everyWords[one]).join(', ')}${deadline.on ? `, ${deadline.on}` : ''}`;
    case 'relative': {
      const { amount, unit, from } = deadline.relative;
      const base = `${amount} ${unitWords[unit]}${amount === 1 ? '' : 's'}`;
      if (from === '') return base;
      return /^(?:trước|so với)\s/u.test(from) ? `${base}: ${from}` : `${base} from: ${from}`;
    }
    default:
      return sayDated(deadline);
  }
}

function sayDated({ kind, due, bound }: Extract<Deadline, { due: string }>): string {
  const [year = '', month = ''] = due.split('-');
  const of = year === 'XXXX' ? '' : `/${year}`;
  const ending = (words: string) =>
    bound === 'by' ? `by the end of ${words}` : `${bound === 'on' ? 'within' : boundWords[bound]} ${words}`;
  switch (kind) {
    case 'month':
      return ending(`month ${Number(month)}${of}`);
    case 'quarter':
      return ending(`quarter ${quarters[Math.ceil(Number(month) / 3) - 1]}${of}`);
    case 'half':
      return ending(`the ${month === '06' ? 'first' : 'second'} half${of.replace('/', ' of ')}`);
    case 'year':
      return ending(year === 'XXXX' ? 'the year' : `the year ${year}`);
    case 'date':
      return `${bound === 'in' ? 'on' : boundWords[bound]} ${sayDay(due)}`;
  }
}
