import { sayDay } from '../../../domain/deadlines/words.ts';
import { capitals } from '../document.ts';
import type { AssignmentSheet } from '../kinds/assignment.ts';
import {
  budgetRows,
  changeRows,
  contractBases,
  contractSignatures,
  contractWords,
  instalmentRows,
  type TaskContract,
} from '../kinds/contract-words.ts';
import { type Frame, sayDue, sayState, type TaskLine } from '../kinds/frame.ts';
import type { HandOverMinutes } from '../kinds/hand-over.ts';
import { type Invitation, type MeetingPlace, type Programme, sayWhen } from '../kinds/meeting.ts';
import { type ConclusionNotice, carriedTasks, sayAssigned, tasksByUnit } from '../kinds/notice.ts';
import type { UrgingLetter } from '../kinds/urging-letter.ts';
import { dateOf, numberOf } from '../setter.ts';

/** What is put in a template's fields: texts, and the rounds of its loops. */
export interface TemplateData {
  [name: string]: string | readonly TemplateData[];
}

/** Rounds of a loop that stands once, where there is something to say. */
const onlyIf = (holds: boolean): TemplateData[] => (holds ? [{}] : []);

const taskData = (task: TaskLine, at: number) => ({
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

const ofEvery = (
  frame: Pick<Frame, 'on' | 'superior' | 'issuer' | 'place' | 'date'>,
): Record<string, string> => ({
  co_quan_cap_tren: capitals(frame.superior ?? ''),
  co_quan: capitals(frame.issuer),
  dia_danh: frame.place,
  ngay_thang_nam: dateOf(frame),
  nam: frame.on.slice(0, 4),
});

const signers = ({ signature }: Pick<Frame, 'signature'>): Record<string, string> => ({
  chuc_vu_ky: signature.lines.join('\n'),
  nguoi_ky: signature.name ?? '',
});

const signed = (frame: Frame): Record<string, string> => ({
  ...ofEvery(frame),
  ...signers(frame),
  so: numberOf(frame),
  ky_hieu: frame.agencySign,
});

const ofTasks = (frame: Frame, tasks: readonly TaskLine[]): TemplateData => ({
  ...signed(frame),
  so_nhiem_vu: String(tasks.length),
  so_qua_han: String(tasks.filter(({ overdue }) => overdue).length),
  tinh_den_ngay: sayDay(frame.on),
  nhiem_vu: tasks.map(taskData),
});

export const assignmentData = ({ frame, unit, person, tasks }: AssignmentSheet): TemplateData => ({
  ...ofTasks(frame, tasks),
  ten_don_vi: unit ?? 'các đơn vị',
  ten_nguoi: person ?? '',
});

export const urgingData = ({ frame, unit, answerBy, tasks }: UrgingLetter): TemplateData => ({
  ...ofTasks(frame, tasks),
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
  ...ofTasks(frame, tasks),
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

const order = (at: number): string => String(at + 1);

/** A notice of conclusions; `draft` until it is issued. */
export function noticeData(notice: ConclusionNotice, draft: boolean): TemplateData {
  const { frame, chair, meeting, heldOn, assessment, tasks } = notice;
  const before = assessment.length > 0 ? 1 : 0;
  const carried = carriedTasks(notice);
  return {
    ...signed(frame),
    du_thao: draft ? 'DỰ THẢO' : '',
    hoi_nghi: meeting,
    chu_tri: chair,
    ngay_hop: sayDay(heldOn),
    so_nhiem_vu: String(tasks.length),
    co_danh_gia: onlyIf(assessment.length > 0),
    doan_danh_gia: assessment.map((danh_gia) => ({ danh_gia })),
    don_vi_chu_tri: tasksByUnit(tasks).map(([unit, own], at) => ({
      tt_don_vi: order(before + at),
      don_vi: unit,
      nhiem_vu: own.map((task, one) => ({
        tt: order(one),
        cau_giao: sayAssigned(task),
        noi_dung: task.words,
        phoi_hop: task.coordinating.join(', '),
        san_pham: task.product ?? '',
        thoi_han: task.deadline ?? '',
      })),
    })),
    viec_con_mo: carried.map((task, at) => {
      const { tt, noi_dung, don_vi, san_pham, han_dau, so_lan_gia_han, so_ngay_muon } = taskData(task, at);
      const thoi_han = task.due === null ? '' : sayDay(task.due);
      return { tt, noi_dung, don_vi, san_pham, thoi_han, han_dau, so_lan_gia_han, so_ngay_muon };
    }),
    khong_con_viec_mo: onlyIf(carried.length === 0),
  };
}

const meetingData = (at: MeetingPlace): Record<string, string> => ({
  hoi_nghi: at.meeting,
  thoi_gian: sayWhen(at),
  dia_diem: at.room,
});

export const invitationData = ({ frame, at, chair, invited, agenda, prepare }: Invitation): TemplateData => ({
  ...signed(frame),
  ...meetingData(at),
  chu_tri: chair,
  khach_moi: invited.map((dai_bieu, one) => ({ tt: order(one), dai_bieu })),
  co_noi_dung: onlyIf(agenda.length > 0),
  muc_hop: agenda.map((noi_dung, one) => ({ tt: order(one), noi_dung })),
  co_chuan_bi: onlyIf(prepare.length > 0),
  phai_chuan_bi: prepare.map((chuan_bi, one) => ({ tt: order(one), chuan_bi })),
});

export const programmeData = ({ frame, at, items }: Programme): TemplateData => ({
  ...signed(frame),
  ...meetingData(at),
  muc_hop: items.map(({ time, words, who }, one) => ({
    ...{ tt: order(one), gio: time, noi_dung: words, nguoi_trinh_bay: who },
  })),
});

export function handOverData({ frame, subject, opening, handed, parties }: HandOverMinutes): TemplateData {
  const sides = parties.map(([from, to]) => ({
    ...{ ben_giao: from.note ?? '', nguoi_giao: from.name ?? '' },
    ...{ ben_nhan: to.note ?? '', nguoi_nhan: to.name ?? '' },
  }));
  return {
    ...ofEvery(frame),
    ve_viec: subject,
    can_cu: opening,
    ban_giao: handed.map(({ line, rows }, at) => ({
      ...{ tt_ban_giao: order(at), cau_ban_giao: line },
      ...sides[at],
      nhiem_vu: rows.map((row, one) => ({
        tt: order(one),
        ...Object.fromEntries(handedFields.map((name, column) => [name, row[column] ?? ''])),
      })),
    })),
    ky_ten: sides,
  };
}

/** What the columns of a hand-over hold after the first, in their order. */
const handedFields = ['noi_dung', 'han_dau', 'thoi_han', 'tinh_trang', 'so_san_pham', 'nguoi_thuc_hien'];

const budgetFields = ['tt', 'khoan_muc', 'so_tien', 'cach_chi'];
const instalmentFields = ['dot', 'dieu_kien', 'khi_nao', 'so_tien', 'ty_le'];
const changedFields = ['tt', 'noi_dung', 'truoc', 'sau'];
const rounds = (rows: readonly (readonly string[])[], names: readonly string[]): TemplateData[] =>
  rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? ''])));

