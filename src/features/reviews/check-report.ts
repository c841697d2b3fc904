import type { ReadFigure } from '../../domain/documents/reading.ts';
import type { ReviewRead } from '../../domain/reviews/content.ts';
import { type ReviewFigure, reviewFigureNames } from '../../domain/reviews/figures.ts';
import { figureSpokenOf } from '../../domain/reviews/sayings.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Block, Extracted } from '../../reading/extracted.ts';
import { numeric } from '../../reading/figures/find.ts';
import { compared } from './tables.ts';

/** A number of a report held to the records: of a figure that says the same, or another; or of none that is known. */
export interface CheckedNumber {
  verdict: 'matches' | 'differs' | 'unsupported';
  /** As the report prints it, with the words around. */
  words: string;
  value: number;
  span: [number, number];
  /** The figure it speaks of, as the records say it; null where none is known. */
  figure: { key: string; name: string; value: number | null; records: number } | null;
  /** Of which unit it is; null for the whole agency. */
  unitName: string | null;
}

type Known = Pick<ReviewRead, 'figures' | 'units'>;
type Scope = { name: string | null; figures: readonly ReviewFigure[] };

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
const wholeWords = /^(?:toan (?:co quan|so|don vi|nganh)|tong(?: cong| so)?|cong)$/u;
const isWhole = (text: string) => wholeWords.test(bare(text));

/**
 * Every number of things that a report counts, in its sentences and its tables, held to the records of the same period.
 * A number is that of a unit where its sentence, its row or the heading above names the unit.
 */
export function checkReport(
  { text, blocks }: Pick<Extracted, 'text' | 'blocks'>,
  stated: readonly ReadFigure[],
  known: Known,
): CheckedNumber[] {
  return [...prose(text, blocks, stated, known), ...tables(text, blocks, known)];
}

/** The unit that words name, the longest name first; undefined where they name none. */
function unitIn(words: string, { units }: Known): Scope | undefined {
  const folded = ` ${bare(words)} `;
  return units
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => folded.includes(` ${bare(name)} `));
}

const isUnit = (words: string, known: Known): Scope | undefined => {
  const plain = bare(words.replace(/^\s*(?:[\dIVX]+(?:\.\d+)*[.)]|[a-zđ]\)|[-+•])\s*/u, ''));
  return known.units.find(({ name }) => bare(name) === plain);
};

function prose(
  text: string,
  blocks: readonly Block[],
  stated: readonly ReadFigure[],
  known: Known,
): CheckedNumber[] {
  const whole: Scope = { name: null, figures: known.figures };
  let heading = whole;
  return blocks.flatMap((block) => {
    if (block.kind === 'row') return [];
    const words = text.slice(block.start, block.end);
    const titled = isUnit(words, known);
    if (titled || block.kind === 'heading' || block.bold) heading = titled ?? whole;
    const own = stated.filter(({ span: [start] }) => start >= block.start && start < block.end);
    return own.map((one, at) => {
      const { start, before, after } = around(text, block, one, own[at - 1]);
      const scope = unitIn(text.slice(start, one.span[1]), known) ?? heading;
      const key = figureSpokenOf(withoutUnit(before, scope), after);
      return told(text.slice(start, one.span[1] + after.length).trim(), one, scope, key);
    });
  });
}

/** The words of a number's sentence to its sides, as far as the numbers beside it, and where the sentence begins. */
function around(
  text: string,
  block: Block,
  { span: [from, to], unit }: ReadFigure,
  last: ReadFigure | undefined,
): { start: number; before: string; after: string } {
  const lead = text.slice(block.start, from);
  const start = block.start + Math.max(...['. ', '; ', '\n'].map((mark) => lead.lastIndexOf(mark) + 1));
  const since = Math.max(start, last ? last.span[1] - last.unit.length : 0);
  const rest = /^[^.;\n\d]*/u.exec(text.slice(to, block.end))?.[0] ?? '';
  return { start, before: text.slice(since, from), after: isShare(unit) ? rest : `${unit}${rest}` };
}

