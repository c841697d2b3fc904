import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import type { Language } from '../text/language.ts';
import { dongWords } from './change.ts';

const english = new Intl.NumberFormat('en-GB');
const day = (iso: string) => dayWords(plainDay(iso));

/** What the sentences of a task's history are put together from. */
interface Phrases {
  dong(amount: number): string;
  beside(step: string): string;
  notSo(reason: string): string;
  putRight(sentence: string, reason: string): string;
  described(title: string): string;
  coded(code: string): string;
  uncoded(code: string, reason: string): string;
  regimeDecided(number: string, regime: 'A' | 'B', reason: string): string;
  contractArranged(signers: readonly string[], instalments: number): string;
  sentIn(step: string): string;
  sentBack(reason: string): string;
  takenOver: string;
  supplementAsked(step: string, reason: string): string;
  supplementReceived(step: string): string;
  ratings: Record<'excellent' | 'achieved' | 'not-achieved', string>;
  modes: Record<'selection' | 'direct' | 'grant', string>;
  filingUntil(day: string): string;
  until(day: string): string;
  untilPaid: string;
  asked(money: string): string;
  appraised(money: string): string;
  granted(money: string): string;
  months(n: number): string;
  contract(number: string): string;
  span(from: string, to: string): string;
  certificate(number: string): string;
  instalment(nth: number): string;
  advance: string;
  lastPayment: string;
  morePayments: string;
  paidInFull: string;
  stillOwed: string;
  toRefund(money: string): string;
}

export const phrases: Record<Language, Phrases> = {
  vi: {
    dong: dongWords,
    beside: (step) => `Việc ngoài vòng đời: ${step}`,
    notSo: (reason) => `Đính chính: không có việc đã ghi (${reason})`,
    putRight: (sentence, reason) => `Đính chính: ${sentence} (${reason})`,
    described: (title) => `Thông tin chung: ${title}`,
    coded: (code) => `Mã số ${code}`,
    uncoded: (code, reason) => `Bỏ mã số ${code}: ${reason}`,
    contractArranged: (signers, instalments) =>
      `Hợp đồng: người ký ${signers.join(', ') || 'chưa ghi'}; ${instalments > 0 ? `${instalments} đợt cấp kinh phí` : 'chưa chia đợt cấp kinh phí'}`,
    sentIn: (step) => `Gửi cơ quan: ${step}`,
    sentBack: (reason) => `Trả lại điều đã gửi: ${reason}`,
    regimeDecided: (number, regime, reason) =>
      `Quyết định ${number}: theo luật ${regime === 'A' ? '2013' : '2025'}, ${reason}`,
    takenOver: 'Tiếp nhận hồ sơ đã có từ trước',
    supplementAsked: (step, reason) => `Yêu cầu bổ sung hồ sơ, ${step}: ${reason}`,
    supplementReceived: (step) => `Nhận hồ sơ bổ sung, ${step}`,
    ratings: { excellent: 'Xuất sắc', achieved: 'Đạt', 'not-achieved': 'Không đạt' },
    modes: { selection: 'tuyển chọn', direct: 'giao trực tiếp', grant: 'tài trợ' },
    filingUntil: (iso) => `nhận hồ sơ đến hết ${day(iso)}`,
    until: (iso) => `đến hết ${day(iso)}`,
    untilPaid: 'đến khi trả xong',
    asked: (money) => `đề nghị ${money}`,
    appraised: (money) => `thẩm định ${money}`,
    granted: (money) => `ngân sách ${money}`,
    months: (n) => `${n} tháng`,
    contract: (number) => `số ${number}`,
    span: (from, to) => `từ ${day(from)} đến ${day(to)}`,
    certificate: (number) => `giấy chứng nhận ${number}`,
    instalment: (nth) => `đợt ${nth}`,
    advance: 'tạm ứng',
    lastPayment: 'lần cuối',
    morePayments: 'còn lần sau',
    paidInFull: 'đã nộp đủ',
    stillOwed: 'còn phải nộp',
    toRefund: (money) => `phải hoàn trả ${money}`,
  },
  en: {
    dong: (amount) => `${english.format(amount)} đồng`,
    beside: (step) => `Beside the life cycle: ${step}`,
    notSo: (reason) => `Corrected: it did not happen (${reason})`,
    putRight: (sentence, reason) => `Corrected: ${sentence} (${reason})`,
    described: (title) => `About the task: ${title}`,
    coded: (code) => `Code ${code}`,
    uncoded: (code, reason) => `Code ${code} taken away: ${reason}`,
    contractArranged: (signers, instalments) =>
      `Contract: signed by ${signers.join(', ') || 'nobody named'}; ${instalments === 0 ? 'no instalments planned' : instalments === 1 ? '1 instalment' : `${instalments} instalments`}`,
    sentIn: (step) => `Sent to the agency: ${step}`,
    sentBack: (reason) => `Sent back: ${reason}`,
    regimeDecided: (number, regime, reason) =>
      `Decision ${number}: under the law of ${regime === 'A' ? '2013' : '2025'}, ${reason}`,
    takenOver: 'Taken over from older files',
    supplementAsked: (step, reason) => `Supplement asked for, ${step}: ${reason}`,
    supplementReceived: (step) => `Supplement received, ${step}`,
    ratings: { excellent: 'Excellent', achieved: 'Achieved', 'not-achieved': 'Not achieved' },
    modes: { selection: 'selection', direct: 'direct assignment', grant: 'funding' },
    filingUntil: (iso) => `dossiers through ${day(iso)}`,
    until: (iso) => `through ${day(iso)}`,
    untilPaid: 'until it is paid back',
    asked: (money) => `${money} asked for`,
    appraised: (money) => `${money} after appraisal`,
    granted: (money) => `${money} from the budget`,
    months: (n) => (n === 1 ? '1 month' : `${n} months`),
    contract: (number) => `number ${number}`,
    span: (from, to) => `from ${day(from)} to ${day(to)}`,
    certificate: (number) => `certificate ${number}`,
    instalment: (nth) => `instalment ${nth}`,
    advance: 'advance',
    lastPayment: 'the last time',
    morePayments: 'more to come',
    paidInFull: 'paid in full',
    stillOwed: 'more is owed',
    toRefund: (money) => `${money} to refund`,
  },
};
