import { makePolicy } from '../policy.ts';
import { changeSuperiorView } from './contract.ts';

/** An agency of the installation. */
export const agencyPolicy = makePolicy<'grantView' | 'endView', null>({
  grantView: { route: changeSuperiorView },
  endView: { route: changeSuperiorView },
});
