import { typeWords } from '../../domain/tasks/about.ts';
import { phaseWords, taskStateWords } from '../../domain/tasks/filter.ts';
import { changesInEnglish, phasesInEnglish, rolesInEnglish } from '../../domain/tasks/lifecycle/english.ts';
import { khoanWords, levelWords, regimeWords } from '../../domain/tasks/rules/vocabulary.ts';
import { asHeading } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

const upper = <W extends Record<string, string>>(all: W) =>
  Object.fromEntries(Object.entries(all).map(([key, text]) => [key, asHeading(text)])) as {
    [Key in keyof W]: string;
  };

/** What the field calls things, for choosing and showing. */
export const taskVocabulary = words(
  {
    state: upper(taskStateWords),
    level: upper(levelWords),
    type: upper(typeWords),
    regime: regimeWords as Record<keyof typeof regimeWords, string>,
    regimeShort: {
      A: 'Luật 2013',
      'B-science': 'Luật 2025, KH&CN',
      'B-innovation': 'Luật 2025, ĐMST',
    },
    khoan: upper(khoanWords),
    phase: phaseWords,
    role: {
      proposer: 'tổ chức, cá nhân đề xuất',
      'ordering-agency': 'cơ quan đề xuất đặt hàng',
      authority: 'người có thẩm quyền phê duyệt',
      'task-unit': 'đơn vị quản lý nhiệm vụ',
      'subject-unit': 'đơn vị quản lý chuyên môn',
      'funding-unit': 'đơn vị quản lý kinh phí',
      council: 'hội đồng',
      'appraisal-team': 'tổ thẩm định kinh phí',
      'inspection-team': 'đoàn kiểm tra',
      experts: 'chuyên gia tư vấn',
      host: 'tổ chức chủ trì',
      investigator: 'chủ nhiệm nhiệm vụ',
    },
    side: { own: 'cơ quan mình', others: 'nơi khác', both: 'cả hai bên' },
    sort: {
      due: 'Hạn gần nhất',
      newest: 'Mới nhất',
      ends: 'Sắp hết hợp đồng',
      title: 'Tên',
      money: 'Kinh phí',
    },
    member: { secretary: 'Thư ký khoa học', main: 'Thành viên chính', member: 'Thành viên' },
    change: {
      extension: 'Gia hạn thời gian thực hiện',
      shortening: 'Rút ngắn thời gian thực hiện',
      content: 'Điều chỉnh nội dung',
      'budget-move': 'Chuyển kinh phí giữa các khoản mục',
      investigator: 'Thay chủ nhiệm nhiệm vụ',
      host: 'Thay tổ chức chủ trì',
      equipment: 'Điều chỉnh mua sắm thiết bị',
      'name-aim-product': 'Điều chỉnh tên, mục tiêu, sản phẩm',
    },
    changeState: {
      asked: 'Đang chờ quyết định',
      changed: 'Đã quyết định',
      refused: 'Không chấp thuận',
      notified: 'Tổ chức chủ trì tự quyết định',
      objected: 'Cơ quan không đồng ý',
    },
    rating: { excellent: 'Xuất sắc', achieved: 'Đạt', 'not-achieved': 'Không đạt' },
    confidence: { text: 'đúng câu chữ', secondary: 'nguồn thứ cấp', setting: 'cài đặt, chưa chắc' },
  },
  {
    state: {
      proposed: 'Proposed, in selection',
      running: 'Running',
      ending: 'Acceptance and after',
      ended: 'Over',
    },
    level: { national: 'National', ministry: 'Ministry', province: 'Province', institution: 'Institution' },
    type: {
      topic: 'Research topic',
      'trial-production': 'Trial production project',
      scheme: 'Scientific scheme',
      project: 'S&T project',
      regular: 'Regular task by function',
      innovation: 'Innovation task',
      other: 'Other task',
    },
    regime: {
      A: 'S&T Law 29/2013/QH13',
      B: 'Law 93/2025/QH15',
      'B-science': 'Law 93/2025/QH15, S&T tasks',
      'B-innovation': 'Law 93/2025/QH15, innovation tasks',
    },
    regimeShort: {
      A: 'Law of 2013',
      'B-science': 'Law of 2025, S&T',
      'B-innovation': 'Law of 2025, innovation',
    },
    khoan: { 'final-product': 'Lump sum to the final product', 'by-part': 'Lump sum in part' },
    phase: phasesInEnglish,
    role: rolesInEnglish,
    side: { own: 'our agency', others: 'others', both: 'both sides' },
    sort: {
      due: 'Earliest due',
      newest: 'Newest',
      ends: 'Contract ends first',
      title: 'Title',
      money: 'Money',
    },
    member: { secretary: 'Scientific secretary', main: 'Main member', member: 'Member' },
    change: changesInEnglish,
    changeState: {
      asked: 'Awaits a decision',
      changed: 'Decided',
      refused: 'Refused',
      notified: 'Decided by the host',
      objected: 'Objected to by the agency',
    },
    rating: { excellent: 'Excellent', achieved: 'Achieved', 'not-achieved': 'Not achieved' },
    confidence: { text: 'as the text says', secondary: 'secondary source', setting: 'setting, uncertain' },
  },
);
