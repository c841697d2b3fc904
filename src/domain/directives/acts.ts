import { notNow, notTheirs, type Refusal } from '../permissions/ability.ts';
import type { Role } from '../permissions/permission.ts';
import type { ActKind, InNameOf } from './facts.ts';
import { isOpen, type Standing } from './standing.ts';

/** Who acts: a person with posts at units, perhaps one who gives directives of the agency. */
export interface Doer {
  personId: string | null;
  /** Gives and accepts directives of the agency (lãnh đạo, văn phòng). */
  gives: boolean;
  /** Posts held that day. */
  posts: readonly { unitId: string; role: Role }[];
  /** The same person once more for each one acted for that day, with the posts lent. */
  actingFor?: readonly Stand[];
}

/** A person acting in the stead of another: by that one's posts, never on what they asked for themselves. */
export interface Stand extends Omit<Doer, 'actingFor'> {
  inNameOf: InNameOf;
  /** The unit it is limited to; null where it holds for all posts. */
  unitId: string | null;
}

/** What stands around a directive. */
export interface Around {
  /** The unit that gave it as a part of its own; null for what the agency gave. */
  giverUnitId: string | null;
  deadlineKind: Standing['deadline']['kind'];
}

const leading: readonly Role[] = ['director', 'office', 'head'];

const leads = (doer: Doer, unitId: string | null | undefined) =>
  unitId != null && doer.posts.some((post) => post.unitId === unitId && leading.includes(post.role));

const isGiver = (doer: Doer, around: Around) => doer.gives || leads(doer, around.giverUnitId);
const isLead = (doer: Doer, { lead }: Standing) => leads(doer, lead?.unitId);
/** Who has it in hand: the person, or the one acted for. */
const hasInHand = (doer: Doer | Stand, { assignee, lead }: Standing) => {
  if (!assignee) return false;
  if (!isStand(doer)) return assignee.personId === doer.personId;
  return assignee.personId === doer.inNameOf.personId && (doer.unitId ?? lead?.unitId) === lead?.unitId;
};
const isStand = (doer: Doer | Stand): doer is Stand => 'inNameOf' in doer;
const isMember = (doer: Doer, { lead }: Standing) =>
  lead?.unitId !== undefined &&
  doer.posts.some(
    ({ unitId, role }) => unitId === lead.unitId && role !== 'auditor' && role !== 'administrator',
  );
const helps = (doer: Doer, { coordinating }: Standing) =>
  coordinating.some(
    ({ unitId }) => unitId !== undefined && doer.posts.some((post) => post.unitId === unitId),
  );

type Who = (doer: Doer | Stand, standing: Standing, around: Around) => string | null;
type WhenPossible = (standing: Standing, around: Around) => string | null;

const giver: Who = (doer, _, around) =>
  isGiver(doer, around)
    ? null
    : 'Việc của người giao: lãnh đạo, văn phòng hoặc trưởng đơn vị đã giao phần việc này.';
const lead: Who = (doer, standing) => (isLead(doer, standing) ? null : 'Việc của trưởng đơn vị chủ trì.');
const leadOrInHand: Who = (doer, standing) =>
  isLead(doer, standing) || hasInHand(doer, standing)
    ? null
    : 'Việc của trưởng đơn vị chủ trì hoặc người được phân công.';
const ofTheUnit: Who = (doer, standing) =>
  isMember(doer, standing) || hasInHand(doer, standing) ? null : 'Việc của đơn vị chủ trì.';
const ofTheUnits: Who = (doer, standing, around) =>
  helps(doer, standing)
    ? null
    : ofTheUnit(doer, standing, around) && 'Việc của đơn vị chủ trì hoặc phối hợp.';
const giverOrLead: Who = (doer, standing, around) =>
  isGiver(doer, around) || isLead(doer, standing) ? null : 'Việc của người giao hoặc trưởng đơn vị chủ trì.';

const first =
  (...conditions: WhenPossible[]): WhenPossible =>
  (standing, around) => {
    for (const condition of conditions) {
      const reason = condition(standing, around);
      if (reason !== null) return reason;
    }
    return null;
  };

const open: WhenPossible = (standing) =>
  isOpen(standing) ? null : standing.phase === 'accepted' ? 'Nhiệm vụ đã nghiệm thu.' : 'Nhiệm vụ đã dừng.';
const notSuspended: WhenPossible = ({ suspendedOn }) =>
  suspendedOn ? 'Nhiệm vụ đang tạm hoãn; cho làm tiếp trước.' : null;
const withTheLead: WhenPossible = ({ phase }) => {
  if (phase === 'refused') return 'Đơn vị đã trả lại vì không đúng thẩm quyền; chờ giao lại.';
  return phase === 'submitted' ? 'Đã trình kết quả, đang chờ xác nhận.' : null;
};
const submitted: WhenPossible = ({ phase }) => (phase === 'submitted' ? null : 'Chưa trình kết quả.');
/** «Xong» only with what was asked for in hand. */
const producedWhatWasAsked: WhenPossible = ({ product, evidence }) =>
  product !== null && evidence.length === 0 ? `Chưa đính kèm sản phẩm: ${product}.` : null;
const hasDeadline: WhenPossible = ({ deadline }) =>
  deadline.kind === 'none' || deadline.kind === 'recurring' ? 'Nhiệm vụ không có hạn để gia hạn.' : null;
const relative: WhenPossible = (_, { deadlineKind }) =>
  deadlineKind === 'relative' ? null : 'Hạn không tính từ một sự kiện.';
