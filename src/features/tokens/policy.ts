import { notTheirs } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import { createToken, revokeToken } from './contract.ts';

/** Making a token. A leaked one could otherwise outlive its own end by making the next. */
export const makingPolicy = makePolicy<'create', null>({
  create: {
    route: createToken,
    refusal: ({ via }) =>
      via === 'token'
        ? notTheirs('Mã truy cập không tạo được mã khác. Đăng nhập vào Trọng Tâm để tạo.')
        : null,
  },
});

/** A token of the viewer's own; those of others are not seen. */
export const tokenPolicy = makePolicy<'revoke', null>({ revoke: { route: revokeToken } });
