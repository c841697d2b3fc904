import { sayDay } from '../../../domain/deadlines/words.ts';
import type { OfficialDocument } from '../document.ts';
import { type Frame, framed } from './frame.ts';

export interface PageLetter {
  frame: Frame;
  /** Whom it is sent to, each with what is missing: «lời của đơn vị, xác nhận». */
  units: readonly { name: string; missing: string }[];
  /** What the review is of, «6 tháng đầu năm 2026». */
  period: string;
  /** ISO day the units had, and until which this one is now to answer. */
  unitsUntil: string;
  answerBy: string;
}

/** A letter that urges a unit, or several, on with their parts of a review. */
export function pageLetter({ frame, units, period, unitsUntil, answerBy }: PageLetter): OfficialDocument {
  const past = unitsUntil < frame.on;
  const said = units.map(({ name, missing }) => `phần của ${name} còn thiếu: ${missing}`).join('; ');
  const whom = units.length === 1 ? (units[0]?.name ?? '') : 'các đơn vị';
  return {
    ...framed(frame, null),
    title: {
      letter: true,
      subject: `đôn đốc báo cáo sơ kết, tổng kết ${period}`,
      to: units.map(({ name }) => name),
    },
    body: [
      {
        kind: 'paragraph',
        text: `${frame.issuer} đang tổng hợp báo cáo sơ kết, tổng kết ${period}. Các đơn vị kiểm tra số liệu, viết và xác nhận phần của mình chậm nhất ngày ${sayDay(unitsUntil)}; đến hết ngày ${sayDay(frame.on)}, ${said}${past ? ', đã quá hạn' : ''}.`,
      },
      {
        kind: 'paragraph',
        text: `${frame.issuer} yêu cầu ${whom} kiểm tra số liệu, viết và xác nhận phần của mình trước ngày ${sayDay(answerBy)}; số liệu nào chưa đúng thì nêu rõ để cập nhật sổ theo dõi. Quá ngày ấy, báo cáo được tổng hợp theo số liệu hiện có và ghi rõ đơn vị chưa xác nhận.`,
      },
      { kind: 'paragraph', text: `${frame.issuer} thông báo để ${whom} biết, thực hiện./.` },
    ],
  };
}
