import * as guard from '../guards.ts';
import type { Step } from '../step.ts';

interface Where {
  no: string;
  basis: string;
  /** Forms of the request and of the answer. */
  takes?: readonly string[];
  gives?: readonly string[];
}

/** Asking for a change. */
export const changeAsked = ({ no, basis, takes }: Where): Step => ({
  kind: 'changeAsked',
  no,
  name: 'Đề nghị điều chỉnh',
  who: ['host'],
  ...(takes && { takes }),
  after: 'contracted',
  optional: true,
  repeats: true,
  guards: [guard.changeMayBeAsked],
  basis,
});

/** The answer, counted from what the law of the line says. */
export const changed = (
  { no, basis, gives }: Where,
  from: Required<Step>['clocks'][number]['from'],
): Step => ({
  kind: 'changed',
  no: `${no}a`,
  name: 'Quyết định điều chỉnh',
  who: ['authority'],
  ...(gives && { gives }),
  after: 'changeAsked',
  repeats: true,
  clocks: [{ topic: 'task.changes.decision', from }],
  guards: [guard.changeWaits],
  basis,
});

export const changeRefused = ({ no, basis }: Where): Step => ({
  kind: 'changeRefused',
  no: `${no}b`,
  name: 'Không đồng ý điều chỉnh',
  who: ['authority'],
  after: 'changeAsked',
  optional: true,
  repeats: true,
  guards: [guard.changeWaits],
  basis,
});

/** What the host decides itself within its khoán, and tells. */
export const changeNotified = ({ no, basis }: Where, unsure?: string): Step => ({
  kind: 'changeNotified',
  no: `${no}c`,
  name: 'Tổ chức chủ trì tự điều chỉnh trong phần khoán và thông báo',
  who: ['host'],
  after: 'contracted',
  optional: true,
  repeats: true,
  guards: [guard.hostMayDecide],
  basis,
  ...(unsure !== undefined && { unsure }),
});

/** A dispute of whether the contract goes on, taken back. */
export const resumed = ({ no, basis }: Where): Step => ({
  kind: 'resumed',
  no,
  name: 'Cho tiếp tục thực hiện',
  who: ['authority'],
  after: 'terminationAsked',
  optional: true,
  undoes: ['terminationAsked', 'suspended', 'stopReported', 'resumed'],
  basis,
  unsure: 'Văn bản đọc được không nêu trường hợp không chấm dứt sau khi đề nghị.',
});
