import type { FigureId } from '../../domain/figures/catalogue.ts';
import { tasksInEnglish } from './english-tasks.ts';

/** The catalogue in English, what each figure is called and what it counts; in Vietnamese it says both itself. */
export const inEnglish: Record<FigureId, readonly [name: string, counts: string]> = {
  ...tasksInEnglish,
  'in-hand': [
    'In hand within the period',
    'Given by the cut-off and neither done nor stopped before the first day. Parts are not counted beside their whole.',
  ],
  'carried-over': ['Carried over from the period before', 'Given before the first day and still open on it.'],
  given: ['Newly given', 'The day of giving lies in the period, up to the cut-off.'],
  accepted: [
    'Done and accepted',
    'The day of acceptance lies in the period, up to the cut-off; in time or late goes by the day of submission.',
  ],
  stopped: ['Stopped', 'A decision stopped it within the period, up to the cut-off.'],
  open: ['Open at the cut-off', 'Given, and neither accepted nor stopped by the end of the cut-off day.'],
  overdue: ['Overdue', 'Open, with the unit, and past the present deadline.'],
  'in-time': [
    'In time',
    'Open, with the unit, and not past the present deadline; returned work is among it.',
  ],
  'due-soon': ['Of these due soon', 'In time, and due within the working days the agency calls soon.'],
  awaiting: ['With the giver', 'Submitted and not yet accepted, or refused by the unit.'],
  undated: [
    'Without a day',
    'No deadline, a clock not yet started, standing or recurring duties, orders to stop.',
  ],
  suspended: ['Suspended', 'Suspended on the cut-off day.'],
  hindered: ['Hindered', 'Open, and the last report names a cause.'],
  promised: [
    'First deadline within the period',
    'The first deadline lies in the period and has come by the cut-off; no extension takes it out. The base of the rates.',
  ],
  'done-by-first': ['Done by the first deadline', 'The accepted result was submitted by the first deadline.'],
  'done-after-first': [
    'Done late',
    'The accepted result was submitted after the first deadline, extended or not.',
  ],
  'overdue-promised': [
    'Overdue and open',
    'First due in the period, open and past the present deadline, submitted or not.',
  ],
  'extended-promised': [
    'Extended, not reached',
    'First due in the period, open, extended and not yet due again.',
  ],
  'set-aside': [
    'Stopped or suspended, in no rate',
    'First due in the period, stopped or suspended: told beside the rates.',
  ],
  'rate-by-first': [
    'Rate done by the first deadline',
    'Done by the first deadline among those first due in the period; the four rates sum to 100 %.',
  ],
  'rate-overdue': [
    'Rate overdue and open',
    'Overdue and open among those first due in the period; the four rates sum to 100 %.',
  ],
  'median-late': [
    'Done late: median of days late',
    'Working days from the first deadline to the submission; the middle one.',
  ],
  'median-overdue': [
    'Overdue: median of days',
    'Working days from the present deadline to the cut-off; the middle one.',
  ],
  'longest-overdue': ['Overdue: most days', 'Working days overdue of what is overdue longest.'],
  extended: ['Extended', 'In hand within the period and extended at least once by the cut-off.'],
  'times-extended': [
    'Times extended, all together',
    'How often these were extended by the cut-off, earlier periods too.',
  ],
  'most-extended': ['Times extended, at most', 'Of what was extended most often.'],
  returned: [
    'Returned to be done again',
    'In hand within the period and returned at least once by the cut-off.',
  ],
  'times-returned': [
    'Times returned, all together',
    'How often these were returned by the cut-off, earlier periods too.',
  ],
  'documents-registered': [
    'Entered in the books',
    'The day of entry in either book lies in the period, up to the cut-off.',
  ],
  'documents-in': ['Incoming', 'Entered in the book of incoming documents within the period.'],
  'documents-out': ['Outgoing', 'Entered in the book of outgoing documents within the period.'],
  'documents-carrying': [
    'Carrying directives',
    'Entered in the period, with at least one directive in the register by the cut-off.',
  ],
  'documents-to-confirm': [
    'Files to be read and confirmed',
    'Come in by the cut-off and neither confirmed nor set aside before the first day.',
  ],
  'documents-waiting': [
    'Carried over from the period before',
    'Come in before the first day and not confirmed by then.',
  ],
  'documents-received': ['Newly come in', 'The file came in within the period, up to the cut-off.'],
  'documents-confirmed': [
    'Read, confirmed and entered',
    'Confirmed and entered in a book within the period.',
  ],
  'documents-dropped': ['Set aside', 'Set aside within the period, with a reason.'],
  'documents-unconfirmed': [
    'Not yet confirmed at the cut-off',
    'Come in, neither confirmed nor set aside by the cut-off.',
  ],
  'documents-unread': [
    'Of these not yet read',
    'Not confirmed, and the reader has not finished or could not read it.',
  ],
  'targets-assigned': [
    'Targets of the year',
    'Of the plan of the year the period ends in, assigned by the cut-off.',
  ],
  'targets-met': ['Reached', 'The result known by the cut-off reaches the value assigned.'],
  'targets-failed': [
    'Not reached by the last day',
    'The last day is over and its result falls short; silence is no result.',
  ],
  'targets-late': ['Behind plan', 'Not yet due, and a planned milestone passed without its value.'],
  'targets-in-time': ['On plan, not yet due', 'Not yet due, and every milestone that passed was reached.'],
  'targets-withdrawn': ['Withdrawn', 'Withdrawn by a decision up to the cut-off.'],
  'targets-rate-met': ['Rate reached', 'Reached among those assigned and not withdrawn.'],
  'targets-silent': [
    'No result within the period',
    'Neither reached nor withdrawn, and no result of a day of the period.',
  ],
  'targets-amended': ['Amended', 'Amended by a decision at least once by the cut-off.'],
  'programme-planned': [
    'Items planned for the period',
    'Items of an approved programme whose month begins within the period, as amended by the cut-off.',
  ],
  'programme-done': [
    'Done in time',
    'The directive it became was accepted, submitted by its present deadline.',
  ],
  'programme-done-late': [
    'Done late',
    'The directive it became was accepted, submitted after its present deadline.',
  ],
  'programme-overdue': ['Overdue', 'Not done and past its last day, given as a directive or not.'],
  'programme-in-work': ['In work', 'Given as a directive, not done and not overdue.'],
  'programme-not-given': ['Not given', 'Not yet given as a directive and not yet due.'],
  'programme-stopped': ['Stopped', 'The directive it became was stopped.'],
  'programme-dropped': ['Taken out', 'Taken out of the programme by a paper up to the cut-off.'],
  'programme-rate-done': ['Rate done in time', 'Done in time among those done or overdue.'],
  'programme-added': ['Added', 'Of the period’s items, those added by an amendment after the approval.'],
  'programme-moved': ['Moved', 'Moved at least once; its present or first month lies in the period.'],
  'programme-times-moved': ['Times moved, all together', 'How often these were moved by the cut-off.'],
  'requests-in-hand': [
    'Questions to be answered within the period',
    'Asked by the cut-off and not answered before the first day; by the unit that was asked.',
  ],
  'requests-carried-over': [
    'Carried over from the period before',
    'Asked before the first day and not answered by then.',
  ],
  'requests-asked': ['Newly asked', 'Asked within the period, up to the cut-off.'],
  'requests-in-time': ['Answered in time', 'Answered within the period, not after its deadline.'],
  'requests-late': ['Answered late', 'Answered within the period, after its deadline.'],
  'requests-undated': [
    'Answered, without a deadline',
    'Answered within the period where no deadline was set.',
  ],
  'requests-unanswered': [
    'Not answered at the cut-off',
    'Asked and not answered by the end of the cut-off day.',
  ],
  'requests-silent': ['Silent past the deadline', 'Not answered, and the deadline has passed.'],
  'requests-waiting': ['Not yet due', 'Not answered, and the deadline has not passed or none was set.'],
  'requests-median': [
    'Time to answer: median',
    'Working days from asking to answering within the period; the middle one.',
  ],
  'requests-longest-silence': [
    'Silence past the deadline: longest',
    'Working days from the deadline to the cut-off.',
  ],
  'drafts-in-hand': [
    'Drafts to be worked on within the period',
    'In the schedule by the cut-off, and neither issued nor stopped before the first day.',
  ],
  'drafts-carried-over': [
    'Carried over from the period before',
    'Into the schedule before the first day, and neither issued nor stopped by then.',
  ],
  'drafts-new': ['New in the schedule', 'Into the schedule within the period, up to the cut-off.'],
  'drafts-issued': ['Issued within the period', 'The day of issuing lies in the period, up to the cut-off.'],
  'drafts-issued-in-time': [
    'Issued in time',
    'Issued within the period, not after the day of the present plan.',
  ],
  'drafts-issued-late': ['Issued late', 'Issued within the period, after the day of the present plan.'],
  'drafts-stopped': ['Stopped', 'Stopped within the period, up to the cut-off.'],
  'drafts-open': ['Open at the cut-off', 'Neither issued nor stopped by the end of the cut-off day.'],
  'drafts-late': ['Behind plan', 'Not issued, and past the planned day of a stage it has not reached.'],
  'drafts-on-plan': ['On plan', 'Not issued, and past no planned day of a stage it has not reached.'],
  'drafts-longest-late': [
    'Behind plan: most days',
    'Working days from the planned day of the late stage to the cut-off, of what is late longest.',
  ],
  'drafts-moved': ['Moved', 'In hand within the period, and its plan moved at least once by the cut-off.'],
  'drafts-times-moved': [
    'Times moved, all together',
    'How often the plans of these were moved by the cut-off, earlier periods too.',
  ],
  'drafts-promised': [
    'First planned to be issued within the period',
    'The day of issuing by the first plan lies in the period, up to the cut-off; no move takes it out.',
  ],
  'drafts-by-first': ['Issued by the first plan', 'Issued not after the day of the first plan.'],
  'drafts-after-first': [
    'Issued after the first plan',
    'Issued after the day of the first plan, moved or not.',
  ],
  'drafts-not-issued': [
    'Not issued',
    'Neither issued nor stopped by the end of the cut-off day, moved or not.',
  ],
  'drafts-set-aside': ['Stopped, in no rate', 'Stopped by the cut-off.'],
  'drafts-rate-by-first': [
    'Rate issued by the first plan',
    'Issued by the first plan among those first planned for the period and not stopped.',
  ],
  'opinions-in-hand': [
    'Opinions to be given within the period',
    'Asked by the cut-off and not answered before the first day; by the unit that leads the draft.',
  ],
  'opinions-carried-over': [
    'Carried over from the period before',
    'Asked before the first day and not answered by then.',
  ],
  'opinions-asked': ['Newly asked', 'Asked within the period, up to the cut-off.'],
  'opinions-in-time': ['Answered in time', 'Answered within the period, not after its deadline.'],
  'opinions-late': ['Answered late', 'Answered within the period, after its deadline.'],
  'opinions-lapsed': [
    'Not answered and no longer awaited',
    'The draft ended within the period, and no answer had come.',
  ],
  'opinions-unanswered': [
    'Not answered at the cut-off',
    'Asked and not answered by the end of the cut-off day.',
  ],
  'opinions-silent': ['Silent past the deadline', 'Not answered, and the deadline has passed.'],
  'opinions-waiting': ['Not yet due', 'Not answered, and the deadline has not passed.'],
  'opinions-median': [
    'Time to answer: median',
    'Working days from asking to answering within the period; the middle one.',
  ],
  'opinions-longest-silence': [
    'Silence past the deadline: longest',
    'Working days from the deadline to the cut-off.',
  ],
};
