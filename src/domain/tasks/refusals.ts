import type { Language } from '../text/language.ts';
import type { Step } from './lifecycle/step.ts';

type Named = Pick<Step, 'no'> & { name: string };

/** Why a step may not be done, as its place in the life cycle says; what guards refuse on an article is said as the law says it. */
interface Refusals {
  noSuchStep: string;
  theirs(who: string, basis: string): string;
  ended(how: string): string;
  phaseOver(phase: string): string;
  past(step: Named): string;
  held(mark: string): string;
  done(step: Named): string;
  lacking(marks: string, basis: string): string;
  step(step: Named): string;
  withResult(step: string, result: string): string;
  noSupplement: string;
  notWaiting(step: Named): string;
  supplementAwaited: string;
  noSupplementAwaited: string;
  opensAnew(day: string): string;
  restedOn(step: Named): string;
}

export const refusals: Record<Language, Refusals> = {
  vi: {
    noSuchStep: 'Luật áp dụng cho nhiệm vụ này không có bước đó.',
    theirs: (who, basis) => `Việc của ${who} (${basis}).`,
    ended: (how) => `Nhiệm vụ đã kết thúc: ${how}.`,
    phaseOver: (phase) => `Giai đoạn «${phase}» đã qua.`,
    past: ({ no, name }) => `Đã qua bước ${no} «${name}».`,
    held: (mark) => `Đang có hiệu lực: ${mark}; cho tiếp tục thực hiện trước.`,
    done: ({ no, name }) => `Bước ${no} «${name}» đã xong.`,
    lacking: (marks, basis) => `Chưa có: ${marks} (${basis}).`,
    step: ({ no, name }) => `bước ${no} ${name}`,
    withResult: (step, result) => `${step} với kết quả «${result}»`,
    noSupplement: 'Bước này không có việc bổ sung hồ sơ; hồ sơ không hợp lệ thì xử lý theo kết quả của bước.',
    notWaiting: ({ no, name }) => `Bước ${no} «${name}» không đang chờ.`,
    supplementAwaited: 'Đã yêu cầu bổ sung, đang chờ hồ sơ.',
    noSupplementAwaited: 'Không có yêu cầu bổ sung nào đang chờ.',
    opensAnew: (day) => `Bước này mở lại từ ngày ${day}: ghi từ ngày hôm sau.`,
    restedOn: ({ no, name }) =>
      `Ngày này đã ghi bước ${no} «${name}», dựa vào điều bước này lấy lại: ghi từ ngày hôm sau.`,
  },
  en: {
    noSuchStep: 'The law of this task has no such step.',
    theirs: (who, basis) => `For the ${who} (${basis}).`,
    ended: (how) => `The task is over: ${how}.`,
    phaseOver: (phase) => `The phase “${phase}” is over.`,
    past: ({ no, name }) => `It has gone beyond step ${no} “${name}”.`,
    held: (mark) => `In force: ${mark}; record that it goes on first.`,
    done: ({ no, name }) => `Step ${no} “${name}” is done.`,
    lacking: (marks, basis) => `Missing: ${marks} (${basis}).`,
    step: ({ no, name }) => `step ${no} ${name}`,
    withResult: (step, result) => `${step} with the result “${result}”`,
    noSupplement:
      'Nothing is supplemented at this step; a dossier that is not valid is dealt with by its result.',
    notWaiting: ({ no, name }) => `Step ${no} “${name}” is not waiting.`,
    supplementAwaited: 'A supplement is asked for and awaited.',
    noSupplementAwaited: 'No supplement is awaited.',
    opensAnew: (day) => `This step opens anew from ${day}: record it from the day after.`,
    restedOn: ({ no, name }) =>
      `Step ${no} “${name}” is recorded for this day and rests on what this one takes back: record it from the day after.`,
  },
};
