import { fold } from '../text/fold.ts';
import type { Reorganisation, ReorganisationKind } from './reorganisation.ts';
import { isUnder, type UnitOn } from './units.ts';

/** Why a reorganisation cannot be: where in the act, and what to do. */
export interface UnitRefusal {
  path: string;
  message: string;
}

const goesOn = (act: Reorganisation, unitId: string) =>
  act.targets.some((target) => target.unitId === unitId);

/** Which units close, open, are renamed, and who follows whom. */
export function unitsAfter(act: Reorganisation) {
  const closing = act.sources.filter((source) => !goesOn(act, source));
  return {
    closing,
    opening: act.targets.flatMap(({ unitId }, target) => (unitId === undefined ? [target] : [])),
    renaming: act.targets.flatMap(({ unitId, name }, target) =>
      unitId !== undefined && name !== undefined ? [{ unitId, target }] : [],
    ),
    successors: closing.map((fromUnitId) => ({ fromUnitId, target: 0 })),
  };
}

/** What each kind of act asks of its units. */
const shapes: Record<ReorganisationKind, (act: Reorganisation) => string | null> = {
  merge: ({ sources, targets }) =>
    targets.length !== 1
      ? 'Sáp nhập có một đơn vị nhận.'
      : new Set([...sources, targets[0]?.unitId].filter(Boolean)).size < 2
        ? 'Chọn ít nhất hai đơn vị để sáp nhập.'
        : null,
  split: ({ sources, targets }) =>
    sources.length !== 1
      ? 'Chia tách một đơn vị.'
      : targets.length < 2
        ? 'Chia tách cần ít nhất hai đơn vị nhận.'
        : null,
  rename: ({ sources, targets }) =>
    sources.length === 1 &&
    targets.length === 1 &&
    targets[0]?.unitId === sources[0] &&
    targets[0]?.name !== undefined
      ? null
      : 'Đổi tên một đơn vị: nhập tên mới.',
  close: ({ sources, targets }) =>
    sources.length === 1 &&
    targets.length === 1 &&
    targets[0]?.unitId !== undefined &&
    targets[0].unitId !== sources[0]
      ? null
      : 'Giải thể một đơn vị: chọn đơn vị khác nhận việc còn lại.',
};

/**
 * Everything that speaks against the act, seen from the units alone.
 * @param units those that exist on the day of the act
 */
export function reorganisationRefusals(act: Reorganisation, units: readonly UnitOn[]): UnitRefusal[] {
  const refusals = [...daysRefused(act), ...sourcesRefused(act, units), ...targetsRefused(act, units)];
  const shape = shapes[act.kind](act);
  if (shape !== null) refusals.push({ path: 'targets', message: shape });
  return refusals;
}

const daysRefused = ({ effectiveOn, decision }: Reorganisation): UnitRefusal[] =>
  effectiveOn < decision.on
    ? [{ path: 'effectiveOn', message: 'Ngày có hiệu lực trước ngày ký quyết định. Kiểm tra lại hai ngày.' }]
    : [];

function sourcesRefused({ sources }: Reorganisation, units: readonly UnitOn[]): UnitRefusal[] {
  return sources.flatMap((source, at) => {
    const path = `sources.${at}`;
    const unit = units.find(({ id }) => id === source);
    if (sources.indexOf(source) !== at) return [{ path, message: 'Đơn vị này được chọn hai lần.' }];
    if (!unit)
      return [{ path, message: 'Ngày đó cơ quan không có đơn vị này. Chọn đơn vị khác hoặc ngày khác.' }];
    return unit.closedOn === null
      ? []
      : [{ path, message: `«${unit.name}» đã có ngày giải thể. Chọn đơn vị khác.` }];
  });
}

function targetsRefused(act: Reorganisation, units: readonly UnitOn[]): UnitRefusal[] {
  const { closing } = unitsAfter(act);
  const find = (id: string) => units.find((unit) => unit.id === id && unit.closedOn === null);
  return act.targets.flatMap((target, at): UnitRefusal[] => {
    const path = `targets.${at}`;
    if (target.unitId !== undefined) {
      if (!find(target.unitId))
        return [{ path, message: 'Ngày đó cơ quan không có đơn vị nhận này. Chọn lại.' }];
      if (act.targets.findIndex(({ unitId }) => unitId === target.unitId) !== at)
        return [{ path, message: 'Đơn vị nhận này được chọn hai lần.' }];
    } else if (target.name === undefined) return [{ path, message: 'Đặt tên cho đơn vị mới.' }];
    const { parentId } = target;
    if (parentId != null && (!find(parentId) || closing.some((id) => isUnder(units, parentId, id))))
      return [
        { path: `${path}.parentId`, message: 'Đơn vị trên không có hoặc sẽ giải thể. Chọn đơn vị khác.' },
      ];
    return nameRefused(act, at, units);
  });
}

function nameRefused(act: Reorganisation, at: number, units: readonly UnitOn[]): UnitRefusal[] {
  const target = act.targets[at];
  if (target?.name === undefined) return [];
  const name = fold(target.name);
  const { closing } = unitsAfter(act);
  const borne = units.some(
    (unit) => unit.id !== target.unitId && !closing.includes(unit.id) && fold(unit.name) === name,
  );
  const twice = act.targets.some((other, index) => index !== at && fold(other.name ?? '') === name);
  return borne || twice
    ? [{ path: `targets.${at}.name`, message: `Đã có đơn vị «${target.name}». Chọn tên khác.` }]
    : [];
}
