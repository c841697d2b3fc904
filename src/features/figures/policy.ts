import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import { addFigure, withdrawFigure } from './contract.ts';

/** Figures of the agency's own are added by who gives directives. */
export const addingPolicy = makePolicy<'add', null>({ add: { route: addFigure } });

export const ownFigurePolicy = makePolicy<'withdraw', { withdrawn: boolean }>({
  withdraw: {
    route: withdrawFigure,
    refusal: (_, { withdrawn }) =>
      withdrawn ? notNow('Số liệu này đã thôi dùng. Thêm lại dưới tên mới nếu cần.') : null,
  },
});
