import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import { type LetterRow, sendLetterAgain } from './contract.ts';

/** A letter of the delivery log. */
export const letterPolicy = makePolicy<'again', Pick<LetterRow, 'state'>>({
  again: {
    route: sendLetterAgain,
    refusal: (_, { state }) =>
      state === 'failed' || state === 'unknown'
        ? null
        : notNow('Thư này đã gửi hoặc đang chờ gửi, không cần gửi lại.'),
  },
});
