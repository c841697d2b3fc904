import { notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import * as contract from './contract.ts';

/** Of a saved view what its acts depend on. */
export interface ViewFacts {
  openedBy: string | null;
  shared: boolean;
}

/** One's own, and those of the agency for who gives directives there. */
const ofTheirs = ({ personId, permissions }: Viewer, { openedBy, shared }: ViewFacts): Refusal | null =>
  (openedBy !== null && openedBy === personId) || (shared && permissions.has('directive.give'))
    ? null
    : notTheirs('Cách xem này do người khác lưu. Lưu một cách xem của mình.');

export const viewPolicy = makePolicy<'change' | 'end', ViewFacts>({
  change: { route: contract.changeView, refusal: ofTheirs },
  end: { route: contract.endView, refusal: ofTheirs },
});

/** Keeping a view, for oneself or for the whole agency. */
export const savingPolicy = makePolicy<'save', { shared: boolean }>({
  save: {
    route: contract.saveView,
    refusal: ({ permissions }, { shared }) =>
      shared && !permissions.has('directive.give')
        ? notTheirs('Chỉ văn phòng hoặc lãnh đạo chia sẻ được cách xem cho cả cơ quan. Lưu cho riêng mình.')
        : null,
  },
});
