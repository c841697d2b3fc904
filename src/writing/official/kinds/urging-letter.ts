import { sayDay } from '../../../domain/deadlines/words.ts';
import type { OfficialDocument } from '../document.ts';
import { taskTable } from './assignment.ts';
import { type Frame, framed, type TaskLine } from './frame.ts';

export interface UrgingLetter {
  frame: Frame;
  unit: string;
  /** ISO day until which the unit is to answer. */
  answerBy: string;
  /** Late on `frame.on`, most urgent first. */
  tasks: readonly TaskLine[];
}

/** A letter that urges a unit on with what it has let pass its day. */
export function urgingLetter({ frame, unit, answerBy, tasks }: UrgingLetter): OfficialDocument {
  const extended = tasks.filter(({ timesExtended }) => timesExtended > 0).length;
  const longest = Math.max(0, ...tasks.map(({ daysLate }) => daysLate));
  return {
    ...framed(frame, null),
    title: { letter: true, subject: 'đôn đốc thực hiện nhiệm vụ quá hạn', to: [unit] },
    body: [
      {
        kind: 'paragraph',
        text: `Qua theo dõi việc thực hiện nhiệm vụ được giao, đến hết ngày ${sayDay(frame.on)} ${unit} còn ${tasks.length} nhiệm vụ quá hạn${extended > 0 ? `, trong đó ${extended} nhiệm vụ đã được gia hạn` : ''}; nhiệm vụ muộn nhất đã quá hạn ${longest} ngày làm việc. Cụ thể như sau:`,
        keepNext: true,
      },
      taskTable(tasks, false),
      {
        kind: 'paragraph',
        text: `Để bảo đảm tiến độ chung, ${frame.issuer} yêu cầu ${unit}:`,
        keepNext: true,
      },
      {
        kind: 'heading',
        level: 3,
        text: 'Tập trung hoàn thành các nhiệm vụ nêu trên, ưu tiên nhiệm vụ quá hạn lâu nhất.',
      },
      {
        kind: 'heading',
        level: 3,
        text: `Báo cáo bằng văn bản nguyên nhân chậm và ngày hoàn thành từng nhiệm vụ trước ngày ${sayDay(answerBy)}.`,
      },
      { kind: 'paragraph', text: `${frame.issuer} thông báo để ${unit} biết, thực hiện./.` },
    ],
  };
}
