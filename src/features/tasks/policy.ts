import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { isAbout, type RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import type { TaskStanding } from '../../domain/tasks/standing.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import * as contract from './contract.ts';

/** A task, and whether the viewer carries it out themselves. */
export interface TaskFacts {
  standing: TaskStanding;
  /** Host, investigator or member: such a person decides nothing of it (conflict of interest). */
  involved: boolean;
}

/** Whoever carries a task out records and decides nothing of it for the agency (Luật Phòng, chống tham nhũng Đ23). */
export const impartial = (_: Viewer, { involved }: TaskFacts): Refusal | null =>
  involved
    ? notTheirs(
        'Anh/chị tham gia thực hiện nhiệm vụ này nên không xử lý nó thay cơ quan. Nhờ người khác trong đơn vị.',
      )
    : null;

/** As `impartial`, and the task is not over. */
const whileOpen = (viewer: Viewer, facts: TaskFacts): Refusal | null =>
  impartial(viewer, facts) ?? (facts.standing.ended ? notNow('Nhiệm vụ đã kết thúc.') : null);

export const portfolioPolicy = makePolicy<'begin', null>({ begin: { route: contract.beginTask } });

export const taskPolicy = makePolicy<
  'describe' | 'record' | 'decideRegime' | 'code' | 'uncode' | 'arrange',
  TaskFacts
>({
  describe: { route: contract.describeTask, refusal: impartial },
  record: { route: contract.recordStep, refusal: impartial },
  decideRegime: {
    route: contract.decideRegime,
    refusal: whileOpen,
  },
  code: { route: contract.codeTask, refusal: impartial },
  uncode: { route: contract.uncodeTask, refusal: impartial },
  arrange: {
    route: contract.arrangeContract,
    refusal: whileOpen,
  },
});

/** Putting right what was recorded. */
export const taskFactPolicy = makePolicy<
  'correct',
  TaskFacts & { fact: RecordedTaskFact; superseded: boolean }
>({
  correct: {
    route: contract.correctFact,
    refusal(viewer, facts) {
      if (facts.superseded) return notNow('Điều này đã được đính chính.');
      if (isAbout(facts.fact)) return notNow('Thông tin chung sửa bằng «Sửa thông tin».');
      return impartial(viewer, facts);
    },
  },
});

/** In which parts the viewer acts on a task: an officer records what came in and was done, deciding is for who has that right. */
export const rolesOf = ({ permissions }: Viewer): TaskRole[] => [
  ...(permissions.has('task.record') ? recorded : []),
  ...(permissions.has('task.decide') ? (['authority'] as const) : []),
];

/** The parts a person of the agency acts in, and the language they are answered in. */
export const actingAs = (viewer: Viewer) => ({ roles: rolesOf(viewer), language: viewer.language });

const recorded: readonly TaskRole[] = [
  'proposer',
  'ordering-agency',
  'task-unit',
  'subject-unit',
  'funding-unit',
  'council',
  'appraisal-team',
  'inspection-team',
  'experts',
  'host',
  'investigator',
];
