import { callModes, type KnownCall } from '../../../domain/calls/call.ts';
import { sayDay } from '../../../domain/deadlines/words.ts';
import type { Block, OfficialDocument } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** A call as its notice prints it. */
export interface CalledOnPaper {
  frame: Frame;
  call: KnownCall;
  tasks: readonly { title: string; aims: string; products: string }[];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Words of several lines, a paragraph each. */
const lines = (text: string): Block[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]));

const taskTable = (tasks: CalledOnPaper['tasks']): Block => ({
  kind: 'table',
  columns: [{ width: 8, align: 'center' }, { width: 44 }, { width: 44 }, { width: 44 }],
  header: [[{ text: 'TT' }, { text: 'Tên nhiệm vụ' }, { text: 'Mục tiêu' }, { text: 'Sản phẩm dự kiến' }]],
  rows: tasks.map(({ title, aims, products }, at) => [String(at + 1), title, aims, products]),
});

const closing = (day: string) =>
  `Hồ sơ nộp trên cổng nộp hồ sơ của cơ quan đến hết ngày ${sayDay(day)} (24 giờ, giờ Việt Nam), theo đồng hồ của máy chủ. Trong thời hạn ấy nơi nộp được rút hoặc thay hồ sơ; hồ sơ đến sau không được nhận.`;

/** The notice of a call (TT 20/2023/TT-BKHCN Đ3). */
export function callNotice({ frame, call, tasks }: CalledOnPaper): OfficialDocument {
  return {
    ...framed(frame, 'TB'),
    title: { kind: 'Thông báo', subject: call.title },
    body: [
      paragraph(
        `${frame.issuer} thông báo ${callModes[call.mode]} tổ chức, cá nhân thực hiện ${tasks.length} nhiệm vụ khoa học và công nghệ sau đây:`,
      ),
      taskTable(tasks),
      { kind: 'heading', level: 2, text: 'Thời hạn và cách nộp hồ sơ' },
      paragraph(closing(call.firstClosesOn)),
      ...(call.words.trim() === ''
        ? []
        : [{ kind: 'heading' as const, level: 2 as const, text: 'Yêu cầu khác' }, ...lines(call.words)]),
      { kind: 'heading', level: 2, text: 'Nơi liên hệ' },
      ...lines(call.contact),
    ],
  };
}

/** The notice of an extension. @param at which one, from 0 */
export function extensionNotice({ frame, call, tasks }: CalledOnPaper, at: number): OfficialDocument {
  const extension = call.extensions[at];
  if (!extension) throw new RangeError('No such extension');
  const before = call.extensions[at - 1]?.closesOn ?? call.firstClosesOn;
  return {
    ...framed(frame, 'TB'),
    title: { kind: 'Thông báo', subject: `Gia hạn nhận hồ sơ theo Thông báo số ${call.number}` },
    body: [
      paragraph(
        `${frame.issuer} gia hạn nhận hồ sơ theo Thông báo số ${call.number} ngày ${sayDay(call.openedOn)} (${call.title}) từ hết ngày ${sayDay(before)} đến hết ngày ${sayDay(extension.closesOn)}.`,
      ),
      paragraph(`Lý do: ${extension.reason}.`),
      paragraph(closing(extension.closesOn)),
      paragraph('Các nhiệm vụ được gia hạn:'),
      taskTable(tasks),
      ...lines(`Nơi liên hệ: ${call.contact}`),
    ],
  };
}
