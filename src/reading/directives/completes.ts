import { fold } from '../../domain/text/fold.ts';
import { emptyWords, onlyDeadline } from '../phrases/sections.ts';
import { completing, informing, told } from '../phrases/verbs.ts';
import type { Stretch } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { isEverybody } from './judgements.ts';
import { type Instruction, skipManner } from './predicate.ts';
import { type Token, tokenise } from './tokens.ts';

/** «các đơn vị nghiêm túc triển khai thực hiện»: closes a paper, is no task. */
export function isEmpty(flat: string, draft: Draft): boolean {
  const tokens = tokenise(flat, draft.verb, draft.end);
  if (tokens.some((token) => token.word && !emptyWords.has(token.folded))) return false;
  return !draft.lead || isEverybody(draft.lead);
}

/** The report that closes the task `open`, the harm it must avoid, the thing people are told: no task of its own. */
export function completes(
  { flat, hasDeadline }: Frame,
  open: Draft,
  { tokens, instruction, clause }: { tokens: Token[]; instruction: Instruction; clause: Stretch },
): boolean {
  const text = flat.slice(clause.start, clause.end);
  const recurring = hasDeadline(text) === 'recurring';
  if (
    instruction.how !== 'verb' ||
    tokens[0]?.capital ||
    recurring ||
    /kể từ khi/.test(text) ||
    isEmpty(flat, open)
  )
    return false;
  const { next } = skipManner(tokens, 0);
  const word = completing.at(tokens, 0) ?? completing.at(tokens, next);
  const informs = informing.at(tokenise(flat, open.verb, open.end), 0) && told.at(tokens, 0);
  const bare = onlyDeadline.test(fold(text)); // «hoàn thành trước ngày …»
  return Boolean(word || informs || bare);
}
