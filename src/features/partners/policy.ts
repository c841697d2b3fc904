import { makePolicy } from '../policy.ts';
import { addPartner, describePartner } from './contract.ts';

export const partnersPolicy = makePolicy<'add', null>({ add: { route: addPartner } });
export const partnerPolicy = makePolicy<'describe', null>({ describe: { route: describePartner } });
