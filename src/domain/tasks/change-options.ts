import type { ChangeType } from './change.ts';
import { type Decided, deciderAbout, decidesOf, isOwnDecider, type Judged } from './changes.ts';
import { amountWords, basisWords, ruleFor } from './law.ts';
import { amountOf } from './rules/words.ts';

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
  /** In Vietnamese, each with its article. */
  limits: readonly string[];
}

/** Who decides a change of a kind of a task, before it is said what it changes. */
export function changeOption(type: ChangeType, judged: Judged): ChangeOption {
  const parts = decidesOf(type).map((what) => ({ what, ...deciderAbout(what, judged) }));
  const ways = parts.flatMap(({ by }) =>
    by === 'nobody' ? [] : [isOwnDecider(by) ? ('host' as const) : ('ask' as const)],
  );
  return { type, parts, ways: [...new Set(ways)], limits: limitsOf(type, judged) };
}

function limitsOf(type: ChangeType, { standing: { regime, changes }, on, law }: Judged): string[] {
  const asked = (topic: string) => ({ topic: `task.changes.${topic}`, regime, on });
  if (type === 'extension') {
    const count = ruleFor('limit', asked('extension-count'), law);
    const length = ruleFor('banded', asked('extension-length'), law);
    const request = ruleFor('term', asked('extension-request'), law);
    const made = changes.filter((one) => one.change.type === type && one.state === 'changed').length;
    return [
      ...(count ? [`Gia hạn ${amountWords(count)}; đã gia hạn ${made} lần (${basisWords(count)}).`] : []),
      ...(length ? [`${bandWords(length)} (${basisWords(length)}).`] : []),
      ...(request
        ? [`Đề nghị trước khi hết hợp đồng ít nhất ${amountWords(request)} (${basisWords(request)}).`]
        : []),
    ];
  }
  if (type === 'shortening') {
    const done = ruleFor('vote', asked('shortening-content-done'), law);
    return done
      ? [`Đã xong ít nhất ${done.value.numerator}/${done.value.denominator} nội dung (${basisWords(done)}).`]
      : [];
  }
  const decides = ruleFor('decides', asked('decides.name-aim-product'), law);
  return type === 'name-aim-product' && decides?.value.needs
    ? [`Cần ý kiến hội đồng và văn bản đồng ý của cơ quan đề xuất đặt hàng (${basisWords(decides)}).`]
    : [];
}

/** «Thêm không quá 12 tháng khi thực hiện > 24 tháng, còn lại 6 tháng». */
function bandWords({ value, unit }: NonNullable<ReturnType<typeof ruleFor<'banded'>>>): string {
  const bands = value.bands
    .filter(({ amount }) => amount !== value.otherwise)
    .map(
      ({ comparison, than, amount }) => `${amountOf(amount, unit)} khi thực hiện ${comparison} ${than} tháng`,
    );
  const otherwise = amountOf(value.otherwise, unit);
  return bands.length === 0
    ? `Thêm không quá ${otherwise}`
    : `Thêm không quá ${bands.join('; ')}, còn lại ${otherwise}`;
}
