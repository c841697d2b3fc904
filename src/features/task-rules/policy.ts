import { makePolicy } from '../policy.ts';
import { decideRule } from './contract.ts';

export const rulesPolicy = makePolicy<'decide', null>({ decide: { route: decideRule } });
