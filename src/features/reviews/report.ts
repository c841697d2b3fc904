import { sayDay } from '../../domain/deadlines/words.ts';
import { Cause } from '../../domain/directives/facts.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import { stateWords } from '../../domain/directives/state.ts';
import { issuingOf } from '../../domain/documents/issuing.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import { type ReviewSection, reviewSubject } from '../../domain/reviews/facts.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import type { Chart } from '../../writing/official/charts.ts';
import type { Block, OfficialDocument, Signature } from '../../writing/official/document.ts';
import type { Frame } from '../../writing/official/kinds/frame.ts';
import { reviewReport } from '../../writing/official/kinds/report.ts';
import { reviewData, type TemplateData } from '../../writing/official/templates/data.ts';
import { officialTable, sectionTitles, tablesOf } from './tables.ts';

/** Units beside each other, most work first: more would not be told apart in a picture. */
const mostBars = 12;
const numberOf = (figures: readonly ReviewFigure[], key: string) =>
  figures.find((one) => one.key === key)?.value ?? 0;

/** The same figures as pictures: what units had, and why work stands still. */
function chartsOf({ units, figures }: ReviewContent): Partial<Record<ReviewSection, Chart>> {
  const shown = units
    .toSorted((a, b) => numberOf(b.figures, 'in-hand') - numberOf(a.figures, 'in-hand'))
    .slice(0, mostBars);
  const causes = Cause.options
    .map((cause) => ({ cause, value: numberOf(figures, `hindered:${cause}`) }))
    .filter(({ value }) => value > 0);
  const by = (key: string, name: string) => ({
    name,
    values: shown.map((unit) => numberOf(unit.figures, key)),
  });
  return {
    ...(shown.length > 0 && {
      results: {
        ...({ kind: 'bar', title: 'Nhiệm vụ của các đơn vị trong kỳ', unit: 'nhiệm vụ' } as const),
        labels: shown.map(({ name }) => name),
        series: [by('in-hand', 'Phải thực hiện'), by('accepted', 'Hoàn thành'), by('overdue', 'Quá hạn')],
      },
    }),
    ...(causes.length > 0 && {
      shortcomings: {
        ...({ kind: 'bar', title: 'Nguyên nhân vướng mắc đến ngày chốt', unit: 'nhiệm vụ' } as const),
        labels: causes.map(({ cause }) => causeWords[cause]),
        series: [{ name: 'Nhiệm vụ đang vướng mắc', values: causes.map(({ value }) => value) }],
      },
    }),
  };
}

const paragraphs = (text: string) => text.split(/\n+/u).filter((one) => one.trim() !== '');

/** When a report is written, and its place in the outgoing book; null of a draft, which says that it is one. */
export interface Issue {
  /** ISO day by whose rules it is laid out. */
  today: string;
  issued: { bookNumber: number } | null;
}

/** Who issues the report, under what day and signature. */
const frameFor = ({ agency }: ReviewContent, signature: Signature, { today, issued }: Issue): Frame => ({
  ...issuingOf(agency.name),
  on: today,
  agencySign: agency.sign,
  number: issued?.bookNumber ?? null,
  date: issued ? today : null,
  signature,
  recipients: ['Như trên', 'Lưu: VT'],
});

/** The same as data for the agency's own template. */
export function reportDataOf(content: ReviewContent, signature: Signature, when: Issue): TemplateData {
  const { period, sections, figures, overdue, rules } = content;
  const shown = (key: string) => sayFigure(figures.find((one) => one.key === key) ?? nothing);
  const textOf = (section: ReviewSection) => sections.find((one) => one.section === section)?.text ?? '';
  return reviewData({
    frame: { ...frameFor(content, signature, when), on: rules.readUntil },
    ...{ period: period.words, from: period.from, draft: when.issued === null },
    figures: {
      ...{ inHand: shown('in-hand'), accepted: shown('accepted') },
      ...{ open: shown('open'), byFirst: shown('rate-by-first') },
    },
    words: {
      ...{ results: textOf('results'), shortcomings: textOf('shortcomings') },
      proposals: textOf('proposals'),
    },
    tasks: overdue.map(({ words, unit, source, firstDue, due, timesExtended, daysLate }) => ({
      ...{ words, unit: unit ?? '', source, firstDue, due, timesExtended, daysLate },
      ...{ coordinating: [], person: null, product: null, deadline: null, overdue: true },
      state: stateWords.overdue,
    })),
  });
}

const nothing = { value: null, unit: 'directives' } as const;

/**
 * A review as an official report, a function of what it says alone.
 * @param signature who signs it, or of a draft would
 */
export function reportOf(content: ReviewContent, signature: Signature, when: Issue): OfficialDocument {
  const { period, sections } = content;
  const charts = chartsOf(content);
  const report = reviewReport({
    frame: frameFor(content, signature, when),
    subject: reviewSubject(period),
    opening: [
      `Số liệu từ ngày ${sayDay(period.from)} đến ngày chốt ${sayDay(content.rules.readUntil)}, tính từ sổ theo dõi nhiệm vụ của cơ quan.`,
    ],
    sections: sections
      .filter(({ section, text }) => text.trim() !== '' || charts[section])
      .map(({ section, text }) => ({
        title: sectionTitles[section],
        paragraphs: paragraphs(text),
        charts: [charts[section]].filter((one) => one !== undefined),
      })),
    appendices: tablesOf(content).map((table) => ({
      title: table.title,
      ...(table.landscape && { landscape: true }),
      tables: [officialTable(table)],
    })),
  });
  const mark: Block = { kind: 'paragraph', text: [{ text: 'DỰ THẢO', bold: true }], align: 'center' };
  return when.issued === null ? { ...report, body: [mark, ...report.body] } : report;
}
