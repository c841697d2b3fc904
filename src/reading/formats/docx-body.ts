import type { Numbering } from './docx-numbering.ts';
import { type Look, paragraphLook, runLook, type Styles } from './docx-styles.ts';
import type { Draft, DraftCell, Run } from './draft.ts';
import { child, type Element, elementsOf, value } from './xml.ts';

/** The parts of a document that its body refers to. */
export interface DocxParts {
  styles: Styles;
  numbering: Numbering;
  footnotes: Map<string, Element>;
  endnotes: Map<string, Element>;
}

/** Drafts of a body in reading order; text boxes, nested tables and notes follow the paragraph or row that holds them. */
export function readBody(body: Element, parts: DocxParts): Draft[] {
  return new BodyReader(parts).blocks(body);
}

/** Left out with all they hold: deleted text, sources moved elsewhere, fallbacks of drawings already read. */
const dropped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'w:sectPr',
]);
const wordChars: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:ptab': '\t',
};

class BodyReader {
  private readonly parts: DocxParts;
  private tables = 0;
  /** What stands beside the text and is read after it: text boxes, notes. */
  private aside: Draft[] = [];
  /** Runs of a paragraph whose end was deleted: they belong to the next. */
  private pending: Run[] = [];
  private noteDepth = 0;

  constructor(parts: DocxParts) {
    this.parts = parts;
  }

  blocks(container: Element): Draft[] {
    const drafts: Draft[] = [];
    for (const element of elementsOf(container)) {
      if (element.name === 'w:p') drafts.push(...this.paragraph(element));
      else if (element.name === 'w:tbl') drafts.push(...this.table(element));
      else if (!dropped.has(element.name)) drafts.push(...this.blocks(element));
    }
    return drafts;
  }

  private paragraph(element: Element): Draft[] {
    const outer = this.aside;
    this.aside = [];
    const properties = child(element, 'w:pPr');
    const style = this.parts.styles.of(value(properties, 'w:pStyle'));
    const own = paragraphLook(properties);
    const runs = [...this.pending];
    this.pending = [];
    this.runs(element, style, runs);
    const aside = this.aside;
    this.aside = outer;
    if (child(child(properties, 'w:rPr'), 'w:del')) {
      this.pending = runs;
      return aside;
    }
    const mark = this.listMark({ ...style.list, ...own.list }, runs);
    if (mark !== '') runs.unshift({ text: `${mark} `, bold: runs[0]?.bold });
    const kind = (own.outline ?? style.outline) === undefined ? 'paragraph' : 'heading';
    return [{ kind, runs }, ...aside];
  }

  /** Empty paragraphs show no number; Word still counts them, so they are counted here too. */
  private listMark(list: { id?: string; level?: number }, runs: Run[]): string {
    if (list.id === undefined || list.id === '0') return '';
    const mark = this.parts.numbering.next(list.id, list.level ?? 0);
    return runs.some((run) => run.text.trim() !== '') ? mark : '';
  }

  private runs(container: Element, style: Look, into: Run[]): void {
    for (const element of elementsOf(container)) {
      if (element.name === 'w:r') this.run(element, style, into);
      else if (element.name === 'm:oMath' || element.name === 'm:oMathPara')
        into.push({ text: mathText(element) });
      else if (element.name === 'w:txbxContent') this.aside.push(...this.blocks(element));
      else if (!dropped.has(element.name)) this.runs(element, style, into);
    }
  }

  private run(element: Element, style: Look, into: Run[]): void {
    const properties = child(element, 'w:rPr');
    const look = {
      ...style,
      ...this.parts.styles.ofRun(value(properties, 'w:rStyle')),
      ...runLook(properties),
    };
    if (look.hidden) return;
    let text = '';
    for (const part of elementsOf(element)) {
      if (part.name === 'w:t') text += part.children.filter((each) => typeof each === 'string').join('');
      else if (part.name === 'w:sym') text += symbol(part);
      else if (part.name === 'w:footnoteReference') this.note(this.parts.footnotes, part);
      else if (part.name === 'w:endnoteReference') this.note(this.parts.endnotes, part);
      else if (wordChars[part.name] !== undefined)
        text += part.attributes['w:type'] === 'page' ? '\f' : wordChars[part.name];
      else if (!dropped.has(part.name)) this.runs(part, style, into);
    }
    if (text === '') return;
    into.push({ text, font: look.font, bold: look.bold, caps: look.caps });
  }

  private note(notes: Map<string, Element>, reference: Element): void {
    const note = notes.get(reference.attributes['w:id'] ?? '');
    if (!note || this.noteDepth > 0) return;
    this.noteDepth++;
    for (const draft of this.blocks(note))
      this.aside.push(draft.kind === 'row' ? draft : { ...draft, kind: 'note' });
    this.noteDepth--;
  }

  private table(element: Element): Draft[] {
    const table = ++this.tables;
    const drafts: Draft[] = [];
    const above = new Map<number, Run[][]>();
    for (const row of rowsOf(element, 'w:tr')) {
      const cells: DraftCell[] = [];
      const after: Draft[] = [];
      let column = Number(value(child(row, 'w:trPr'), 'w:gridBefore') ?? 0);
      for (const cell of rowsOf(row, 'w:tc')) {
        const properties = child(cell, 'w:tcPr');
        const merge = child(properties, 'w:vMerge');
        const inside = this.blocks(cell);
        after.push(...inside.filter((draft) => draft.kind === 'row' || draft.kind === 'note'));
        const paragraphs = inside.flatMap((draft) =>
          draft.kind === 'row' || draft.kind === 'note' ? [] : [draft.runs],
        );
        const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart';
        const carried = continues ? above.get(column) : undefined;
        if (!carried) above.set(column, paragraphs);
        cells.push(carried ? { column, paragraphs, carried } : { column, paragraphs });
        column += Math.min(64, Math.max(1, Number(value(properties, 'w:gridSpan') ?? 1) || 1));
      }
      if (child(child(row, 'w:trPr'), 'w:del') === undefined)
        drafts.push({ kind: 'row', table, cells }, ...after);
    }
    return drafts;
  }
}

/** Rows or cells, also those wrapped in content controls or tracked insertions. */
function rowsOf(element: Element, name: 'w:tr' | 'w:tc'): Element[] {
  return elementsOf(element).flatMap((each) => {
    if (each.name === name) return [each];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(each.name) ? rowsOf(each, name) : [];
  });
}

function symbol({ attributes }: Element): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return '';
  return /^\.?vn/i.test(attributes['w:font'] ?? '') ? String.fromCharCode(code & 0xff) : '-';
}

function mathText(element: Element): string {
  return element.children
    .map((each) =>
      typeof each === 'string'
        ? ''
        : each.name === 'm:t'
          ? each.children.filter((t) => typeof t === 'string').join('')
          : mathText(each),
    )
    .join('');
}
