import { sayDay } from '../deadlines/words.ts';
import { causeWords } from '../directives/sentence.ts';
import type { SourceNamed } from '../targets/facts.ts';
import {
  type ActKind,
  type Answer,
  type DraftFactBody,
  type DraftPlan,
  type Handling,
  type PlannedDays,
  Stage,
} from './facts.ts';
import type { OpinionState } from './opinions.ts';
import type { DraftState } from './standing.ts';

export const stageWords: Record<Stage, string> = {
  proposed: 'Đề nghị',
  drafting: 'Soạn thảo',
  consulting: 'Lấy ý kiến',
  appraising: 'Thẩm định',
  submitted: 'Trình',
  issued: 'Ban hành',
};

export const actKindWords: Record<ActKind, string> = {
  'council-resolution': 'Nghị quyết của HĐND',
  'committee-decision': 'Quyết định của UBND',
  circular: 'Thông tư của Bộ trưởng',
  decree: 'Nghị định của Chính phủ',
  'prime-decision': 'Quyết định của Thủ tướng Chính phủ',
  law: 'Luật, pháp lệnh',
  other: 'Văn bản khác',
};

export const draftStateWords: Record<DraftState, string> = {
  late: 'Chậm',
  'on-plan': 'Đúng kế hoạch',
  issued: 'Ban hành đúng hạn',
  'issued-late': 'Ban hành muộn',
  stopped: 'Đã dừng',
};

export const answerWords: Record<Answer, string> = {
  agree: 'Nhất trí',
  remarks: 'Nhất trí, có góp ý',
  disagree: 'Không nhất trí',
};

export const handlingWords: Record<Handling, string> = {
  taken: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  explained: 'Giải trình',
};

export const opinionStateWords: Record<OpinionState, string> = {
  waiting: 'Đang chờ',
  'in-time': 'Trả lời đúng hạn',
  late: 'Trả lời muộn',
  silent: 'Im lặng quá hạn',
};

const sayDays = (days: PlannedDays) =>
  Stage.options
    .flatMap((stage) => (days[stage] === undefined ? [] : [`${stageWords[stage]} ${sayDay(days[stage])}`]))
    .join(', ');

const sayPlan = (plan: DraftPlan) =>
  [
    `«${plan.title}», ${actKindWords[plan.kind]}`,
    `${plan.lead.name} chủ trì`,
    plan.drafter && `soạn thảo: ${plan.drafter}`,
    `trình ${plan.submittedTo}`,
    plan.shortened && 'theo trình tự rút gọn',
    plan.bases.length > 0 && `căn cứ ${plan.bases.join('; ')}`,
  ]
    .filter(Boolean)
    .join('; ');

const at = (document: SourceNamed | null) => (document ? ` tại ${document.words}` : '');
const by = (document: SourceNamed | null) => (document ? ` (${document.words})` : '');
const held = (cause: Extract<DraftFactBody, { kind: 'reported' }>['cause']) =>
  cause === null ? '' : ` Vướng: ${causeWords[cause]}.`;
const ended = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/**
 * A fact as a sentence of the history, without its day and author.
 * @param nameOf whom an ask or an answer is of, by the id of its fact
 */
export function draftSentence(body: DraftFactBody, nameOf: (factId: string) => string): string {
  switch (body.kind) {
    case 'planned':
      return `Đưa vào kế hoạch${at(body.plan.document)}: ${sayPlan(body.plan)}. Kế hoạch: ${sayDays(body.days)}.`;
    case 'changed':
      return `Sửa kế hoạch: ${sayPlan(body.plan)}.`;
    case 'moved':
      return `Dời kế hoạch${at(body.document)} (${body.reason}): ${sayDays(body.days)}.`;
    case 'entered':
      return `${stageWords[body.stage]}${body.holder ? `: ${body.holder}` : ''}${by(body.document)}.${held(body.cause)}`;
    case 'sentBack':
      return `Đưa trở lại bước ${stageWords[body.stage].toLowerCase()}${at(body.document)}: ${ended(body.reason)}`;
    case 'reported':
      return `${body.words === '' ? 'Báo cáo tiến độ.' : ended(body.words)}${held(body.cause)}`;
    case 'asked':
      return `Lấy ý kiến ${body.whom.name}${by(body.document)}, trả lời đến hết ngày ${sayDay(body.due)}.`;
    case 'answered':
      return `${nameOf(body.ask)} trả lời: ${answerWords[body.answer]}${by(body.document)}. ${body.remarks.map(ended).join(' ')}`.trim();
    case 'handled':
      return `${handlingWords[body.how]} góp ý của ${nameOf(body.answer)}: ${ended(body.words)}`;
    case 'stopped':
      return `Dừng xây dựng${at(body.document)}: ${ended(body.reason)}`;
    case 'retracted':
      return `Rút lại một lần ghi: ${ended(body.reason)}`;
  }
}
