import type { Role } from '../permissions/permission.ts';
import type { Placement, Reorganisation } from './reorganisation.ts';
import { reorganisationRefusals, type UnitRefusal, unitsAfter } from './reorganise-units.ts';
import type { UnitOn } from './units.ts';

/** An open directive that names one of the units. Days are ISO. */
export interface OpenDirective {
  id: string;
  leadUnitId: string | null;
  coordinatingUnitIds: readonly string[];
  waitingUnitId: string | null;
  assigneeId: string | null;
  leadSince: string;
  lastOn: string;
}

/** A post held on the day or later. */
export interface OpenPost {
  id: string;
  personId: string;
  unitId: string;
  role: Role;
  title: string | null;
  from: string;
}

/** A question between units without its answer yet. */
export interface OpenRequest {
  id: string;
  fromUnitId: string;
  toUnitId: string;
  askedOn: string;
}

/** How things stand on the day, before the act. */
export interface Before {
  /** Units that exist on the day. */
  units: readonly UnitOn[];
  directives: readonly OpenDirective[];
  posts: readonly OpenPost[];
  requests: readonly OpenRequest[];
}

/** Where a record of a source goes; `target` is a place in `targets`. It stays where that is its own unit. */
interface Placed {
  id: string;
  fromUnitId: string;
  target: number;
  stays: boolean;
  /** The day the move counts from: that of the act, or later where the record is younger. */
  on: string;
}

export interface PlacedDirective extends Placed {
  /** Whoever has it in hand has a post where it goes. */
  assigneeMoves: boolean;
}

export interface PlacedPost extends Omit<Placed, 'target'> {
  /** Null: the post ends. */
  target: number | null;
  role: Role;
  title: string | null;
  /** The unit has a head already, so this one would be a second. */
  secondHead: boolean;
}

export interface PlacedRequest extends Placed {
  side: 'asks' | 'answers';
}

/** What the act does to units, and where everything open goes. */
export interface ReorganisationPlan {
  /** Units that are no more from the day on. */
  closing: string[];
  /** New units, by their place in `targets`. */
  opening: number[];
  /** Units that bear another name from the day on. */
  renaming: { unitId: string; target: number }[];
  /** The unit each source's name and work mean from then on. */
  successors: { fromUnitId: string; target: number }[];
  directives: PlacedDirective[];
  /** Directives in which a source helps or is waited for: its successor stands there instead. */
  successions: { id: string; fromUnitId: string; target: number; on: string }[];
  posts: PlacedPost[];
  requests: PlacedRequest[];
  /** Units beneath a closing one, and the unit they stand under afterwards; null directly under the agency. */
  units: (Omit<Placed, 'target'> & { target: number | null; parentId: string | null })[];
}

const later = (a: string, b: string) => (a > b ? a : b);

/** Looks up where a person wished a record to go, and keeps account of wishes that named nothing. */
class Wishes {
  readonly #wishes: ReadonlyMap<string, Placement>;
  readonly #met = new Set<string>();

