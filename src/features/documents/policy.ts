import { notNow } from '../../domain/permissions/ability.ts';
import { getOriginal } from '../intake/contract.ts';
import { makePolicy } from '../policy.ts';
import type { DocumentRow } from './contract.ts';

/** A document of the register. */
export const documentPolicy = makePolicy<'original', Pick<DocumentRow, 'hasOriginal'>>({
  original: {
    route: getOriginal,
    refusal: (_, { hasOriginal }) =>
      hasOriginal ? null : notNow('Văn bản vào sổ bằng tay, hệ thống không giữ bản gốc.'),
  },
});
