import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import type { Touched } from './contract.ts';
import * as contract from './contract.ts';

export const actsPolicy = makePolicy<'registerAct' | 'registerSuperior', null>({
  registerAct: { route: contract.registerAct },
  registerSuperior: { route: contract.registerSuperior },
});

/** An act of the list; what was issued from a draft stands as its draft says. */
export const localActPolicy = makePolicy<'correctAct', { draft: boolean }>({
  correctAct: {
    route: contract.correctAct,
    refusal: (_, { draft }) =>
      draft ? notNow('Văn bản này ban hành từ dự thảo của kế hoạch; thông tin đứng ở dự thảo ấy.') : null,
  },
});

const anyWithout = (touched: readonly Pick<Touched, 'state'>[]) =>
  touched.some(({ state }) => state !== 'given')
    ? null
    : notNow(
        touched.length === 0
          ? 'Không có văn bản nào dựa trên văn bản bị sửa. Ghi căn cứ của văn bản trước.'
          : 'Mọi văn bản phải sửa đều đã giao thành nhiệm vụ.',
      );

export const superiorPolicy = makePolicy<
  'correctSuperior' | 'giveAmendments' | 'spare',
  { touched: readonly Pick<Touched, 'state'>[] }
>({
  correctSuperior: { route: contract.correctSuperior },
  giveAmendments: { route: contract.giveAmendments, refusal: (_, { touched }) => anyWithout(touched) },
  spare: { route: contract.spareAct, refusal: (_, { touched }) => anyWithout(touched) },
});
