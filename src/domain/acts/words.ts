import { sayDay } from '../deadlines/words.ts';
import type { Effect, SuperiorActBody } from './facts.ts';

export const effectWords: Record<Effect, string> = {
  amends: 'sửa đổi, bổ sung',
  replaces: 'thay thế',
  repeals: 'bãi bỏ',
};

/** What a superior act has an act here amended for, as a directive says it. */
export const amendingWords = (act: { number: string }, superior: { number: string }): string =>
  `Rà soát, tham mưu sửa đổi, bổ sung hoặc thay thế ${act.number} cho phù hợp với ${superior.number}`;

/** The product of that directive. */
export const amendingProduct = (act: { number: string }): string =>
  `Dự thảo văn bản sửa đổi, bổ sung hoặc thay thế ${act.number}`;

/** A fact as a sentence of the history. @param nameOf the act by its id */
export function superiorSentence(body: SuperiorActBody, nameOf: (actId: string) => string): string {
  if (body.kind === 'given') return `Giao nhiệm vụ sửa ${nameOf(body.actId)}.`;
  if (body.kind === 'spared') return `Không phải sửa ${nameOf(body.actId)}: ${body.reason}.`;
  const { act, kind } = body;
  const changes = act.changes.length > 0 ? ` ${effectWords[act.effect]} ${act.changes.join('; ')}` : '';
  const said = `${act.number} của ${act.issuer}, hiệu lực từ ${sayDay(act.effectiveOn)},${changes}.`;
  return `${kind === 'registered' ? 'Ghi' : 'Sửa lại'}: ${said}`;
}
