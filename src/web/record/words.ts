import { words } from '../i18n/language.ts';

/** What every page of one record says, whatever the record is. */
export const recordWords = words(
  {
    asOfHint: (day: string) => `Đang xem như ngày ${day}.`,
    today: 'Trở về hôm nay',
    status: 'Tình trạng',
    history: 'Lịch sử',
    trail: 'Nhật ký',
    retract: 'Rút lại',
    retractTitle: 'Rút lại điều vừa ghi',
    retracted: 'Đã rút lại; điều này không còn được tính.',
    takenBack: 'đã rút lại',
  },
  {
    asOfHint: (day: string) => `Shown as of ${day}.`,
    today: 'Back to today',
    status: 'Status',
    history: 'History',
    trail: 'Audit log',
    retract: 'Take back',
    retractTitle: 'Take back what was recorded',
    retracted: 'Taken back; it no longer counts.',
    takenBack: 'taken back',
  },
);
