import { sayDay } from '../../../domain/deadlines/words.ts';
import type { OfficialDocument } from '../document.ts';
import { type Frame, framed } from './frame.ts';

export interface PageLetter {
  frame: Frame;
  unit: string;
  /** What the review is of, «6 tháng đầu năm 2026». */
  period: string;
  /** «lời của đơn vị, xác nhận». */
  missing: string;
  /** ISO day the units had, and until which this one is now to answer. */
  unitsUntil: string;
  answerBy: string;
}

/** A letter that urges a unit on with its part of a review. */
export function pageLetter({
  frame,
  unit,
  period,
  missing,
  unitsUntil,
  answerBy,
}: PageLetter): OfficialDocument {
  const past = unitsUntil < frame.on;
  return {
    ...framed(frame, null),
    title: { letter: true, subject: `đôn đốc báo cáo sơ kết, tổng kết ${period}`, to: [unit] },
    body: [
      {
        kind: 'paragraph',
        text: `${frame.issuer} đang tổng hợp báo cáo sơ kết, tổng kết ${period}. Các đơn vị kiểm tra số liệu, viết và xác nhận phần của mình chậm nhất ngày ${sayDay(unitsUntil)}; đến hết ngày ${sayDay(frame.on)}, phần của ${unit} còn thiếu: ${missing}${past ? ', đã quá hạn' : ''}.`,
      },
      {
        kind: 'paragraph',
        text: `${frame.issuer} yêu cầu ${unit} kiểm tra số liệu, viết và xác nhận phần của mình trước ngày ${sayDay(answerBy)}; số liệu nào chưa đúng thì nêu rõ để cập nhật sổ theo dõi. Quá ngày ấy, báo cáo được tổng hợp theo số liệu hiện có và ghi rõ đơn vị chưa xác nhận.`,
      },
      { kind: 'paragraph', text: `${frame.issuer} thông báo để ${unit} biết, thực hiện./.` },
    ],
  };
}
