import { sayDay } from '../../../domain/deadlines/words.ts';
import { capitals } from '../document.ts';
import type { AssignmentSheet } from '../kinds/assignment.ts';
import { type Frame, sayDue, sayState, type TaskLine } from '../kinds/frame.ts';
import type { UrgingLetter } from '../kinds/urging-letter.ts';

/** What is put in a template's fields: texts, and rows of the loop. */
export type TemplateData = Record<string, string | Record<string, string>[]>;

const taskData = (task: TaskLine, at: number): Record<string, string> => ({
  tt: String(at + 1),
  noi_dung: task.words,
  van_ban: task.source === null ? '' : `(${task.source})`,
  don_vi: task.unit,
  phoi_hop: task.coordinating.join(', '),
  nguoi_thuc_hien: task.person ?? '',
  san_pham: task.product ?? '',
  thoi_han: sayDue(task),
  han_dau: task.firstDue === null ? '' : sayDay(task.firstDue),
  so_lan_gia_han: String(task.timesExtended),
  so_ngay_muon: String(task.daysLate),
  tinh_trang: sayState(task),
});

const common = (frame: Frame, tasks: readonly TaskLine[]): TemplateData => ({
  co_quan_cap_tren: capitals(frame.superior ?? ''),
  co_quan: capitals(frame.issuer),
  ky_hieu: frame.agencySign,
  dia_danh: frame.place,
  nam: frame.on.slice(0, 4),
  so_nhiem_vu: String(tasks.length),
  so_qua_han: String(tasks.filter(({ overdue }) => overdue).length),
  tinh_den_ngay: sayDay(frame.on),
  chuc_vu_ky: frame.signature.lines.join('\n'),
  nguoi_ky: frame.signature.name ?? '',
  nhiem_vu: tasks.map(taskData),
});

export const assignmentData = ({ frame, unit, person, tasks }: AssignmentSheet): TemplateData => ({
  ...common(frame, tasks),
  ten_don_vi: unit ?? 'các đơn vị',
  ten_nguoi: person ?? '',
});

export const urgingData = ({ frame, unit, answerBy, tasks }: UrgingLetter): TemplateData => ({
  ...common(frame, tasks),
  ten_don_vi: unit,
  tra_loi_truoc_ngay: sayDay(answerBy),
  muon_nhat: String(Math.max(0, ...tasks.map(({ daysLate }) => daysLate))),
});

/** What a report of a review says, its numbers and sections already in words. */
export interface ReportWords {
  frame: Frame;
  period: string;
  /** First day of the period, ISO. */
  from: string;
  /** Not signed yet, which the paper says. */
  draft: boolean;
  figures: { inHand: string; accepted: string; open: string; byFirst: string };
  words: { results: string; shortcomings: string; proposals: string };
  /** What was overdue at the cut-off. */
  tasks: readonly TaskLine[];
}

export const reviewData = ({
  frame,
  period,
  from,
  draft,
  figures,
  words,
  tasks,
}: ReportWords): TemplateData => ({
  ...common(frame, tasks),
  ky: period,
  tu_ngay: sayDay(from),
  du_thao: draft ? 'DỰ THẢO' : '',
  phai_thuc_hien: figures.inHand,
  hoan_thanh: figures.accepted,
  con_mo: figures.open,
  ty_le_dung_han: figures.byFirst,
  ket_qua: words.results,
  ton_tai: words.shortcomings,
  de_xuat: words.proposals,
});
