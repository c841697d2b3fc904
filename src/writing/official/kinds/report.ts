import { type Chart, chartPicture } from '../charts.ts';
import type { Appendix, Block, OfficialDocument, Table } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** A section of a report: paragraphs, lines beneath them, charts from the same figures. */
export interface ReportSection {
  title: string;
  paragraphs: readonly string[];
  items?: readonly string[];
  charts?: readonly Chart[];
  /** Sections within it. */
  parts?: readonly { title: string; paragraphs: readonly string[]; items?: readonly string[] }[];
}

export interface ReviewReport {
  frame: Frame;
  /** «Kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2026». */
  subject: string;
  opening: readonly string[];
  sections: readonly ReportSection[];
  appendices: readonly {
    title: string;
    landscape?: boolean;
    tables: readonly Table[];
    charts?: readonly Chart[];
  }[];
}

const textOf = ({ paragraphs, items = [] }: Pick<ReportSection, 'paragraphs' | 'items'>): Block[] => [
  ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
  ...items.map((text): Block => ({ kind: 'item', text })),
];

/** A review report (Báo cáo): sections, and appendices of tables and charts. */
export function reviewReport({
  frame,
  subject,
  opening,
  sections,
  appendices,
}: ReviewReport): OfficialDocument {
  return {
    ...framed(frame, 'BC'),
    title: { kind: 'Báo cáo', subject },
    body: [
      ...textOf({ paragraphs: opening }),
      ...sections.flatMap((section): Block[] => [
        { kind: 'heading', level: 1, text: section.title },
        ...textOf(section),
        ...(section.charts ?? []).map(chartPicture),
        ...(section.parts ?? []).flatMap((part): Block[] => [
          { kind: 'heading', level: 2, text: part.title },
          ...textOf(part),
        ]),
      ]),
    ],
    appendices: appendices.map(
      ({ title, landscape, tables, charts = [] }): Appendix => ({
        title,
        landscape,
        blocks: [...tables, ...charts.map(chartPicture)],
      }),
    ),
  };
}