const isShare = (unit: string) => unit === '%' || unit === 'phần trăm';

/** «Phòng X đã hoàn thành»: what is said of the unit, as it is said of all. */
const withoutUnit = (before: string, { name }: Scope): string =>
  name === null ? before : before.replace(new RegExp(RegExp.escape(name), 'iu'), '');

function told(
  words: string,
  { value, unit, span }: Pick<ReadFigure, 'value' | 'unit' | 'span'>,
  { name, figures }: Scope,
  key: string | null,
): CheckedNumber {
  const figure = figures.find((one) => one.key === key);
  const said = {
    words: words.replace(/\s+/gu, ' '),
    value,
    span: [...span] as [number, number],
    unitName: name,
  };
  if (!figure) return { verdict: 'unsupported', ...said, figure: null };
  const recorded =
    figure.unit === 'tenths-of-percent' && figure.value !== null ? figure.value / 10 : figure.value;
  // A rate is not compared with a count of the same name.
  if (isShare(unit) !== (figure.unit === 'tenths-of-percent'))
    return { verdict: 'unsupported', ...said, figure: null };
  const { name: figureName, recordIds } = figure;
  return {
    verdict: (recorded ?? 0) === value ? 'matches' : 'differs',
    ...said,
    figure: { key: figure.key, name: figureName, value: recorded, records: recordIds.length },
  };
}

const figureNames = new Map([...reviewFigureNames].map(([key, name]) => [bare(name), key]));
const heads = new Map(compared.map(({ key, head }) => [bare(head), key]));
const numberInCell = /^(?<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(?<share>%?)$/u;

/** The figure that a head of a column or the label of a row names. */
const keyNamed = (label: string): string | null =>
  heads.get(bare(label)) ?? figureNames.get(bare(label)) ?? figureSpokenOf('', `nhiệm vụ ${label}`);

interface Cell {
  text: string;
  span: [number, number];
  column: number;
}

function tables(text: string, blocks: readonly Block[], known: Known): CheckedNumber[] {
  const rows = blocks.flatMap(({ kind, table, cells }) =>
    kind === 'row' && table !== undefined && cells
      ? [
          {
            table,
            cells: cells.map(
              ({ start, end, column }): Cell => ({
                text: text.slice(start, end).trim(),
                span: [start, end],
                column,
              }),
            ),
          },
        ]
      : [],
  );
  return [...Map.groupBy(rows, ({ table }) => table).values()].flatMap((one) =>
    tableOf(
      one.map(({ cells }) => cells),
      known,
    ),
  );
}

/** Rows of units under heads that name figures, or rows that name figures. */
function tableOf(rows: readonly Cell[][], known: Known): CheckedNumber[] {
  const [head = []] = rows;
  return rows.slice(1).flatMap((cells) => {
    const label = cells.find(({ text }) => text !== '' && !numberInCell.test(text))?.text ?? '';
    const unit =
      isUnit(label, known) ?? (isWhole(label) ? { name: null, figures: known.figures } : undefined);
    const ofRow = unit ? null : (figureNames.get(bare(label)) ?? null);
    if (!unit && ofRow === null) return [];
    return cells.flatMap(({ text, span, column }) => {
      const { n, share } = numberInCell.exec(text)?.groups ?? {};
      const title = head.find((one) => one.column === column)?.text ?? '';
      if (n === undefined || /^(?:stt|tt|so tt)$/u.test(bare(title))) return [];
      const scope = unit ?? { name: null, figures: known.figures };
      const key = ofRow ?? keyNamed(title);
      const shared = share === '%' || /%|ty le/u.test(bare(title));
      return [
        told(
          `${label} · ${title}: ${text}`,
          { value: numeric(n), unit: shared ? '%' : '', span },
          scope,
          key,
        ),
      ];
    });
  });
}
