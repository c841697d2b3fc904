import { sayDay } from '../../domain/deadlines/words.ts';
import { issuingOf } from '../../domain/documents/issuing.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import { ReviewSection, reviewSubject } from '../../domain/reviews/facts.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import type { Block, OfficialDocument, Signature, Table } from '../../writing/official/document.ts';
import { reviewReport } from '../../writing/official/kinds/report.ts';

/** The headings of the report, as the offices write them. */
export const sectionTitles: Record<ReviewSection, string> = {
  results: 'Kết quả thực hiện nhiệm vụ',
  shortcomings: 'Tồn tại, hạn chế và nguyên nhân',
  proposals: 'Đề xuất, kiến nghị',
};

/** What the table of units compares. */
const compared = ['in-hand', 'accepted', 'open', 'overdue', 'rate-by-first'] as const;

const shownOf = (figures: readonly ReviewFigure[], key: string) => {
  const figure = figures.find((one) => one.key === key);
  return figure ? sayFigure(figure) : '';
};

function unitTable({ units, figures }: ReviewContent): Table {
  return {
    kind: 'table',
    columns: [{ width: 4 }, ...compared.map(() => ({ width: 1.5, align: 'right' as const }))],
    header: [
      [
        { text: 'Đơn vị' },
        ...['Phải thực hiện', 'Hoàn thành', 'Còn mở', 'Quá hạn', 'Đúng hạn đầu'].map((text) => ({ text })),
      ],
    ],
    rows: [
      ...units.map(({ name, figures: own }) => [name, ...compared.map((key) => shownOf(own, key))]),
      ['Toàn cơ quan', ...compared.map((key) => shownOf(figures, key))],
    ],
  };
}

const figureTable = ({ figures }: ReviewContent): Table => ({
  kind: 'table',
  columns: [{ width: 1, align: 'center' }, { width: 8 }, { width: 2, align: 'right' }],
  header: [[{ text: 'TT' }, { text: 'Số liệu' }, { text: 'Trong kỳ' }]],
  rows: figures
    .filter(({ recordIds }) => recordIds.length > 0)
    .map((figure, at) => [String(at + 1), figure.name, sayFigure(figure)]),
});

const wordsTable = (units: ReviewContent['units']): Table => ({
  kind: 'table',
  columns: [{ width: 2 }, ...ReviewSection.options.map(() => ({ width: 4 }))],
  header: [
    [{ text: 'Đơn vị' }, ...ReviewSection.options.map((section) => ({ text: sectionTitles[section] }))],
  ],
  rows: units.map(({ name, text }) => [name, ...ReviewSection.options.map((one) => text[one] ?? '')]),
});

const paragraphs = (text: string) => text.split(/\n+/u).filter((one) => one.trim() !== '');

/**
 * A review as an official report, a function of what it says alone.
 * @param signature who signs it, or of a draft would
 * @param today ISO day by whose rules it is laid out; a draft says that it is one and leaves its day open
 */
export function reportOf(
  content: ReviewContent,
  signature: Signature,
  { draft, today }: { draft: boolean; today: string },
): OfficialDocument {
  const { agency, period, sections, units } = content;
  const spoken = units.filter(({ text }) => Object.values(text).some((one) => one !== ''));
  const report = reviewReport({
    frame: {
      ...issuingOf(agency.name),
      on: today,
      agencySign: agency.sign,
      number: null,
      date: draft ? null : today,
      signature,
      recipients: ['Như trên', 'Lưu: VT'],
    },
    subject: reviewSubject(period),
    opening: [
      `Số liệu từ ngày ${sayDay(period.from)} đến ngày chốt ${sayDay(content.rules.readUntil)}, tính từ sổ theo dõi nhiệm vụ của cơ quan.`,
    ],
    sections: sections
      .filter(({ text }) => text.trim() !== '')
      .map(({ section, text }) => ({ title: sectionTitles[section], paragraphs: paragraphs(text) })),
    appendices: [
      { title: 'Số liệu theo đơn vị', tables: [unitTable(content)] },
      { title: 'Số liệu của kỳ', tables: [figureTable(content)] },
      ...(spoken.length > 0
        ? [{ title: 'Báo cáo của các đơn vị', landscape: true, tables: [wordsTable(spoken)] }]
        : []),
    ],
  });
  const mark: Block = { kind: 'paragraph', text: [{ text: 'DỰ THẢO', bold: true }], align: 'center' };
  return draft ? { ...report, body: [mark, ...report.body] } : report;
}