  constructor(placements: readonly Placement[]) {
    this.#wishes = new Map(placements.map((one) => [`${one.record} ${one.id}`, one]));
  }
  of(record: Placement['record'], id: string): Placement | undefined {
    const key = `${record} ${id}`;
    this.#met.add(key);
    return this.#wishes.get(key);
  }
  get unmet(): number {
    return [...this.#wishes.keys()].filter((key) => !this.#met.has(key)).length;
  }
}

/**
 * Plans a reorganisation: which units close, open and are renamed, and where each open record goes, by default to the
 * successor of its unit. Refused, with every reason, where the days are out of order, a unit is unknown, or something
 * of a unit that closes would be left without a place.
 */
export function planReorganisation(
  act: Reorganisation,
  before: Before,
): { plan: ReorganisationPlan } | { refusals: UnitRefusal[] } {
  const refusals = reorganisationRefusals(act, before.units);
  if (refusals.length > 0) return { refusals };
  const after = unitsAfter(act);
  const wishes = new Wishes(act.placements);
  const posts = placePosts(act, before, wishes);
  const plan: ReorganisationPlan = {
    ...after,
    posts,
    directives: placeDirectives(act, before, wishes, posts),
    successions: successionsOf(act, before),
    requests: placeRequests(act, before, wishes),
    units: placeUnits(act, before, wishes),
  };
  const unplaced = unplacedOf(act, wishes);
  return unplaced.length > 0 ? { refusals: unplaced } : { plan };
}

/** The target a source's records go to unless told: the unit itself where it goes on, else the first. */
function defaultTarget(act: Reorganisation, unitId: string): number {
  const own = act.targets.findIndex((target) => target.unitId === unitId);
  return own >= 0 ? own : 0;
}

const isSource = (act: Reorganisation, unitId: string | null): unitId is string =>
  unitId !== null && act.sources.includes(unitId);

function place(act: Reorganisation, unitId: string, wish: Placement | undefined, since: string) {
  const target = wish?.target ?? defaultTarget(act, unitId);
  const stays = act.targets[target]?.unitId === unitId;
  return { fromUnitId: unitId, target, stays, on: later(act.effectiveOn, since) };
}

function placePosts(act: Reorganisation, before: Before, wishes: Wishes): PlacedPost[] {
  const headed = new Set(
    before.posts
      .filter(({ unitId, role }) => role === 'head' && !isSource(act, unitId))
      .map(({ unitId }) => act.targets.findIndex((target) => target.unitId === unitId)),
  );
  const inOrder = act.sources.flatMap((source) => before.posts.filter(({ unitId }) => unitId === source));
  // A unit that goes on keeps its head before those who join it.
  const stayers = inOrder.filter(({ unitId }) => act.targets.some((target) => target.unitId === unitId));
  return [...new Set([...stayers, ...inOrder])].map((post) => {
    const wish = wishes.of('post', post.id);
    const placed = place(act, post.unitId, wish, post.from);
    const target = wish?.target === null ? null : placed.target;
    const secondHead = post.role === 'head' && target !== null && headed.has(target);
    if (post.role === 'head' && target !== null && wish?.role === undefined) headed.add(target);
    const role = wish?.role ?? (secondHead && !placed.stays ? 'officer' : post.role);
    return {
      ...placed,
      id: post.id,
      target,
      stays: placed.stays && target !== null && role === post.role,
      role,
      title: role === post.role ? post.title : null,
      secondHead,
    };
  });
}

function placeDirectives(
  act: Reorganisation,
  before: Before,
  wishes: Wishes,
  posts: readonly PlacedPost[],
): PlacedDirective[] {
  const heldAt = (personId: string, target: number) => {
    const unitId = act.targets[target]?.unitId;
    const movedTo = posts.some(
      (post) =>
        post.target === target && before.posts.find(({ id }) => id === post.id)?.personId === personId,
    );
    return movedTo || before.posts.some((post) => post.personId === personId && post.unitId === unitId);
  };
  return before.directives.flatMap((directive) => {
    if (!isSource(act, directive.leadUnitId)) return [];
    const wish = wishes.of('directive', directive.id);
    const placed = place(act, directive.leadUnitId, wish, directive.leadSince);
    const { assigneeId } = directive;
    const assigneeMoves = assigneeId === null || heldAt(assigneeId, placed.target);
    // Whoever was charged after the day of the act is discharged no earlier than that.
    const on = assigneeMoves ? placed.on : later(placed.on, directive.lastOn);
    return [{ ...placed, id: directive.id, assigneeMoves, on }];
  });
}

function successionsOf(act: Reorganisation, before: Before): ReorganisationPlan['successions'] {
  return before.directives.flatMap((directive) =>
    [...new Set([...directive.coordinatingUnitIds, directive.waitingUnitId])].flatMap((unitId) => {
      if (!isSource(act, unitId)) return [];
      const { target, stays } = place(act, unitId, undefined, act.effectiveOn);
      const on = later(act.effectiveOn, directive.lastOn);
      return stays ? [] : [{ id: directive.id, fromUnitId: unitId, target, on }];
    }),
  );
}

function placeRequests(act: Reorganisation, before: Before, wishes: Wishes): PlacedRequest[] {
  return before.requests.flatMap((request) =>
    (['asks', 'answers'] as const).flatMap((side) => {
      const unitId = side === 'asks' ? request.fromUnitId : request.toUnitId;
      if (!isSource(act, unitId)) return [];
      const placed = place(act, unitId, wishes.of('request', request.id), request.askedOn);
      return [{ ...placed, id: request.id, side }];
    }),
  );
}

function placeUnits(act: Reorganisation, before: Before, wishes: Wishes): ReorganisationPlan['units'] {
  const { closing } = unitsAfter(act);
  return before.units.flatMap((unit) => {
    if (unit.parentId === null || !closing.includes(unit.parentId) || closing.includes(unit.id)) return [];
    const placed = place(act, unit.parentId, wishes.of('unit', unit.id), unit.openedOn);
    const itself = act.targets[placed.target]?.unitId === unit.id;
    const above = before.units.find(({ id }) => id === unit.parentId)?.parentId ?? null;
    const parentId = itself
      ? above !== null && closing.includes(above)
        ? null
        : above
      : (act.targets[placed.target]?.unitId ?? null);
    return [{ ...placed, id: unit.id, target: itself ? null : placed.target, parentId, stays: false }];
  });
}

/** Something of a unit that closes without a place, or a wish about what is no longer open. */
function unplacedOf(act: Reorganisation, wishes: Wishes): UnitRefusal[] {
  const refusals: UnitRefusal[] = act.placements.flatMap(({ record, target }, at) => {
    const path = `placements.${at}.target`;
    if (target === null && record !== 'post')
      return [
        { path, message: 'Còn việc chưa có nơi nhận. Chọn đơn vị nhận cho từng việc trong danh sách.' },
      ];
    return target !== null && target >= act.targets.length
      ? [{ path, message: 'Đơn vị nhận không có trong quyết định này. Chọn lại.' }]
      : [];
  });
  if (wishes.unmet > 0)
    refusals.push({
      path: 'placements',
      message: `${wishes.unmet} việc trong danh sách đã thay đổi từ lúc xem. Xem lại danh sách rồi thực hiện.`,
    });
  return refusals;
}
