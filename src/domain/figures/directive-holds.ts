import type { DirectiveState } from '../directives/filter.ts';
import type { Share } from '../directives/rates.ts';
import type { Placed } from './counted.ts';

/** Open at the cut-off. */
export const isOpen = ({ inHand, endedOn }: Placed) => inHand && endedOn === null;
/** Open, and in one of these states on the day. */
export const inState =
  (...states: DirectiveState[]) =>
  (one: Placed) =>
    isOpen(one) && states.includes(one.state);
/** Counted in this share of what the period promised. */
export const inShare = (share: Share | 'set-aside') => (one: Placed) => one.share === share;
