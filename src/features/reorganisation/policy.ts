import { makePolicy } from '../policy.ts';
import { handOverList } from './contract.ts';

/** A reorganisation that was done: the paper both sides sign. */
export const reorganisationPolicy = makePolicy<'handOver', null>({ handOver: { route: handOverList } });
