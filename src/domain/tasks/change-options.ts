import type { Language } from '../text/language.ts';
import type { ChangeType } from './change.ts';
import { type Decided, deciderAbout, decidesOf, isOwnDecider, type Judged } from './changes.ts';
import { basisWords, ruleFor } from './law.ts';
import { limitWords } from './limit-words.ts';
import type { RuleOf } from './rules/rule.ts';

/** What of a change one decider decides: the whole of it, or of moving money one kind of item. */
export interface ChangePart extends Decided {
  /** As the rules name it: «extension», «within-khoan-items». */
  what: string;
}

/** A change that may be wished for: who decides it under the task's khoán, and the limits it must keep. */
export interface ChangeOption {
  type: ChangeType;
  parts: readonly ChangePart[];
  /** Asked for, or decided by those who carry the task out; moving money may be either. */
  ways: readonly ('ask' | 'host')[];
  /** Each with its article. */
  limits: readonly string[];
}

/** Who decides a change of a kind of a task, before it is said what it changes. */
export function changeOption(type: ChangeType, judged: Judged, language: Language = 'vi'): ChangeOption {
  const parts = decidesOf(type).map((what) => ({ what, ...deciderAbout(what, judged) }));
  const ways = parts.flatMap(({ by }) =>
    by === 'nobody' ? [] : [isOwnDecider(by) ? ('host' as const) : ('ask' as const)],
  );
  return { type, parts, ways: [...new Set(ways)], limits: limitsOf(type, judged, limitWords[language]) };
}

type Said = (typeof limitWords)['vi'];

function limitsOf(
  type: ChangeType,
  { standing: { regime, changes }, on, law }: Judged,
  said: Said,
): string[] {
  const asked = (topic: string) => ({ topic: `task.changes.${topic}`, regime, on });
  const cited = <R extends Parameters<typeof basisWords>[0]>(
    rule: R | undefined,
    say: (rule: R) => string,
  ) => (rule ? [`${say(rule)} (${basisWords(rule)}).`] : []);
  if (type === 'extension') {
    const made = changes.filter((one) => one.change.type === type && one.state === 'changed').length;
    return [
      ...cited(ruleFor('limit', asked('extension-count'), law), ({ value }) =>
        said.times(value.amount, made),
      ),
      ...cited(ruleFor('banded', asked('extension-length'), law), (rule) => bandWords(rule, said)),
      ...cited(ruleFor('term', asked('extension-request'), law), ({ value, unit }) =>
        said.before(said.amount(value.amount, unit)),
      ),
    ];
  }
  if (type === 'shortening')
    return cited(ruleFor('vote', asked('shortening-content-done'), law), ({ value }) =>
      said.done(`${value.numerator}/${value.denominator}`),
    );
  const decides = ruleFor('decides', asked('decides.name-aim-product'), law);
  return type === 'name-aim-product' && decides?.value.needs ? cited(decides, () => said.consent) : [];
}

/** «Thêm không quá 12 tháng khi thực hiện > 24 tháng, còn lại 6 tháng». */
function bandWords({ value, unit }: RuleOf<'banded'>, said: Said): string {
  const bands = value.bands
    .filter(({ amount }) => amount !== value.otherwise)
    .map(({ comparison, than, amount }) => said.band(said.amount(amount, unit), comparison, than));
  const otherwise = said.amount(value.otherwise, unit);
  return said.atMost(bands.length === 0 ? otherwise : `${bands.join('; ')}, ${said.otherwise(otherwise)}`);
}
