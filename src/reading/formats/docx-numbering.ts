import { ListCounter, type ListLevel } from './list-numbers.ts';
import { child, type Element, elementsOf, isOn, value } from './xml.ts';

interface List {
  abstract: string;
  /** Levels that this list starts anew the first time it is used. */
  restarts: Map<number, number>;
}

/** Automatic numbers of a Word document (numbering.xml): lists of one definition count on together. */
export class Numbering {
  private readonly levels = new Map<string, Map<number, ListLevel>>();
  private readonly counters = new Map<string, ListCounter>();
  private readonly lists = new Map<string, List>();

  constructor(root: Element | undefined) {
    const elements = elementsOf(root);
    for (const element of elements) {
      if (element.name !== 'w:abstractNum') continue;
      this.levels.set(element.attributes['w:abstractNumId'] ?? '', levelsOf(element));
    }
    for (const element of elements) {
      if (element.name === 'w:num') this.addList(element);
    }
    this.followStyleLinks(elements);
  }

  /** The mark of the next item in list `id` at `level` (from 0); empty when there is no such list. */
  next(id: string, level: number): string {
    const list = this.lists.get(id);
    if (!list) return '';
    const counter = this.counterOf(list.abstract);
    const start = list.restarts.get(level);
    if (start !== undefined) {
      counter.restart(level, start);
      list.restarts.delete(level);
    }
    return counter.next(level);
  }

  private counterOf(abstract: string): ListCounter {
    const found = this.counters.get(abstract) ?? new ListCounter(this.levels.get(abstract) ?? new Map());
    this.counters.set(abstract, found);
    return found;
  }

  private addList(element: Element): void {
    const id = element.attributes['w:numId'] ?? '';
    let abstract = value(element, 'w:abstractNumId') ?? '';
    const restarts = new Map<number, number>();
    const own = new Map(this.levels.get(abstract));
    let redefined = false;
    for (const override of elementsOf(element)) {
      if (override.name !== 'w:lvlOverride') continue;
      const level = Number(override.attributes['w:ilvl'] ?? 0);
      const start = value(override, 'w:startOverride');
      if (start !== undefined) restarts.set(level, Number(start));
      const definition = child(override, 'w:lvl');
      if (!definition) continue;
      own.set(level, levelOf(definition));
      redefined = true;
    }
    if (redefined) {
      abstract = `${abstract}/${id}`;
      this.levels.set(abstract, own);
    }
    this.lists.set(id, { abstract, restarts });
  }

  /** A definition without levels points at another by a style's name. */
  private followStyleLinks(elements: Element[]): void {
    const named = new Map(
      elements.map((element) => [value(element, 'w:styleLink'), element.attributes['w:abstractNumId'] ?? '']),
    );
    for (const element of elements) {
      const target = named.get(value(element, 'w:numStyleLink') ?? '');
      const levels = target === undefined ? undefined : this.levels.get(target);
      if (levels) this.levels.set(element.attributes['w:abstractNumId'] ?? '', levels);
    }
  }
}

function levelsOf(abstract: Element): Map<number, ListLevel> {
  const levels = elementsOf(abstract).filter((element) => element.name === 'w:lvl');
  return new Map(levels.map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]));
}

function levelOf(level: Element): ListLevel {
  const restart = value(level, 'w:lvlRestart');
  return {
    format: value(level, 'w:numFmt') ?? 'decimal',
    text: value(level, 'w:lvlText') ?? '',
    start: Number(value(level, 'w:start') ?? 0),
    legal: isOn(level, 'w:isLgl'),
    ...(restart === undefined ? {} : { restartAfter: Number(restart) }),
  };
}
