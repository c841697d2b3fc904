import { words } from '../i18n/language.ts';

export const paperWords = words(
  {
    papers: 'Văn bản',
    title: 'Lập văn bản từ sổ nhiệm vụ',
    hint: 'Trình bày theo Nghị định 30/2020/NĐ-CP. Bản Word sửa được trước khi ký; số và ngày do văn thư ghi.',
    sheet: 'Phiếu giao việc',
    sheetHint: 'Các nhiệm vụ theo bộ lọc đang xem. Muốn phiếu của một đơn vị hay một người thì lọc trước.',
    sheetOf: (n: string) => `${n} nhiệm vụ theo bộ lọc đang xem`,
    letter: 'Công văn đôn đốc',
    letterHint: 'Nêu mọi nhiệm vụ quá hạn mà đơn vị chủ trì tính đến hôm nay.',
    unit: 'Đơn vị',
    chooseUnit: 'Chọn đơn vị',
    answerBy: 'Trả lời trước ngày',
    answerByHint: 'Để trống: sau 5 ngày làm việc.',
    saved: (name: string) => `Đã lưu «${name}».`,
  },
  {
    papers: 'Papers',
    title: 'Write a paper from the register',
    hint: 'Laid out by Decree 30/2020/NĐ-CP. The Word file can be changed before it is signed; number and day are the clerk’s.',
    sheet: 'Assignment sheet',
    sheetHint: 'The directives under the present filter. For a sheet of one unit or person filter first.',
    sheetOf: (n: string) => `${n} directives under the present filter`,
    letter: 'Letter urging a unit on',
    letterHint: 'Names every overdue directive that the unit leads, as of today.',
    unit: 'Unit',
    chooseUnit: 'Choose a unit',
    answerBy: 'Answer before',
    answerByHint: 'Left empty: after 5 working days.',
    saved: (name: string) => `Saved «${name}».`,
  },
);
