import type { Placed } from './counted.ts';
import { inShare, inState } from './directive-holds.ts';
import type { Definition } from './directive-ids.ts';
import type { Reading } from './figure.ts';

function daysOverdue({ directive: { due } }: Placed, { daysLate, cutOff }: Reading): number {
  return due === null ? 0 : daysLate(due, cutOff);
}

/** By how much, and how often moved. */
export const late: Definition[] = [
  {
    id: 'median-late',
    name: 'Việc xong muộn: trung vị số ngày muộn',
    counts: 'Số ngày làm việc từ hạn đầu đến ngày trình của việc xong muộn; số đứng giữa.',
    unit: 'working-days',
    holds: inShare('done-after-first'),
    measure: {
      as: 'median',
      of: ({ directive: { firstDue, closedOn } }, { daysLate }) =>
        firstDue !== null && closedOn !== null ? daysLate(firstDue, closedOn) : 0,
    },
    better: 'fewer',
  },
  {
    id: 'median-overdue',
    name: 'Việc quá hạn: trung vị số ngày quá hạn',
    counts: 'Số ngày làm việc từ hạn hiện có đến ngày chốt của việc quá hạn; số đứng giữa.',
    unit: 'working-days',
    holds: inState('overdue'),
    measure: { as: 'median', of: daysOverdue },
    better: 'fewer',
  },
  {
    id: 'longest-overdue',
    name: 'Việc quá hạn: số ngày lâu nhất',
    counts: 'Số ngày làm việc quá hạn của việc quá hạn lâu nhất.',
    unit: 'working-days',
    holds: inState('overdue'),
    measure: { as: 'max', of: daysOverdue },
    better: 'fewer',
  },
  {
    id: 'extended',
    name: 'Đã được gia hạn',
    counts: 'Trong số phải thực hiện trong kỳ, việc đã được gia hạn ít nhất một lần tính đến ngày chốt.',
    unit: 'directives',
    holds: ({ inHand, directive }) => inHand && directive.timesExtended > 0,
    better: 'fewer',
  },
  {
    id: 'times-extended',
    name: 'Tổng số lần gia hạn',
    counts: 'Số lần gia hạn tính đến ngày chốt của các việc ấy, kể cả trước kỳ.',
    unit: 'times',
    holds: ({ inHand, directive }) => inHand && directive.timesExtended > 0,
    measure: { as: 'sum', of: ({ directive }) => directive.timesExtended },
    better: 'fewer',
  },
  {
    id: 'most-extended',
    name: 'Gia hạn nhiều nhất',
    counts: 'Số lần gia hạn của việc được gia hạn nhiều lần nhất.',
    unit: 'times',
    holds: ({ inHand, directive }) => inHand && directive.timesExtended > 0,
    measure: { as: 'max', of: ({ directive }) => directive.timesExtended },
    better: 'fewer',
  },
  {
    id: 'returned',
    name: 'Bị trả lại để làm tiếp',
    counts: 'Trong số phải thực hiện trong kỳ, việc bị trả lại ít nhất một lần tính đến ngày chốt.',
    unit: 'directives',
    holds: ({ inHand, directive }) => inHand && directive.timesReturned > 0,
    better: 'fewer',
  },
  {
    id: 'times-returned',
    name: 'Tổng số lần trả lại',
    counts: 'Số lần trả lại tính đến ngày chốt của các việc ấy, kể cả trước kỳ.',
    unit: 'times',
    holds: ({ inHand, directive }) => inHand && directive.timesReturned > 0,
    measure: { as: 'sum', of: ({ directive }) => directive.timesReturned },
    better: 'fewer',
  },
];
