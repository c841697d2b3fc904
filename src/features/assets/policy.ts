import { notTheirs } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import { countAssets, settleAssets } from './contract.ts';

export const assetsPolicy = makePolicy<'act', null>({ act: { route: settleAssets } });

/** Whoever carries a task out does not count its assets for the agency. */
export const assetTaskPolicy = makePolicy<'count', { involved: boolean }>({
  count: {
    route: countAssets,
    refusal: (_, { involved }) =>
      involved
        ? notTheirs(
            'Anh/chị tham gia thực hiện nhiệm vụ này nên không kiểm kê thay cơ quan. Nhờ người khác trong đơn vị.',
          )
        : null,
  },
});
