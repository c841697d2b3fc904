import { makePolicy } from '../policy.ts';
import { changeSetting } from './contract.ts';

/** What an agency decides for itself. */
export const settingPolicy = makePolicy<'change', null>({ change: { route: changeSetting } });
