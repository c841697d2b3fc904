import type { Block, HeaderCell, OfficialDocument, Signature, Table } from '../document.ts';
import type { Frame } from './frame.ts';

export interface HandOverMinutes {
  frame: Pick<Frame, 'on' | 'superior' | 'issuer' | 'place' | 'date'>;
  subject: string;
  opening: string;
  /** Who hands what over to whom: a line, then the table of it. */
  handed: readonly { line: string; rows: readonly (readonly string[])[] }[];
  parties: readonly (readonly [Signature, Signature])[];
}

const columns = [
  { head: 'TT', width: 9, align: 'center' },
  { head: 'Nhiệm vụ', width: 54, align: 'left' },
  { head: 'Giao lần đầu', width: 21, align: 'center' },
  { head: 'Hiện nay', width: 21, align: 'center' },
  { head: 'Tình trạng', width: 19, align: 'left' },
  { head: 'Số sản phẩm', width: 15, align: 'center' },
  { head: 'Người thực hiện', width: 26, align: 'left' },
] as const;

/** First and present deadline stand under one heading. */
const header: Table['header'] = [
  columns.flatMap(({ head }, at): HeaderCell[] => {
    if (at === 2) return [{ text: 'Thời hạn', across: 2 }];
    return at === 3 ? [] : [{ text: head, down: 2 }];
  }),
  [{ text: columns[2].head }, { text: columns[3].head }],
];

/** What both sides sign to. */
export const agreed =
  'Các bên thống nhất nội dung trên. Biên bản này được lập thành các bản có giá trị như nhau, mỗi bên giữ 01 bản./.';

/** Minutes of handing work over, signed by both sides. Rows follow the columns after the first. */
export function handOverMinutes({
  frame,
  subject,
  opening,
  handed,
  parties,
}: HandOverMinutes): OfficialDocument {
  const { on, superior, issuer, place, date } = frame;
  return {
    on,
    superior,
    issuer,
    place,
    date,
    sign: null,
    number: null,
    title: { kind: 'Biên bản bàn giao', subject },
    body: [
      { kind: 'paragraph', text: opening },
      ...handed.flatMap(({ line, rows }): Block[] => [
        { kind: 'heading', level: 2, text: line },
        { kind: 'table', columns, header, rows: rows.map((row, at) => [String(at + 1), ...row]) },
      ]),
      { kind: 'paragraph', text: agreed },
    ],
    signature: null,
    recipients: [],
    parties,
  };
}
