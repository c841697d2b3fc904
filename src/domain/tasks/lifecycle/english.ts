import type { ChangeType } from '../change.ts';
import type { PhaseId, StepKind } from '../facts.ts';
import type { TaskRegime } from '../law.ts';
import type { TaskRole } from '../roles.ts';
import type { End, outcomes } from './step.ts';

/** What steps are called on English screens, whichever law they come under. The law itself names them in Vietnamese only. */
const steps: Record<StepKind, string> = {
  proposed: 'Task proposed',
  ordered: 'Order proposed',
  searched: 'Search for overlaps',
  identified: 'Identification council',
  recommended: 'Council’s recommendation sent',
  reviewed: 'Review of the council’s result',
  listed: 'Order list approved',
  listPublished: 'Order list published',
  called: 'Call for selection or direct assignment',
  callExtended: 'Call extended',
  filed: 'Dossier filed',
  withdrawn: 'Dossier withdrawn',
  opened: 'Dossiers opened and checked',
  scored: 'Selection council',
  resultNotified: 'Result of the review told',
  finalised: 'Dossier finalised after the council',
  estimateFiled: 'Cost estimate filed',
  appraised: 'Appraisal of costs',
  expertsAsked: 'Independent experts asked',
  expertsReported: 'Report of the independent experts',
  appraisalFinalised: 'Dossier finalised after the appraisal',
  approved: 'Approval of host, investigator and costs',
  resultPublished: 'Result published',
  cancelled: 'Result or approval cancelled',
  contracted: 'Contract signed',
  abandoned: 'Given up before the contract',
  reported: 'Periodic report',
  updated: 'Update on the digital platform',
  inspected: 'Inspection, mid-term review',
  inspectionWorkConfirmed: 'Work confirmed after the inspection',
  inspectionMoneyConfirmed: 'Use of money confirmed after the inspection',
  paymentAsked: 'Payment for a content asked for',
  paid: 'Content paid for and settled',
  disbursed: 'Instalment of the state money paid',
  changeAsked: 'Change asked for',
  opinionsReceived: 'Opinions on the change received',
  changed: 'Change decided',
  changeRefused: 'Change refused',
  changeNotified: 'Change made by the host and told',
  changeObjected: 'Objection to the host’s change',
  terminationAsked: 'Termination asked for',
  suspended: 'Suspension notified',
  stopReported: 'Report on work, money and equipment at suspension',
  terminated: 'Termination decided',
  resumed: 'Leave to go on',
  selfAssessed: 'Self-assessment',
  acceptanceFiled: 'Acceptance dossier filed',
  acceptanceChecked: 'Acceptance dossier checked',
  acceptancePosted: 'Task posted before acceptance',
  councilFormed: 'Acceptance council formed',
  accepted: 'Acceptance council',
  concluded: 'Conclusion of acceptance sent',
  completed: 'Dossier completed after acceptance',
  finalFiled: 'Final report filed',
  evaluated: 'Final evaluation of outputs and effect',
  failureReported: 'Report on the failure',
  failureChecked: 'Cause and money used established',
  redone: 'Leave to do it again',
  refundDecided: 'Refund decided',
  refunded: 'Refund paid to the budget',
  liabilityDecided: 'Liability decided',
  banned: 'Barred from new tasks',
  registered: 'Results registered and kept',
  recognised: 'Results recognised',
  assetsPlanned: 'Assets counted, settlement proposed',
  assetsDecided: 'Settlement of assets decided',
  assetsHandedOver: 'Assets and products handed over',
  advancesCleared: 'Advances cleared',
  settled: 'Settlement of accounts',
  liquidated: 'Contract liquidated',
  ownershipAsked: 'Ownership or use asked for',
  ownershipChecked: 'Ownership dossier checked',
  ownershipGranted: 'Ownership or use granted',
  applied: 'Results put to use',
  effectReported: 'Report on the effect of use',
  impactEvaluated: 'Impact evaluated',
};

/** Where a law has another thing done under the same kind. */
const underLaw: Record<TaskRegime, Partial<Record<StepKind, string>>> = {
  A: {},
  'B-science': {
    ordered: 'Order or direction proposed',
    called: 'Call for funding or orders; direct assignment',
    opened: 'Dossiers checked for validity',
    scored: 'Science and technology council',
    approved: 'Task approved',
    cancelled: 'Result cancelled',
    reported: 'Progress report',
    inspected: 'Evaluation in term',
    stopReported: 'File on money used, left and owed',
    concluded: 'Result of the evaluation told in writing',
    registered: 'Results entered in the national system',
  },
  'B-innovation': {
    called: 'Call for proposals',
    opened: 'Dossiers checked for validity',
    scored: 'Review: by the agency, a council or consultants',
    finalised: 'Dossier finalised after the review',
    approved: 'Task approved',
    cancelled: 'Approval cancelled',
    inspected: 'Inspection, evaluation',
    terminationAsked: 'Termination asked for, notice given',
    terminated: 'Contract terminated',
  },
};

/** What a step is called on English screens. */
export const stepInEnglish = (regime: TaskRegime, kind: StepKind): string =>
  underLaw[regime][kind] ?? steps[kind];

export const phasesInEnglish: Record<PhaseId, string> = {
  proposal: 'Proposal',
  selection: 'Selection and approval',
  running: 'Running',
  stopping: 'Suspension, termination',
  acceptance: 'Acceptance',
  failure: 'Failure and its consequences',
  after: 'After acceptance',
};

export const endsInEnglish: Record<End['id'], string> = {
  completed: 'Completed',
  'not-achieved': 'Not achieved, dealt with',
  terminated: 'Terminated, dealt with',
  'not-carried-out': 'Not carried out',
};

/** The results that open one branch or another. */
export const outcomesInEnglish: {
  [Kind in keyof typeof outcomes]: Record<keyof (typeof outcomes)[Kind], string>;
} = {
  identified: { do: 'to be carried out', 'do-not': 'not to be carried out' },
  opened: { valid: 'valid dossiers there', none: 'no valid dossier' },
  scored: { proposed: 'a dossier proposed', none: 'no dossier proposed' },
  inspected: {
    continue: 'to go on',
    adjust: 'to be adjusted',
    'propose-termination': 'termination proposed',
  },
  accepted: { achieved: 'achieved or better', 'not-achieved': 'not achieved' },
  evaluated: { completed: 'completed', 'not-completed': 'not completed' },
  terminated: { due: 'refund due', none: 'no refund due' },
  refundDecided: { due: 'refund due', none: 'no refund due' },
  refunded: { full: 'paid in full', part: 'paid in part' },
  paid: { last: 'last content', part: 'contents left to pay for' },
  assetsPlanned: { none: 'no assets', some: 'assets there' },
  effectReported: { last: 'last report', more: 'more reports to come' },
};

export const changesInEnglish: Record<ChangeType, string> = {
  extension: 'Extension',
  shortening: 'Shortening',
  content: 'Change of content',
  'budget-move': 'Money moved between items',
  investigator: 'Another investigator',
  host: 'Another host',
  equipment: 'Change of equipment',
  'name-aim-product': 'Change of name, aim or product',
};

export const rolesInEnglish: Record<TaskRole, string> = {
  proposer: 'proposer',
  'ordering-agency': 'ordering agency',
  authority: 'approving authority',
  'task-unit': 'task unit',
  'subject-unit': 'subject unit',
  'funding-unit': 'funding unit',
  council: 'council',
  'appraisal-team': 'appraisal team',
  'inspection-team': 'inspection team',
  experts: 'independent experts',
  host: 'host organisation',
  investigator: 'investigator',
};
