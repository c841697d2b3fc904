import { words } from '../i18n/language.ts';

/** Words of the contract of a task and its versions. */
export const contractWords = words(
  {
    title: 'Hợp đồng',
    draft: 'Dự thảo hợp đồng',
    draftHint: 'Lập từ hồ sơ đã có; điều hồ sơ chưa có nằm trong ngoặc vuông để điền.',
    signed: 'Hợp đồng ban đầu',
    appendix: (no: number) => `Phụ lục ${String(no).padStart(2, '0')}`,
    own: 'tổ chức chủ trì tự quyết định và thông báo',
    decision: (sign: string, day: string) => `theo ${sign} ngày ${day}`,
    noDecision: 'chưa ghi văn bản căn cứ',
    latest: 'bản mới nhất',
    lapsed: (day: string) => `bị phản đối ngày ${day}, không còn hiệu lực`,
    lacks: (what: string) => `Hồ sơ chưa có: ${what}. Trong văn bản những chỗ ấy để trong ngoặc vuông.`,
  },
  {
    title: 'Contract',
    draft: 'Draft of the contract',
    draftHint: 'Made from the file; what the file lacks stands in square brackets, to be filled in.',
    signed: 'The contract as first signed',
    appendix: (no) => `Appendix ${String(no).padStart(2, '0')}`,
    own: 'decided and told by the host itself',
    decision: (sign, day) => `by ${sign} of ${day}`,
    noDecision: 'no document on record',
    latest: 'latest',
    lapsed: (day) => `objected to on ${day}, no longer in force`,
    lacks: (what) => `Not on file: ${what}. In the paper these places stand in square brackets.`,
  },
);
