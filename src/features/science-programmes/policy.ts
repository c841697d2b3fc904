import { makePolicy } from '../policy.ts';
import { openScienceProgramme, recordScienceProgramme } from './contract.ts';

export const scienceProgrammesPolicy = makePolicy<'open', null>({ open: { route: openScienceProgramme } });
export const scienceProgrammePolicy = makePolicy<'record', null>({
  record: { route: recordScienceProgramme },
});
