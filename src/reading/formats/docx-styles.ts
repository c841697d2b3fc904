import { child, type Element, elementsOf, isOn, value } from './xml.ts';

/** What a run or paragraph style says, as far as reading needs it; undefined where it says nothing. */
export interface Look {
  font?: string;
  bold?: boolean;
  caps?: boolean;
  hidden?: boolean;
  /** Heading level from 0. */
  outline?: number;
  list?: { id?: string; level?: number };
}

/** Look of run properties (`w:rPr`). */
export function runLook(properties: Element | undefined): Look {
  const fonts = child(properties, 'w:rFonts')?.attributes;
  return defined({
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    bold: isOn(properties, 'w:b'),
    caps: isOn(properties, 'w:caps'),
    hidden: isOn(properties, 'w:vanish'),
  });
}

/** Look of paragraph properties (`w:pPr`), the paragraph's own run properties excluded. */
export function paragraphLook(properties: Element | undefined): Look {
  const outline = Number(value(properties, 'w:outlineLvl') ?? 9);
  const numbering = child(properties, 'w:numPr');
  const level = value(numbering, 'w:ilvl');
  return defined({
    outline: outline < 9 ? outline : undefined,
    list:
      numbering &&
      defined({ id: value(numbering, 'w:numId'), level: level === undefined ? undefined : Number(level) }),
  });
}

function defined<T extends object>(look: T): T {
  return Object.fromEntries(Object.entries(look).filter(([, each]) => each !== undefined)) as T;
}

/** Styles by id, each with what it inherits; `''` is the default paragraph style. */
export class Styles {
  private readonly looks = new Map<string, Look>();

  constructor(root: Element | undefined) {
    const styles = elementsOf(root).filter((element) => element.name === 'w:style');
    const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    const defaults = runLook(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
    for (const [id] of byId) this.looks.set(id, { ...defaults, ...inherited(byId, id) });
    const normal = styles.find(
      ({ attributes }) =>
        attributes['w:type'] === 'paragraph' && ['1', 'true'].includes(attributes['w:default'] ?? ''),
    );
    this.looks.set('', this.looks.get(normal?.attributes['w:styleId'] ?? '') ?? defaults);
  }

  /** The look of a style; of the default paragraph style when there is none of that id. */
  of(id: string | undefined): Look {
    return this.looks.get(id ?? '') ?? this.looks.get('')!;
  }

  /** What a character style adds; nothing when there is none. */
  ofRun(id: string | undefined): Look {
    return id === undefined ? {} : (this.looks.get(id) ?? {});
  }
}

function inherited(byId: Map<string, Element>, id: string): Look {
  const lineage: Element[] = [];
  for (
    let at = byId.get(id);
    at && !lineage.includes(at) && lineage.length < 32;
    at = byId.get(value(at, 'w:basedOn') ?? '')
  ) {
    lineage.unshift(at);
  }
  let look: Look = {};
  for (const style of lineage) {
    const own = { ...runLook(child(style, 'w:rPr')), ...paragraphLook(child(style, 'w:pPr')) };
    look = { ...look, ...own, ...(own.list ? { list: { ...look.list, ...own.list } } : {}) };
  }
  return look;
}
