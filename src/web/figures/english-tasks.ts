import type { ChangeFigureId, InspectionFigureId, StepFigureId } from '../../domain/figures/task-events.ts';
import type { TaskFigureId } from '../../domain/figures/task-ids.ts';

/** The figures about S&T tasks in English, what each is called and what it counts. */
export const tasksInEnglish: Record<
  TaskFigureId | InspectionFigureId | ChangeFigureId | StepFigureId,
  readonly [name: string, counts: string]
> = {
  'tasks-in-hand': [
    'S&T tasks carried out within the period',
    'Contracted (or to be done again) by the cut-off, and without a result of acceptance or a termination before the first day.',
  ],
  'tasks-carried-over': [
    'Carried over from the period before',
    'Under way when the period began: contracted before its first day and without a result by then.',
  ],
  'tasks-new': [
    'New',
    'The day of the contract, or of the decision to do it again, lies in the period, up to the cut-off.',
  ],
  'tasks-accepted': [
    'Accepted',
    'Accepted as achieved or better, or evaluated as completed, within the period.',
  ],
  'tasks-excellent': ['Rated excellent', 'Rated excellent by an acceptance council within the period.'],
  'tasks-achieved': ['Rated achieved', 'Rated achieved by an acceptance council within the period.'],
  'tasks-completed': [
    'Completed, no rating',
    'Evaluated as completed under the law of 2025, or the last content of an innovation task was paid.',
  ],
  'tasks-accepted-in-time': [
    'Results filed in time',
    'Accepted in the period; filed within the time counted from the end of the contract as extended.',
  ],
  'tasks-accepted-late': [
    'Results filed late',
    'Accepted in the period; filed after the time counted from the end of the contract as extended.',
  ],
  'tasks-accepted-undated': [
    'Accepted, last day not known',
    'Accepted in the period, and no end of its contract is on record.',
  ],
  'tasks-not-achieved': [
    'Not achieved',
    'Rated as not achieved, or evaluated as not completed, in the period and not to be done again.',
  ],
  'tasks-terminated': ['Terminated', 'A decision ended the contract within the period.'],
  'tasks-under-way': [
    'Under way at the cut-off',
    'Contracted, without a result and not terminated by the end of the cut-off day.',
  ],
  'tasks-extended': ['Extended', 'Carried out within the period and extended at least once by the cut-off.'],
  'tasks-times-extended': [
    'Times extended, all together',
    'How often these were extended by the cut-off, earlier periods too.',
  ],
  'tasks-inspected': ['Inspected', 'Inspected at least once within the period, up to the cut-off.'],
  'tasks-open': [
    'Not over at the cut-off',
    'From the proposal until everything after acceptance is done; not over by the end of the cut-off day.',
  ],
  'tasks-proposed': ['Being proposed or selected', 'No contract by the cut-off, and not given up.'],
  'tasks-ending': [
    'With a result, and work left',
    'Accepted or terminated; registration, assets, settlement, liquidation or effect reports are left.',
  ],
  'tasks-late': ['Late at a step', 'Not over, and a step that waits is past its last day.'],
  'tasks-on-time': [
    'Late at no step',
    'Not over, and no step that waits is past its last day, if it has one.',
  ],
  'tasks-median-late': [
    'Late: median of days',
    'Working days from the earliest last day that passed to the cut-off; the middle one.',
  ],
  'tasks-longest-late': ['Late: most days', 'The same of the task that is late longest.'],
  'tasks-waiting-own': [
    'Waiting for the agency',
    'Not over, and every step that waits is the agency’s: units, councils, whoever decides.',
  ],
  'tasks-waiting-others': [
    'Waiting for others',
    'Not over, and every step that waits is a host’s, an orderer’s or an expert’s.',
  ],
  'tasks-waiting-both': ['Waiting for both', 'Not over, and steps of both sides wait.'],
  'tasks-waiting-none': ['Waiting for nobody', 'Not over, and no step waits: something is not on record.'],
  'tasks-suspended': ['Suspended', 'Suspended and neither terminated nor resumed by the cut-off.'],
  'tasks-registered': ['Results registered', 'Registered within the period, up to the cut-off.'],
  'tasks-recognised': ['Results recognised', 'Recognised by a decision within the period.'],
  'tasks-liquidated': ['Contracts liquidated', 'Liquidated within the period, up to the cut-off.'],
  'tasks-ended': ['Over, file closed', 'Everything was done, or it was given up, within the period.'],
  'tasks-assets-settled': [
    'Assets settled',
    'Handed over, or found to be none, within the period up to the cut-off.',
  ],
  'tasks-assets-unsettled': [
    'Carried out, assets not settled',
    'With a result, terminated or taken over as done, earlier periods too, and assets neither handed over nor found to be none by the cut-off.',
  ],
  'tasks-applied': ['Results put to use', 'Put to use within the period, up to the cut-off.'],
  'tasks-effect-reported': ['With an effect report', 'At least one effect report within the period.'],
  'tasks-effect-reports': ['Effect reports', 'How many effect reports of these within the period.'],
  'inspections-rounds': [
    'Rounds of inspection',
    'Inspections within the period that rest on one paper, or on none and are of one day, are one round.',
  ],
  'inspections-held': ['Inspections', 'Inspections of a task within the period, up to the cut-off.'],
  'inspections-continue': ['Found to continue', 'Inspected within the period, and to continue.'],
  'inspections-adjust': ['Found to be adjusted', 'Inspected within the period, and to be adjusted.'],
  'inspections-propose-termination': [
    'Termination proposed',
    'Inspected within the period, and proposed to be ended.',
  ],
  'changes-decided': [
    'Changes to S&T tasks decided',
    'Decided, refused or told within the period, up to the cut-off; can be told apart by kind.',
  ],
  'changes-made': ['Granted by the agency', 'Decided within the period.'],
  'changes-refused': ['Refused', 'Refused within the period.'],
  'changes-by-host': ['Made by the host itself', 'Told by the host within the period, and not objected to.'],
  'changes-objected': ['Objected to', 'The agency objected within the period to what the host decided.'],
  'changes-waiting': ['Changes waiting', 'Asked for and not decided by the end of the cut-off day.'],
  'steps-done': [
    'Steps of S&T tasks done',
    'Done within the period; what comes again by the calendar does not count. Can be told apart by step.',
  ],
  'steps-median': [
    'Days in a step: median',
    'Working days from when a step opened until it was done, of steps done in the period; the middle one.',
  ],
  'steps-ninetieth': [
    'Days in a step: nine of ten keep to',
    'Working days that 90 % of the steps done in the period do not exceed.',
  ],
  'steps-median-own': [
    'Of these the agency’s own: median',
    'Working days of the agency in steps that are its own; the middle one. A host completing a dossier is others’ time.',
  ],
};
