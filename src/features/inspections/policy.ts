import type { InspectionStanding } from '../../domain/inspections/standing.ts';
import { notNow } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import * as contract from './contract.ts';

export const inspectionsPolicy = makePolicy<'open', null>({ open: { route: contract.planInspection } });

const unlessDropped = (_: unknown, { dropped }: InspectionStanding) =>
  dropped ? notNow('Đợt kiểm tra này đã bỏ khỏi kế hoạch.') : null;

/** Findings that are neither given nor spared. */
export const openFindings = ({ visits }: InspectionStanding) =>
  [...visits.values()]
    .flatMap(({ findings }) => findings)
    .filter(({ directiveId, spared }) => directiveId === null && spared === null);

export const inspectionPolicy = makePolicy<'amend' | 'minute' | 'give' | 'drop', InspectionStanding>({
  amend: { route: contract.amendInspection, refusal: unlessDropped },
  minute: {
    route: contract.minuteInspection,
    refusal: (viewer, round) =>
      unlessDropped(viewer, round) ??
      (round.plan.taskIds.every((id) => round.visits.has(id))
        ? notNow('Mọi nhiệm vụ của đợt đã có biên bản. Ghi sai thì đính chính ở trang nhiệm vụ.')
        : null),
  },
  give: {
    route: contract.giveFindings,
    refusal: (_, round) =>
      openFindings(round).length === 0 ? notNow('Không còn kiến nghị nào chờ giao.') : null,
  },
  drop: {
    route: contract.dropInspection,
    refusal: (viewer, round) =>
      unlessDropped(viewer, round) ??
      (round.visits.size > 0
        ? notNow('Đợt này đã kiểm tra; sửa kế hoạch để bớt nhiệm vụ chưa kiểm tra.')
        : null),
  },
});
