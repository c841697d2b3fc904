import { words } from '../i18n/language.ts';

/** Moving a conference, putting it off, cancelling it. */
export const callOffWords = words(
  {
    act: 'Dời, hoãn, huỷ',
    form: 'Hội nghị',
    forms: { moved: 'Dời sang ngày, giờ khác', postponed: 'Hoãn, chưa định ngày', cancelled: 'Huỷ' },
    newDay: 'Ngày họp mới',
    newStart: 'Bắt đầu (giờ)',
    reason: 'Lý do',
    reasonHint: 'Người được mời đọc thấy lý do này; người ngoài cơ quan thì gửi lại giấy mời.',
    done: 'Đã ghi; người trong cơ quan được mời sẽ nhận thư.',
    off: { postponed: 'Đang hoãn', cancelled: 'Đã huỷ' },
    moved: (from: string, to: string) => `Dời từ ${from} sang ${to}`,
    postponed: (from: string) => `Hoãn, không họp ${from}; chưa định ngày mới`,
    cancelled: (from: string) => `Huỷ, không họp ${from}`,
    why: (reason: string, by: string, on: string) => `Lý do: ${reason} · ${by}, ${on}`,
    instant: (start: string, day: string) => `${start}, ${day}`,
    history: 'Dời, hoãn, huỷ',
  },
  {
    act: 'Move, put off, cancel',
    form: 'The conference',
    forms: { moved: 'Move to another day or hour', postponed: 'Put off, no day yet', cancelled: 'Cancel' },
    newDay: 'New day',
    newStart: 'Begins (hour)',
    reason: 'Reason',
    reasonHint: 'Those invited read it; send guests from outside a new invitation.',
    done: 'Kept; those of the agency who are invited get a letter.',
    off: { postponed: 'Put off', cancelled: 'Cancelled' },
    moved: (from, to) => `Moved from ${from} to ${to}`,
    postponed: (from) => `Put off, not held at ${from}; no new day yet`,
    cancelled: (from) => `Cancelled, not held at ${from}`,
    why: (reason, by, on) => `Reason: ${reason} · ${by}, ${on}`,
    instant: (start, day) => `${start}, ${day}`,
    history: 'Moved, put off, cancelled',
  },
);
