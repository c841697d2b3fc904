import { isOpenAt, type KnownCall, sayInstant } from '../../domain/calls/call.ts';
import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import * as contract from './contract.ts';

export const callsPolicy = makePolicy<'openCall', null>({ openCall: { route: contract.openCall } });

export const callPolicy = makePolicy<'extend', { call: KnownCall; now: Temporal.Instant }>({
  extend: {
    route: contract.extendCall,
    refusal: (_, { call, now }) =>
      isOpenAt(call.closesOn, now)
        ? null
        : notNow(
            `Đã hết hạn nhận hồ sơ (bây giờ là ${sayInstant(now)}). Ra thông báo mới nếu cần nhận tiếp.`,
          ),
  },
});
