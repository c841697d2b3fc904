import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Party } from '../documents/reading.ts';

const Line = z.string().trim().max(300, 'Dài quá 300 ký tự. Rút gọn lại.');
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Ghi giờ dạng 08:00');

/** When, where and under whom a conference is held. */
export const ConferencePlan = z.object({
  /** «Hội nghị sơ kết công tác 9 tháng đầu năm 2026». */
  name: Line.min(3, 'Nhập tên hội nghị'),
  day: Day,
  start: Clock,
  end: Clock.nullable(),
  place: Line.min(2, 'Nhập địa điểm'),
  chair: Line.min(2, 'Nhập người chủ trì'),
  /** «Giám đốc Sở»: how the notice names who concludes. */
  chairTitle: Line.min(2, 'Nhập chức vụ người chủ trì'),
  secretary: Line.nullable(),
  /** The review it belongs to; null where it stands alone. */
  reviewId: z.uuid().nullable(),
});
export type ConferencePlan = z.infer<typeof ConferencePlan>;

export const AgendaItem = z.object({
  title: Line.min(2, 'Nhập nội dung'),
  presenter: Line,
  /** How long it is planned to take. */
  minutes: z.int().min(1, 'Số phút từ 1 đến 600').max(600, 'Số phút từ 1 đến 600'),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Who is invited: a unit, a person of the agency, or a guest by name. */
export const Invitee = z.object({
  id: z.uuid(),
  kind: z.enum(['unit', 'person', 'guest']),
  name: Line.min(2, 'Nhập tên'),
  /** The unit or person of the agency; null for a guest. */
  recordId: z.uuid().nullable(),
});
export type Invitee = z.infer<typeof Invitee>;

/** What the office prepares, part by part: each part is saved whole and has a version of its own. */
export const ConferencePart = z.discriminatedUnion('part', [
  z.object({ part: z.literal('plan'), plan: ConferencePlan }),
  z.object({ part: z.literal('agenda'), items: z.array(AgendaItem).max(100) }),
  z.object({ part: z.literal('invitees'), invitees: z.array(Invitee).max(500) }),
  /** Null gives the assessment back to its draft from figures. */
  z.object({
    part: z.literal('assessment'),
    words: z.string().trim().max(20_000, 'Dài quá 20.000 ký tự. Rút gọn rồi lưu lại.').nullable(),
  }),
  /** Open directives that the notice reminds of; null for all that are overdue on the day. */
  z.object({ part: z.literal('carried'), directiveIds: z.array(z.uuid()).max(500).nullable() }),
]);
export type ConferencePart = z.infer<typeof ConferencePart>;
export const PartName = z.enum(['plan', 'agenda', 'invitees', 'assessment', 'carried']);
export type PartName = z.infer<typeof PartName>;

/** Whether somebody invited came, sent nobody, or was stood in for. */
export const Presence = z.enum(['present', 'absent', 'in-stead']);
export type Presence = z.infer<typeof Presence>;

/** What a unit says at a conference: kiến nghị and đề xuất are owed an answer, an ý kiến is noted. */
export const ProposalForm = z.enum(['petition', 'proposal', 'remark']);
export type ProposalForm = z.infer<typeof ProposalForm>;

/** A conclusion as it is typed: already a directive, its deadline as people say it. */
export const ConclusionLine = z.object({
  words: z.string().trim().max(5000, 'Dài quá 5.000 ký tự. Tách thành nhiều dòng.'),
  lead: Party.pick({ unitId: true, name: true }).required().nullable(),
  coordinating: z.array(Party.pick({ unitId: true, name: true }).required()).max(60),
  product: Line.nullable(),
  /** «trước 15/12», «trong quý I», «hằng tháng», «thường xuyên»; empty where none is said. */
  term: z.string().trim().max(200, 'Dài quá 200 ký tự. Chỉ ghi thời hạn.'),
  /** The proposal it answers. */
  answers: z.uuid().nullable(),
});
export type ConclusionLine = z.infer<typeof ConclusionLine>;

/** Dời ngày, hoãn (chưa định ngày), huỷ. */
export const CallOffForm = z.enum(['moved', 'postponed', 'cancelled']);
export type CallOffForm = z.infer<typeof CallOffForm>;

/** When a conference begins. */
export const Beginning = ConferencePlan.pick({ day: true, start: true });
export type Beginning = z.infer<typeof Beginning>;

/** What happened to a conference. Nothing is ever changed: a later fact says more. */
export type ConferenceFactBody =
  | ({ kind: 'prepared' } & ConferencePart)
  /** @property stead who came in the place of who was invited */
  | { kind: 'attended'; inviteeId: string; presence: Presence; stead: string | null }
  | {
      kind: 'proposed';
      proposalId: string;
      unit: { unitId: string; name: string };
      form: ProposalForm;
      words: string;
    }
  | { kind: 'owed'; proposalId: string; by: { unitId: string; name: string }; due: string }
  | { kind: 'answered'; proposalId: string; words: string }
  /** Null takes the line out. */
  | { kind: 'line'; lineId: string; line: ConclusionLine | null }
  | {
      kind: 'issued';
      documentId: string;
      number: string;
      sha256: string;
      /** What did not hold and was accepted, for the reason given. */
      findings: readonly string[];
      reason: string | null;
      directives: readonly { lineId: string; directiveId: string }[];
    }
  /** `to`: where it was moved. */
  | { kind: 'calledOff'; form: CallOffForm; to: Beginning | null; reason: string }
  | { kind: 'amended'; words: string; document: string | null };

export interface ConferenceFact {
  id: string;
  happenedOn: string;
  /** Instant, ISO. */
  recordedAt: string;
  by: string;
  body: ConferenceFactBody;
}