/** A contract, or an appendix to it, of which fewer terms are told. */
export function contractData(said: TaskContract): TemplateData {
  const { frame, appendix } = said;
  const [agency, host] = contractSignatures(said);
  const { so_phu_luc, ...words } = contractWords(said);
  const { muc_tieu, san_pham, tu_ngay, den_ngay, so_thang, ...rest } = words;
  const { kinh_phi, kinh_phi_nsnn, kinh_phi_khac, khoan, ...ofBoth } = rest;
  const both = {
    ...{ ...ofEvery(frame), ...signers({ signature: agency }), ...ofBoth },
    ...{ chuc_vu_ben_b: host.lines.join('\n'), nguoi_ky_ben_b: host.name ?? '' },
    can_cu: contractBases(said).map((cau) => ({ cau })),
  };
  if (appendix) return { ...both, so_phu_luc, dieu_chinh: rounds(changeRows(said), changedFields) };
  const rows = budgetRows(said.terms);
  const instalments = instalmentRows(said.terms);
  return {
    ...{
      ...both,
      muc_tieu,
      san_pham,
      tu_ngay,
      den_ngay,
      so_thang,
      kinh_phi,
      kinh_phi_nsnn,
      kinh_phi_khac,
      khoan,
    },
    dong_chi: rounds(rows, budgetFields),
    khong_co_dong_chi: onlyIf(rows.length === 0),
    dot_cap: rounds(instalments, instalmentFields),
    khong_co_dot_cap: onlyIf(instalments.length === 0),
  };
}
