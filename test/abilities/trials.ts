import { assetTrials } from './assets.ts';
import { callTrials } from './calls.ts';
import { conferenceTrials } from './conferences.ts';
import { directiveTrials } from './directives.ts';
import { actTrials, draftTrials } from './drafts.ts';
import { inspectionTrials } from './inspections.ts';
import { intakeTrials } from './intakes.ts';
import type { Office, Somebody } from './office.ts';
import { personTrials, unitTrials, workTrials } from './organisation.ts';
import { programmeTrials } from './programme.ts';
import { installationTrials, ownTrials, sessionTrials } from './rest.ts';
import { reviewTrials } from './reviews.ts';
import { targetTrials } from './targets.ts';
import { taskTrials } from './tasks.ts';
import type { Trial } from './trial.ts';

/** Every kind of record in the states that matter, with acts to try on each. */
export async function trialsFor(office: Office, who: Somebody): Promise<Trial[]> {
  return [
    ...(await unitTrials(office)),
    ...(await personTrials(office, who)),
    ...(await workTrials(office, who)),
    ...(await intakeTrials(office)),
    ...(await directiveTrials(office)),
    ...(await targetTrials(office, who)),
    ...(await programmeTrials(office)),
    ...(await draftTrials(office, who)),
    ...(await actTrials(office)),
    ...(await reviewTrials(office)),
    ...(await conferenceTrials(office)),
    ...(await taskTrials(office, who)),
    ...(await assetTrials(office, who)),
    ...(await callTrials(office)),
    ...(await inspectionTrials(office)),
    ...(await ownTrials(office, who)),
    ...(await sessionTrials(office, who)),
    ...(await installationTrials(office)),
  ] as Trial[];
}
