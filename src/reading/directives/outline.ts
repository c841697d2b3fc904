import type { Parties } from '../units/parties.ts';
import type { Mark } from './marks.ts';

/** What the headings above a paragraph say about it. */
export interface Context {
  lead?: Parties;
  coordinating: Parties[];
  /** Judgement, aims, reasons: no instruction is given here. */
  excluded: boolean;
  /** What was said in a discussion: even «X đề nghị Y …» is none. */
  discussed?: boolean;
  /** Under a heading that hands out work. */
  task: boolean;
  /** Where the lead stands: a heading of its own, a lead-in sentence to many, or the letter's addressee. */
  leadFrom?: 'heading' | 'lead-in' | 'addressee';
}

export interface Node {
  kind: string;
  label: string;
  context: Context;
  /** Count of nodes made before it: tells which candidates stand under it. */
  serial: number;
}

/** What an unmarked paragraph ends: bullets, and the opener of a list in the press. */
const bullets = new Set(['dash', 'plus', 'opener']);

/**
 * The outline as it is read from top to bottom. Marks have no fixed order of rank (an office may put
 * a) over 1. or 1. over a)), so rank is learned: a kind already open closes everything below it, a new kind opens one level deeper.
 */
export class Outline {
  readonly #stack: Node[];
  #serial = 0;

  constructor(root: Context) {
    this.#stack = [{ kind: 'root', label: '', context: root, serial: 0 }];
  }

  get top(): Node {
    return this.#stack[this.#stack.length - 1] as Node;
  }

  /** Serials of the open nodes, from the root down. */
  get serials(): number[] {
    return this.#stack.map((node) => node.serial);
  }

  get labels(): string[] {
    return this.#stack.slice(1).map((node) => node.label);
  }

  /** Opens the node of a marked paragraph or of an unmarked heading (`kind` 'heading'). */
  open(mark: Pick<Mark, 'kind' | 'label'>): Node {
    const same = this.#stack.findIndex((node) => node.kind === mark.kind);
    if (same > 0) this.#stack.length = same;
    const parent = this.top;
    const node: Node = {
      kind: mark.kind,
      label: mark.label,
      context: { ...parent.context, coordinating: [...parent.context.coordinating] },
      serial: ++this.#serial,
    };
    this.#stack.push(node);
    return node;
  }

  /** An unmarked paragraph ends the bullets before it and belongs to what stands above them. */
  closeBullets(): Node {
    while (this.#stack.length > 1 && bullets.has(this.top.kind)) this.#stack.pop();
    return this.top;
  }

  get parentSerial(): number {
    return this.#stack[this.#stack.length - 2]?.serial ?? 0;
  }
}
