import { notNow, notTheirs } from '../../domain/permissions/ability.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { makePolicy } from '../policy.ts';
import { answerRequest, askUnit } from './contract.ts';

/** Units in whose name somebody with these own posts asks and answers: not those of looking on only. */
export const spokenForBy = (posts: readonly { unitId: string; role: Role }[]): string[] => [
  ...new Set(
    posts.filter(({ role }) => role !== 'auditor' && role !== 'administrator').map(({ unitId }) => unitId),
  ),
];

/** A unit, and the units the viewer speaks for. */
interface Speaking {
  unitId: string;
  units: readonly string[];
}

/** Asking in the name of a unit. */
export const askingPolicy = makePolicy<'ask', Speaking>({
  ask: {
    route: askUnit,
    refusal: (_, { unitId, units }) =>
      units.includes(unitId)
        ? null
        : notTheirs('Chỉ hỏi được thay mặt đơn vị mình có chức vụ. Chọn đơn vị của mình.'),
  },
});

/** A question asked of a unit. */
export const requestPolicy = makePolicy<'answer', Speaking & { answered: boolean }>({
  answer: {
    route: answerRequest,
    refusal: (_, { unitId, units, answered }) =>
      answered
        ? notNow('Câu hỏi này đã được trả lời. Tải lại để xem câu trả lời.')
        : units.includes(unitId)
          ? null
          : notTheirs('Chỉ người có chức vụ ở đơn vị được hỏi mới trả lời được.'),
  },
});
