import { counted } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

export const letterWords = words(
  {
    settings: 'Thiết lập',
    title: 'Nhật ký gửi thư',
    hint: 'Mỗi thư nhắc việc: đã gửi chưa, máy chủ thư trả lời gì, vì sao không gửi được. Nội dung thư không hiện ở đây.',
    notConfigured:
      'Chưa khai báo máy chủ thư. Người quản trị máy chủ đặt TRONGTAM_SMTP_URL và TRONGTAM_MAIL_FROM (xem docs/running.md) rồi khởi động lại; đến lúc đó nhắc việc chỉ hiện trong phần mềm.',
    withoutAddress: (count: string) =>
      `${count} người đang giữ chức vụ chưa có địa chỉ thư điện tử nên không nhận được thư nhắc việc. Bổ sung ở trang Tổ chức.`,
    all: 'Xem tất cả',
    troubled: 'Chỉ xem thư chưa gửi được',
    none: 'Chưa có thư nào',
    noTrouble: 'Không có thư nào vướng',
    noneHint: 'Thư được viết vào ngày làm việc, từ giờ đã đặt, cho người có việc được nhắc.',
    day: 'Ngày',
    person: 'Người nhận',
    state: 'Tình trạng',
    what: 'Diễn biến',
    noAddress: 'chưa có địa chỉ',
    states: {
      waiting: 'Đang chờ gửi',
      'under-way': 'Đang gửi',
      sent: 'Đã gửi',
      failed: 'Không gửi được',
      unknown: 'Không rõ đã đến chưa',
    },
    kinds: {
      begun: 'bắt đầu gửi',
      handed: 'trao nội dung cho máy chủ thư',
      sent: 'máy chủ thư đã nhận',
      failed: 'không gửi được',
      unknown: 'mất liên lạc trước khi máy chủ thư trả lời',
      again: 'cho gửi lại',
    },
    nextTry: (moment: string) => `thử lại lúc ${moment}`,
    unknownHint:
      'Nội dung đã trao cho máy chủ thư nhưng chưa có trả lời, nên phần mềm không tự gửi lại để tránh gửi hai lần.',
    steps: (tries: string) => `${tries} lần gửi`,
    again: 'Gửi lại',
    willSend: 'Thư sẽ được gửi lại trong ít phút.',
  },
  {
    settings: 'Settings',
    title: 'Delivery log',
    hint: 'Each digest: whether it went out, what the mail server answered, why it failed. What it says is not shown here.',
    notConfigured:
      'No mail server is named. Whoever runs the machine sets TRONGTAM_SMTP_URL and TRONGTAM_MAIL_FROM (see docs/running.md) and starts again; until then reminders show in the application only.',
    withoutAddress: (count: string) =>
      `Without an e-mail address, so that no digest reaches them: ${counted(count, 'person')} with a post. Add it under Organisation.`,
    all: 'Show all',
    troubled: 'Only what was not delivered',
    none: 'No letters yet',
    noTrouble: 'No letter is in trouble',
    noneHint:
      'Letters are written on working days, from the hour set, for who has something to be reminded of.',
    day: 'Day',
    person: 'Recipient',
    state: 'State',
    what: 'What happened',
    noAddress: 'no address',
    states: {
      waiting: 'Waiting',
      'under-way': 'Being sent',
      sent: 'Sent',
      failed: 'Not delivered',
      unknown: 'May have arrived',
    },
    kinds: {
      begun: 'a try began',
      handed: 'the body was given to the server',
      sent: 'the server took it',
      failed: 'not delivered',
      unknown: 'the line broke before the server answered',
      again: 'to be sent again',
    },
    nextTry: (moment: string) => `next try at ${moment}`,
    unknownHint:
      'The body was given to the mail server and no answer came, so it is not sent again by itself: it might arrive twice.',
    steps: (tries: string) => `${counted(tries, 'try', 'tries')}`,
    again: 'Send again',
    willSend: 'The letter will be sent again in a few minutes.',
  },
);
