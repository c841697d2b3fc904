import type { OfficialDocument, Table } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** The table of opinions on a draft act. */
export interface OpinionTable {
  frame: Frame;
  /** The draft, «Quyết định … (Quyết định của UBND)». */
  draft: string;
  /** How many were asked, answered and stayed silent, in words. */
  opening: string;
  rows: readonly (readonly string[])[];
}

/** Heads and shares of the columns, in a sheet as on paper. */
export const opinionColumns = [
  { head: 'TT', width: 8, align: 'center' },
  { head: 'Cơ quan, đơn vị', width: 34, align: 'left' },
  { head: 'Ngày gửi, hạn', width: 22, align: 'center' },
  { head: 'Trả lời', width: 28, align: 'left' },
  { head: 'Nội dung góp ý', width: 40, align: 'left' },
  { head: 'Tiếp thu, giải trình', width: 40, align: 'left' },
] as const;

const header: Table['header'] = [opinionColumns.map(({ head }) => ({ text: head }))];

/** Opinions on a draft act with what became of each remark, as an appendix on its side. */
export function opinionSummary({ frame, draft, opening, rows }: OpinionTable): OfficialDocument {
  return {
    ...framed(frame, 'BC'),
    title: {
      kind: 'Báo cáo',
      subject: `Tổng hợp, giải trình, tiếp thu ý kiến góp ý đối với dự thảo ${draft}`,
    },
    body: [
      { kind: 'paragraph', text: opening },
      { kind: 'paragraph', text: 'Nội dung từng ý kiến và việc tiếp thu, giải trình ở phụ lục kèm theo.' },
    ],
    appendices: [
      {
        title: 'Bảng tổng hợp ý kiến',
        landscape: true,
        blocks: [{ kind: 'table', columns: opinionColumns, header, rows }],
      },
    ],
  };
}
