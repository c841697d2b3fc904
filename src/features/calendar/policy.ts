import { makePolicy } from '../policy.ts';
import { importCalendarYear } from './contract.ts';

/** A year of the working calendar. */
export const yearPolicy = makePolicy<'import', null>({ import: { route: importCalendarYear } });
