import { layoutOn } from '../../domain/documents/layout.ts';
import {
  type Appendix,
  type Block,
  capitals,
  type OfficialDocument,
  type Signature,
  type Table,
} from './document.ts';
import { letterhead } from './head.ts';
import type { LaidBlock, LaidCell, LaidDocument, LaidParagraph, LaidRows, LaidTable } from './laid.ts';
import { marksOf, roman } from './numbering.ts';
import { clean, dateOf, numberOf, Setter, sideBySide } from './setter.ts';

/** A document as Word and PDF are both written: every measure by the layout of its day. */
export function layOut(document: OfficialDocument): LaidDocument {
  const layout = layoutOn(document.on);
  const set = new Setter(layout);
  const { page, faces } = layout;
  const room = page.width - page.left - page.right;
  const body = blocksOf(set, document.body, room);
  const last = body.at(-1);
  // The signature never stands alone on a page.
  const held = last?.kind === 'paragraph' ? [...body.slice(0, -1), { ...last, keepNext: true }] : body;
  return {
    page,
    title: clean(document.title.subject),
    pageNumberSize: faces.pageNumber.size,
    bodySize: faces.body.size,
    parts: [
      {
        landscape: false,
        blocks: [
          ...letterhead(set, document, room),
          ...held,
          ...(document.signature || document.recipients.length > 0 ? [foot(set, document, room)] : []),
          ...(document.parties ?? []).map((pair) => sides(set, pair, room)),
        ],
      },
      ...(document.appendices ?? []).map((appendix, at, { length }) =>
        appendixOf(set, document, appendix, length > 1 ? ` ${roman(at + 1)}` : ''),
      ),
    ],
  };
}

/** Letters of a line that still fits well on a page: no reader, person or program, likes one torn. */
const longestWhole = 1500;

/** White between words and a ruled table beneath them, in points. */
const aboveTable = 6;

function blocksOf(set: Setter, blocks: readonly Block[], room: number): LaidBlock[] {
  const marks = marksOf(blocks);
  return blocks.flatMap((block, at): LaidBlock[] => {
    const next = blocks[at + 1];
    const after = next?.kind === 'table' ? aboveTable : 0;
    switch (block.kind) {
      case 'heading': {
        // Points «a)» are text themselves: they head nothing.
        const heads = block.level < 3;
        const runs = [{ text: `${marks[at]}${block.text}`, bold: heads }];
        return [set.running('heading', runs, { keepNext: heads, after })];
      }
      case 'paragraph': {
        const { text, align = 'both', keepNext } = block;
        const look = align === 'center' ? { align, firstLine: undefined } : {};
        return [set.running('body', text, { ...look, keepNext, after })];
      }
      case 'item':
        return [
          set.running('body', `- ${block.text}`, { keepLines: block.text.length < longestWhole, after }),
        ];
      case 'table':
        return [tableOf(set, block, room)];
      default: {
        const { png, alt, caption } = block;
        const scale = Math.min(1, room / block.width);
        const picture = { png, width: block.width * scale, height: block.height * scale };
        return [
          { kind: 'picture', ...picture, alt: clean(alt) },
          set.line('body', [{ text: caption, italic: true }], { align: 'center', after: 6 }),
        ];
      }
    }
  });
}

const whenCome = <Row>(rows: readonly Row[], laid: (row: Row) => readonly LaidCell[]): LaidRows => ({
  length: rows.length,
  [Symbol.iterator]: () => rows.values().map(laid),
});

/** A ruled table over the whole width, its head repeated. */
function tableOf(set: Setter, { columns, header, rows }: Table, room: number): LaidTable {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const cell = (text: string, at: number): LaidCell => ({
    paragraphs: [set.inTable(text, false, columns[at]?.align ?? 'left')],
  });
  return {
    kind: 'table',
    plain: false,
    widths: columns.map(({ width }) => (width / total) * room),
    header: header.map((row) =>
      row.map(({ text, ...over }) => ({ ...over, paragraphs: [set.inTable(text, true, 'center')] })),
    ),
    rows: whenCome(rows, (row) => row.map(cell)),
  };
}

/** Room between role and name for hand and stamp. */
const signingRoom = 5;

function signed(set: Setter, { lines, note, name }: Signature): LaidParagraph[] {
  const centred = { align: 'center', keepNext: true } as const;
  return [
    ...lines.map((line, at) =>
      set.line('signerRole', capitals(line), { ...centred, before: at === 0 ? 12 : 0 }),
    ),
    ...(note ? [set.line('body', note, centred)] : []),
    ...Array.from({ length: signingRoom }, () => set.line('body', '', centred)),
    set.line('signerName', name ?? '', { align: 'center' }),
  ];
}

/** Recipients at the left, who signs at the right. */
function foot(set: Setter, { recipients, signature }: OfficialDocument, room: number): LaidTable {
  const above = { before: 12 };
  const ended = (text: string, last: boolean) => `- ${text.replace(/[;.]$/u, '')}${last ? '.' : ';'}`;
  const left = [
    ...(recipients.length > 0 ? [set.line('recipientsTitle', 'Nơi nhận:', above)] : []),
    ...recipients.map((one, at) => set.line('recipients', ended(one, at === recipients.length - 1))),
  ];
  const right = signature ? signed(set, signature) : [];
  return sideBySide([[left, right]], [0.48, 0.52], room);
}

/** Two who sign beside each other; each pair by itself, so that it goes on the page where it still has room. */
const sides = (set: Setter, pair: readonly Signature[], room: number) =>
  sideBySide([pair.map((one) => signed(set, one))], [0.5, 0.5], room);

function appendixOf(set: Setter, document: OfficialDocument, appendix: Appendix, number: string) {
  const { landscape = false, title, blocks } = appendix;
  const { width, height, left, right } = set.layout.page;
  const room = (landscape ? height : width) - left - right;
  const centred = { align: 'center', keepNext: true } as const;
  return {
    landscape,
    blocks: [
      set.line('appendix', `Phụ lục${number}`, centred),
      set.line('appendix', capitals(title), centred),
      set.line('appendixNote', attachedTo(document), { ...centred, after: 6 }),
      ...blocksOf(set, blocks, room),
    ],
  };
}

/** «(Kèm theo Thông báo số 05/TB-SKHCN ngày … của …)». */
function attachedTo(document: OfficialDocument): string {
  const { title, sign, issuer } = document;
  const kind = 'letter' in title ? 'Công văn' : title.kind;
  const numbered = sign === null ? '' : ` số ${numberOf(document)}/${sign}`;
  return `(Kèm theo ${kind}${numbered} ${dateOf(document, null)} của ${issuer})`;
}
