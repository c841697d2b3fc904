import { sayDay } from '../../../domain/deadlines/words.ts';
import type { Block, OfficialDocument } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** When and where a meeting is held. */
export interface MeetingPlace {
  /** «Hội nghị tổng kết công tác năm 2026». */
  meeting: string;
  /** ISO day. */
  day: string;
  /** «8 giờ 00». */
  time: string;
  room: string;
}

export interface Invitation {
  frame: Frame;
  at: MeetingPlace;
  chair: string;
  invited: readonly string[];
  /** What is to be talked about; may be empty. */
  agenda: readonly string[];
  /** What those invited are asked to prepare; may be empty. */
  prepare: readonly string[];
}

const weekdays = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'];

/** «8 giờ 00, thứ Sáu, ngày 11/12/2026». */
export function sayWhen({ day, time }: MeetingPlace): string {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  const name = weekdays[dayOfWeek - 1];
  return `${time}, ${name === undefined ? 'Chủ nhật' : `thứ ${name}`}, ngày ${sayDay(day)}`;
}

const named = (name: string, text: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${name}: `, bold: true }, { text }],
});

/** A list under a name; nothing where it is empty. */
const listed = (name: string, lines: readonly string[]): Block[] =>
  lines.length === 0
    ? []
    : [
        { kind: 'paragraph', text: [{ text: `${name}:`, bold: true }], keepNext: true },
        ...lines.map(
          (text, at): Block => ({
            kind: 'item',
            text: `${text.replace(/[;.]$/u, '')}${at === lines.length - 1 ? '.' : ';'}`,
          }),
        ),
      ];

/** An invitation to a meeting (Giấy mời). */
export function invitation({ frame, at, chair, invited, agenda, prepare }: Invitation): OfficialDocument {
  return {
    ...framed(frame, 'GM'),
    title: { kind: 'Giấy mời', subject: `Dự ${at.meeting}` },
    body: [
      ...listed(`${frame.issuer} trân trọng kính mời`, invited),
      named('Dự', `${at.meeting}.`),
      named('Chủ trì', `${chair}.`),
      named('Thời gian', `${sayWhen(at)}.`),
      named('Địa điểm', `${at.room}.`),
      ...listed('Nội dung', agenda),
      ...listed('Đề nghị chuẩn bị', prepare),
      { kind: 'paragraph', text: 'Rất mong các đại biểu dự họp đầy đủ, đúng giờ./.' },
    ],
  };
}

export interface Programme {
  frame: Frame;
  at: MeetingPlace;
  /** In order; parts in whose rows all stands under one name have it as `part`. */
  items: readonly { part?: string; time: string; words: string; who: string }[];
}

/** The programme of a conference: what, when and by whom, part by part. */
export function programme({ frame, at, items }: Programme): OfficialDocument {
  const parts = [...Map.groupBy(items, ({ part }) => part ?? '')];
  return {
    ...framed(frame, 'CTr'),
    title: { kind: 'Chương trình', subject: at.meeting },
    body: [
      named('Thời gian', `${sayWhen(at)}.`),
      named('Địa điểm', `${at.room}.`),
      ...parts.flatMap(([part, rows]): Block[] => [
        ...(part === '' ? [] : [{ kind: 'heading', level: 1, text: part } as const]),
        {
          kind: 'table',
          columns: [
            { width: 28, align: 'center' },
            { width: 87, align: 'left' },
            { width: 50, align: 'left' },
          ],
          header: [[{ text: 'Thời gian' }, { text: 'Nội dung' }, { text: 'Thực hiện' }]],
          rows: rows.map(({ time, words, who }) => [time, words, who]),
        },
      ]),
    ],
  };
}
