import { z } from 'zod';
import { Rule } from '../../rules/rule.ts';
import { TaskRuleValue } from './values.ts';
import { Base, ClockEvent, Regime, unitWords } from './vocabulary.ts';

const timeUnits: readonly string[] = ['working-day', 'day', 'month', 'year'];

/** One version of a rule of S&T tasks: a `Rule` whose value, unit, base and clock the functions here can evaluate. */
export const TaskRule = Rule.extend({
  topic: z.string().regex(/^task(\.[a-z0-9-]+){2,}$/u, 'phải có dạng «task.chủ-đề.việc»'),
  regime: Regime.optional(),
  value: TaskRuleValue,
  base: Base.optional(),
  clockEvent: ClockEvent.optional(),
}).superRefine((rule, ctx) => {
  const say = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
  if (rule.confidence === 'setting' && !rule.note) {
    say('note', 'số chưa chắc («setting») phải ghi rõ điều gì chưa chắc');
  }
  for (const [path, message] of faultsOfValue(rule)) say(path, message);
});
export type TaskRule = z.infer<typeof TaskRule>;

/** A rule of S&T tasks of one kind. */
export type RuleOf<K extends TaskRuleValue['kind']> = TaskRule & {
  value: Extract<TaskRuleValue, { kind: K }>;
};

type Parts = Pick<z.infer<typeof Rule>, 'unit' | 'base' | 'comparison' | 'clockEvent'> & {
  value: TaskRuleValue;
};
type Fault = [path: string, message: string];

function faultsOfValue(rule: Parts): Fault[] {
  const { value } = rule;
  switch (value.kind) {
    case 'term':
      return [...timed(rule), ...required(rule, 'comparison')];
    case 'every':
      return timed(rule);
    case 'vote':
      return [...fraction(value), ...required(rule, 'base', 'comparison')];
    case 'quorum':
      return [...fraction(value), ...required(rule, 'base', 'comparison')];
    case 'size':
      return value.least > value.most ? [['value', 'số ít nhất lớn hơn số nhiều nhất']] : [];
    case 'limit':
      return [...required(rule, 'comparison'), ...(rule.unit === 'percent' ? required(rule, 'base') : [])];
    case 'split':
      return total(value.parts) === 100
        ? []
        : [['value', `các phần cộng lại ${total(value.parts)} %, không phải 100 %`]];
    case 'criteria':
      return total(value.points) === value.total
        ? []
        : [['value', `điểm các tiêu chí cộng lại ${total(value.points)}, không phải ${value.total}`]];
    case 'bar':
      return value.lasts === undefined ? [] : timed(rule);
    case 'code':
      return codeFaults(value.pattern);
    default:
      return [];
  }
}

function codeFaults(pattern: string): Fault[] {
  const names = [...pattern.matchAll(/\{([a-z]+)/gu)].map(([, name]) => name);
  if (!names.includes('order')) return [['value', 'mẫu mã số thiếu «{order:số chữ số}»']];
  return new Set(names).size === names.length ? [] : [['value', 'mẫu mã số có một phần hai lần']];
}

function timed(rule: Parts): Fault[] {
  const unit: Fault[] = timeUnits.includes(rule.unit)
    ? []
    : [
        [
          'unit',
          `đơn vị thời gian phải là ${timeUnits.map((one) => unitWords[one as keyof typeof unitWords]).join(', ')}`,
        ],
      ];
  return [...unit, ...required(rule, 'clockEvent')];
}

const missingWords = {
  base: 'thiếu mẫu số («base»): tỷ lệ tính trên gì',
  comparison: 'thiếu dấu so sánh («comparison»)',
  clockEvent: 'thiếu mốc bắt đầu tính hạn («clockEvent»)',
};

function required(rule: Parts, ...parts: (keyof typeof missingWords)[]): Fault[] {
  return parts.filter((part) => rule[part] === undefined).map((part) => [part, missingWords[part]]);
}

function fraction({ numerator, denominator }: { numerator: number; denominator: number }): Fault[] {
  return numerator > denominator ? [['value', `phân số ${numerator}/${denominator} lớn hơn 1`]] : [];
}

function total(parts: Record<string, number>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}
