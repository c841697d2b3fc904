import type { Opinion } from './opinions.ts';
import { type DraftStanding, endedOn } from './standing.ts';

/** Who has the ball: whoever leads, those whose opinion is awaited, or the body it was sent to. */
export interface Ball {
  with: 'lead' | 'asked' | 'outside' | 'nobody';
  names: string[];
}

/** With whom a draft is on the day it stands as of: opinions are awaited only until their day. */
export function ballOf(standing: DraftStanding, opinions: readonly Opinion[]): Ball {
  const { now, stage, reached } = standing;
  if (endedOn(standing) !== null) return { with: 'nobody', names: [] };
  if (stage === 'appraising' || stage === 'submitted') {
    const holder = reached[stage]?.holder ?? (stage === 'submitted' ? now.submittedTo : null);
    return { with: 'outside', names: holder === null ? [] : [holder] };
  }
  const awaited = opinions.filter(({ state }) => state === 'waiting').map(({ whom }) => whom.name);
  if (stage === 'consulting' && awaited.length > 0) return { with: 'asked', names: awaited };
  return { with: 'lead', names: [now.lead.name] };
}
