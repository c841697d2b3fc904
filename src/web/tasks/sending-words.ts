import { words } from '../i18n/language.ts';

/** Words of what hosts and investigators send through the portal, as the agency reads them. */
export const sendingWords = words(
  {
    waiting: 'Nơi thực hiện gửi, chờ cơ quan ghi nhận',
    title: 'Tổ chức chủ trì, chủ nhiệm gửi qua cổng',
    became: {
      counted: 'Đã tính',
      waiting: 'Chờ ghi nhận',
      noted: 'Đã ghi nhận',
      returned: 'Đã trả lại',
    },
    byAt: (by: string, moment: string) => `${by} gửi lúc ${moment}`,
    returnedFor: (reason: string) => `Trả lại: ${reason}`,
    note: 'Ghi nhận',
    sendBack: 'Trả lại',
    sentBack: 'Đã trả lại nơi gửi.',
    reason: 'Lý do',
    reasonHint: 'Nơi gửi đọc lý do này trên cổng.',
  },
  {
    waiting: 'Sent in, waiting to be noted',
    title: 'Sent by the host or investigator through the portal',
    became: {
      counted: 'Counted',
      waiting: 'To be noted',
      noted: 'Noted',
      returned: 'Sent back',
    },
    byAt: (by: string, moment: string) => `${by}, ${moment}`,
    returnedFor: (reason: string) => `Sent back: ${reason}`,
    note: 'Take note',
    sendBack: 'Send back',
    sentBack: 'Sent back to the sender.',
    reason: 'Reason',
    reasonHint: 'The sender reads this reason in the portal.',
  },
);
