import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import { type AboutBody, isAbout, type RecordedBody } from './about.ts';
import { dongWords as dong } from './change.ts';
import { changeName } from './changes.ts';
import type { TaskEvent, TaskFactBody } from './facts.ts';
import type { TaskRegime } from './law.ts';
import { getStep } from './lifecycle/opening.ts';
import { marksOf, resultWords } from './lifecycle/step.ts';

const day = (iso: string) => dayWords(plainDay(iso));
const ratings = { excellent: 'Xuất sắc', achieved: 'Đạt', 'not-achieved': 'Không đạt' } as const;
const modes = { selection: 'tuyển chọn', direct: 'giao trực tiếp', grant: 'tài trợ' } as const;

/** «bước 26 Họp hội đồng nghiệm thu», or the bare kind where this law has no such step. */
function stepWords(kind: TaskEvent['kind'], regime: TaskRegime): string {
  const step =
    kind === 'supplementAsked' || kind === 'supplementReceived' || kind === 'takenOver'
      ? undefined
      : getStep(regime, kind)?.step;
  return step ? step.name : `Việc ngoài vòng đời (${kind})`;
}

/** What a fact says, in a sentence without its day. */
export function taskSentence(body: RecordedBody, regime: TaskRegime): string {
  const fact = { body };
  if (isAbout(fact)) return aboutSentences[fact.body.kind](fact.body as never);
  const said = body as TaskFactBody;
  if (said.kind !== 'corrected') return eventSentence(said, regime);
  return said.instead === null
    ? `Đính chính: không có việc đã ghi (${said.reason})`
    : `Đính chính: ${eventSentence(said.instead, regime)} (${said.reason})`;
}

const aboutSentences: { [Kind in AboutBody['kind']]: (body: Extract<AboutBody, { kind: Kind }>) => string } =
  {
    described: ({ profile }) => `Thông tin chung: ${profile.title}`,
    coded: ({ code }) => `Mã số ${code}`,
    uncoded: ({ code, reason }) => `Bỏ mã số ${code}: ${reason}`,
    regimeDecided: ({ number, regime, reason }) =>
      `Quyết định ${number}: theo luật ${regime === 'A' ? '2013' : '2025'}, ${reason}`,
  };

function eventSentence(body: TaskEvent, regime: TaskRegime): string {
  if (body.kind === 'takenOver') return 'Tiếp nhận hồ sơ đã có từ trước';
  if (body.kind === 'supplementAsked')
    return `Yêu cầu bổ sung hồ sơ, ${lower(stepWords(body.of, regime))}: ${body.reason}`;
  if (body.kind === 'supplementReceived') return `Nhận hồ sơ bổ sung, ${lower(stepWords(body.of, regime))}`;
  const details = detailsOf(body);
  const name = stepWords(body.kind, regime);
  return details.length > 0 ? `${name}: ${details.join('; ')}` : name;
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** What of a step is worth saying beside its name. */
function detailsOf(
  body: Exclude<TaskEvent, { kind: 'takenOver' | 'supplementAsked' | 'supplementReceived' }>,
): string[] {
  switch (body.kind) {
    case 'proposed':
    case 'listed':
      return [body.title];
    case 'called':
      return [modes[body.mode], `nhận hồ sơ đến hết ${day(body.closesOn)}`];
    case 'callExtended':
      return [`đến hết ${day(body.closesOn)}`, body.reason];
    case 'filed':
      return [body.host.name, body.investigator.name];
    case 'appraised':
      return [`đề nghị ${dong(body.asked)}`, `thẩm định ${dong(body.proposed)}`];
    case 'approved':
      return [
        body.host.name,
        body.investigator.name,
        `ngân sách ${dong(body.stateMoney)}`,
        `${body.months} tháng`,
      ];
    case 'contracted':
      return [`số ${body.number}`, `từ ${day(body.from)} đến ${day(body.to)}`];
    case 'accepted':
      return [ratings[body.rating]];
    case 'registered':
      return [`giấy chứng nhận ${body.certificate}`];
    case 'paid':
      return [dong(body.amount), body.last ? 'lần cuối' : 'còn lần sau'];
    case 'refunded':
      return [dong(body.amount), body.full ? 'đã nộp đủ' : 'còn phải nộp'];
    case 'terminated':
    case 'refundDecided':
      return [body.reason, `phải hoàn trả ${dong(body.refund)}`];
    case 'redone':
      return [`đến hết ${day(body.until)}`, body.reason];
    case 'liabilityDecided':
      return [body.who.name, body.reason];
    case 'banned':
      return [
        body.who.name,
        body.until === null ? 'đến khi trả xong' : `đến hết ${day(body.until)}`,
        body.reason,
      ];
    case 'applied':
      return [body.where];
    case 'changeAsked':
    case 'changed':
    case 'changeNotified':
      return [changeName(body.change.type)];
    default:
      return [
        ...marksOf(body)
          .map(resultWords)
          .filter((words) => words !== null),
        ...('reason' in body ? [body.reason] : []),
      ];
  }
}
