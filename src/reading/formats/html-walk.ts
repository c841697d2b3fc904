import type { Draft, DraftCell, Run } from './draft.ts';
import { deepest, isSilent, textLength } from './html-main.ts';
import { type ChildNode, type Element, isTag, isText, type ParentNode } from './html-nodes.ts';
import { formatNumber } from './list-numbers.ts';

const blockTags = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const listFormats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1': 'decimal',
};

interface Look {
  font?: string;
  bold?: boolean;
}

/** Turns the nodes of a page into drafts: blocks break paragraphs, `br` breaks lines, list items carry their marks. */
export class HtmlWalker {
  /** Whether something lay too deep to be read. */
  cut: boolean = false;
  private readonly found: Draft[] = [];
  private runs: Run[] = [];
  private tables = 0;

  drafts(root: ParentNode): Draft[] {
    this.children(root, {}, 0);
    this.flush('paragraph');
    return this.found;
  }

  private children(node: ParentNode, look: Look, depth: number): void {
    if (depth > deepest) {
      this.cut = true;
      return;
    }
    for (const child of node.children) this.node(child, look, depth);
  }

  private node(node: ChildNode, look: Look, depth: number): void {
    if (isText(node)) this.runs.push({ text: node.data.replace(/[ \t\r\n\f]+/g, ' '), ...look });
    else if (isTag(node) && !isSilent(node) && !isLinkList(node)) this.element(node, look, depth);
    else if (!isTag(node) && 'children' in node)
      for (const child of node.children) this.node(child, look, depth + 1);
  }

  private element(element: Element, look: Look, depth: number): void {
    const { name, attribs } = element;
    if (name === 'br') this.runs.push({ text: '\n' });
    else if (name === 'table' && isDataTable(element)) this.table(element, depth);
    else if (blockTags.has(name)) {
      this.flush('paragraph');
      if (name === 'li') this.runs.push({ text: itemMark(element) });
      this.children(element, look, depth + 1);
      this.flush(/^h[1-6]$/.test(name) ? 'heading' : 'paragraph');
    } else {
      const font = attribs.face ?? /font-family\s*:\s*["']?([^;,"']+)/i.exec(attribs.style ?? '')?.[1];
      const bold =
        name === 'b' || name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribs.style ?? '');
      this.children(element, { font: font ?? look.font, bold: bold || look.bold }, depth + 1);
      if (name === 'td' || name === 'th') this.flush('paragraph');
    }
  }

  private flush(kind: 'heading' | 'paragraph'): void {
    if (this.runs.some((run) => run.text.trim() !== '')) this.found.push({ kind, runs: this.runs });
    this.runs = [];
  }

  private table(element: Element, depth: number): void {
    this.flush('paragraph');
    const table = ++this.tables;
    /** Cells still reaching down, by column. */
    const reaching = new Map<number, { rows: number; paragraphs: Run[][] }>();
    for (const row of rowsOf(element)) {
      const cells: DraftCell[] = [];
      const after: Draft[] = [];
      let column = 0;
      const carry = () => {
        for (let above = reaching.get(column); above && above.rows > 0; above = reaching.get(++column)) {
          above.rows--;
          cells.push({ column, paragraphs: [], carried: above.paragraphs });
        }
      };
      for (const cell of row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')) {
        carry();
        const inside = this.inside(cell, depth);
        const paragraphs = inside.flatMap((draft) => (draft.kind === 'row' ? [] : [draft.runs]));
        after.push(...inside.filter((draft) => draft.kind === 'row'));
        cells.push({ column, paragraphs });
        const rows = span(cell, 'rowspan', 1000) - 1;
        reaching.set(column, { rows, paragraphs });
        column += span(cell, 'colspan', 64);
      }
      carry();
      if (cells.length > 0) this.found.push({ kind: 'row', table, cells }, ...after);
    }
  }

  private inside(cell: Element, depth: number): Draft[] {
    const from = this.found.length;
    this.children(cell, {}, depth + 1);
    this.flush('paragraph');
    return this.found.splice(from);
  }
}

/** Tables that only lay out the page hold other blocks and hardly any rows of several cells. */
function isDataTable(element: Element): boolean {
  const rows = rowsOf(element);
  const several = rows.filter((row) => row.children.filter(isTag).length > 1);
  return rows.length > 1 && several.length * 2 >= rows.length && several.length > 1;
}

function rowsOf(element: Element): Element[] {
  return element.children.filter(isTag).flatMap((child) => {
    if (child.name === 'tr') return isSilent(child) ? [] : [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function span(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  return Math.min(most, Math.max(1, Number.parseInt(cell.attribs[name] ?? '1', 10) || 1));
}

/** Lists that are nothing but links are menus. */
function isLinkList(element: Element): boolean {
  if (!['ul', 'ol', 'div', 'table', 'section'].includes(element.name)) return false;
  const { own, linked } = textLength(element);
  return linked > 40 && own < linked / 4 && own + linked < 4000;
}

function itemMark(item: Element): string {
  const list = item.parent;
  if (!list || !isTag(list) || list.name !== 'ol') return '- ';
  const before = list.children.filter(isTag).filter(({ name }) => name === 'li');
  const first = Number.parseInt(list.attribs.start ?? '1', 10) || 1;
  const format = listFormats[list.attribs.type ?? '1'] ?? 'decimal';
  return `${formatNumber(first + before.indexOf(item), format)}${/[aA]/.test(list.attribs.type ?? '') ? ')' : '.'} `;
}