const clockRuns: WhenPossible = ({ clock }) => {
  if (clock === null) return 'Chưa có sự kiện bắt đầu tính hạn.';
  const pause = clock.pauses.at(-1);
  return pause && pause.to === undefined ? 'Hạn đang tạm dừng tính.' : null;
};
const clockStands: WhenPossible = ({ clock }) => {
  const pause = clock?.pauses.at(-1);
  return pause && pause.to === undefined ? null : 'Hạn không tạm dừng.';
};

/** Every act, whose it is, and when it is possible: the one table the server decides by and screens show. */
const acts: Record<ActKind, { who: Who; when: WhenPossible }> = {
  received: {
    who: leadOrInHand,
    when: first(open, ({ phase }) => (phase === 'given' ? null : 'Nhiệm vụ đã được nhận.')),
  },
  refused: {
    who: lead,
    when: first(open, notSuspended, withTheLead, ({ percent }) =>
      percent > 0 ? 'Đã báo cáo tiến độ; trao đổi với người giao để chuyển đơn vị.' : null,
    ),
  },
  assigned: { who: giverOrLead, when: open },
  progressed: { who: ofTheUnit, when: first(open, notSuspended, withTheLead) },
  evidenced: { who: ofTheUnits, when: open },
  submitted: { who: leadOrInHand, when: first(open, notSuspended, withTheLead, producedWhatWasAsked) },
  returned: { who: giver, when: first(open, submitted) },
  accepted: { who: giver, when: first(open, submitted) },
  extensionAsked: {
    who: leadOrInHand,
    when: first(open, withTheLead, hasDeadline, ({ extensionAsked }) =>
      extensionAsked ? 'Đã xin gia hạn, đang chờ trả lời.' : null,
    ),
  },
  extended: { who: giver, when: first(open, hasDeadline) },
  extensionRefused: {
    who: giver,
    when: first(open, ({ extensionAsked }) =>
      extensionAsked ? null : 'Không có đề nghị gia hạn nào đang chờ.',
    ),
  },
  clockStarted: {
    who: giverOrLead,
    when: first(open, relative, ({ clock }) => (clock ? 'Hạn đã bắt đầu tính.' : null)),
  },
  clockPaused: { who: giver, when: first(open, relative, clockRuns) },
  clockResumed: { who: giver, when: first(open, relative, clockStands) },
  transferred: { who: giver, when: open },
  suspended: { who: giver, when: first(open, notSuspended) },
  workResumed: {
    who: giver,
    when: first(open, ({ suspendedOn }) => (suspendedOn ? null : 'Nhiệm vụ không tạm hoãn.')),
  },
  stopped: { who: giver, when: open },
};

/** Acts in the order a directive meets them. */
export const actKinds = Object.keys(acts) as ActKind[];

/** What one asked for oneself one does not answer in another's stead. */
function ownAsking(kind: ActKind, standing: Standing, doer: Doer | Stand): string | null {
  if (!isStand(doer) || doer.personId === null) return null;
  const asked =
    kind === 'accepted' || kind === 'returned'
      ? standing.submittedBy
      : kind === 'extended' || kind === 'extensionRefused'
        ? standing.extensionAskedBy
        : null;
  return asked === doer.personId
    ? 'Việc do chính anh/chị trình hoặc đề nghị: không tự xác nhận thay người khác.'
    : null;
}

/** By what right the person may: own posts first, then those of each person acted for. */
function rightTo<Answer extends { refusal: string | null }>(
  doer: Doer,
  ask: (doer: Doer | Stand) => Answer,
): Answer {
  const own = ask(doer);
  if (own.refusal === null) return own;
  const answers = (doer.actingFor ?? []).map(ask);
  return answers.find(({ refusal }) => refusal === null) ?? own;
}

const rightToAct = (kind: ActKind, standing: Standing, doer: Doer, around: Around) =>
  rightTo(doer, (one) => ({
    refusal: acts[kind].who(one, standing, around) ?? ownAsking(kind, standing, one),
    inNameOf: isStand(one) ? one.inNameOf : null,
  }));

const rightToPart = (standing: Standing, doer: Doer, around: Around) =>
  rightTo(doer, (one) => ({
    refusal: giverOrLead(one, standing, around),
    inNameOf: isStand(one) ? one.inNameOf : null,
  }));

/** Why the person may not do it now, or null where they may. */
export function refusalOf(kind: ActKind, standing: Standing, doer: Doer, around: Around): Refusal | null {
  const person = rightToAct(kind, standing, doer, around).refusal;
  if (person !== null) return notTheirs(person);
  const state = acts[kind].when(standing, around);
  return state === null ? null : notNow(state);
}

/** In whose stead the person does it, where the right comes only through that; null for one's own right. */
export const inNameOfFor = (kind: ActKind, standing: Standing, doer: Doer, around: Around): InNameOf | null =>
  rightToAct(kind, standing, doer, around).inNameOf;

/** The same for breaking off a part. */
export const partInNameOf = (standing: Standing, doer: Doer, around: Around): InNameOf | null =>
  rightToPart(standing, doer, around).inNameOf;

/** Whether the person may break the directive down into parts: whoever leads it, or gave it. */
export function partsRefusal(standing: Standing, doer: Doer, around: Around): Refusal | null {
  const person = rightToPart(standing, doer, around).refusal;
  if (person !== null) return notTheirs(person);
  const state = open(standing, around);
  return state === null ? null : notNow(state);
}

/** Who holds the ball: whoever leads, or whoever gave it. */
export const holderOf = ({ phase, extensionAsked }: Standing): 'lead' | 'giver' | null => {
  if (phase === 'accepted' || phase === 'stopped') return null;
  return phase === 'submitted' || phase === 'refused' || extensionAsked ? 'giver' : 'lead';
};
