import { fold } from '../../../domain/text/fold.ts';
import { type TemplateKind, type TemplateLoop, type TemplateShape, templateShapes } from './fields.ts';

/** A field that is used, with the loop whose it is; null for one that stands outside. */
export interface UsedField {
  name: string;
  loop: string | null;
}

/** What an inspector found: the fields used, each once, and what is wrong, in plain words. */
export interface Inspected {
  fields: UsedField[];
  faults: string[];
}

interface Tag {
  mark: '' | '#' | '/';
  name: string;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text: string) =>
  text.replace(/&(lt|gt|amp|quot|apos);/gu, (_, name: string) => entities[name] ?? '');

/** The text of each paragraph: Word often cuts a tag into several runs, which counts for nothing. */
function paragraphsOf(xml: string): string[] {
  return xml
    .split(/<w:p[ >]/u)
    .slice(1)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
        .map(([, text]) => plain(text ?? ''))
        .join(''),
    )
    .filter((text) => text !== '');
}

const most = 60;
const shown = (text: string) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** Tags of a paragraph in order; braces without their partner are faults. */
function tagsOf(paragraph: string, faults: string[]): Tag[] {
  const tags: Tag[] = [];
  const rest = paragraph.replace(/\{([#/^]?)([^{}]*)\}/gu, (_, mark: string, name: string) => {
    if (mark === '^')
      faults.push(`«{^${name}}» không dùng được. Chỉ có trường {tên} và đoạn lặp {#tên}…{/tên}.`);
    else tags.push({ mark: mark as Tag['mark'], name: name.trim() });
    return '';
  });
  if (rest.includes('{'))
    faults.push(
      `Dấu «{» không có «}» đi cùng trong cùng đoạn: «${shown(paragraph)}». Viết cả trường trong một đoạn, ví dụ {ten_don_vi}.`,
    );
  else if (rest.includes('}'))
    faults.push(`Dấu «}» không có «{» đứng trước trong cùng đoạn: «${shown(paragraph)}».`);
  return tags;
}

/** How many letters two names differ by (Levenshtein). */
function apart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that was most likely meant; null where none is near. */
function nearest(name: string, names: readonly string[]): string | null {
  const typed = fold(name.slice(0, 80)).replace(/[\s-]+/gu, '_');
  const [best] = names.map((one) => ({ one, far: apart(typed, one) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, best.one.length / 3) ? best.one : null;
}

function unknown(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return `Không có trường «{${shown(name)}}».${meant === null ? ' Xem tên các trường ở danh sách bên dưới.' : ` Có phải «{${meant}}»?`}`;
}

const pair = (name: string) => `{#${name}}…{/${name}}`;

/** Follows the tags of a template through its loops. */
class Walk {
  readonly faults: string[] = [];
  readonly #used = new Map<string, UsedField>();
  readonly #open: TemplateLoop[] = [];
  readonly #shape: TemplateShape;

  constructor(shape: TemplateShape) {
    this.#shape = shape;
  }

  get fields(): UsedField[] {
    return [...this.#used.values()];
  }

  meet({ mark, name }: Tag): void {
    const loop = this.#shape.loops.find((one) => one.name === name);
    if (mark === '') this.#field(name);
    else if (!loop) {
      const known = this.#shape.loops.map((one) => pair(one.name)).join(', ');
      this.faults.push(`Không có đoạn lặp «{${mark}${shown(name)}}». Các đoạn lặp dùng được: ${known}.`);
    } else if (mark === '#') this.#begin(loop);
    else this.#end(loop);
  }

  #begin(loop: TemplateLoop): void {
    const { name, within } = loop;
    if (this.#open.includes(loop))
      this.faults.push(`«{#${name}}» mở hai lần mà chưa đóng. Thêm «{/${name}}» ở cuối hàng trước.`);
    else {
      if (within !== undefined && !this.#open.some((one) => one.name === within))
        this.faults.push(`Đoạn lặp «{#${name}}» phải đặt trong ${pair(within)}.`);
      this.#open.push(loop);
    }
  }

  #end(loop: TemplateLoop): void {
    const { name } = loop;
    if (!this.#open.includes(loop))
      this.faults.push(`«{/${name}}» đóng một đoạn lặp chưa mở. Thêm «{#${name}}» ở đầu hàng.`);
    else
      for (let last = this.#open.pop(); last && last !== loop; last = this.#open.pop())
        this.faults.push(`«{/${name}}» đứng trước «{/${last.name}}». Đóng đoạn lặp ở trong trước.`);
  }

  #field(name: string): void {
    const has = ({ fields }: Pick<TemplateShape, 'fields'>) => fields.some((one) => one.name === name);
    const here = this.#open.findLast(has);
    const other = this.#shape.loops.find(has);
    if (here || has(this.#shape)) {
      const loop = here?.name ?? null;
      this.#used.set(`${loop}.${name}`, { name, loop });
    } else if (other)
      this.faults.push(`«{${name}}» là trường của ${other.words}: đặt trong ${pair(other.name)}.`);
    else this.faults.push(unknown(name, namesOf(this.#shape)));
  }

  /** What the whole template lacks. */
  finish(): void {
    for (const { name } of this.#open)
      this.faults.push(`Đoạn lặp «{#${name}}» chưa đóng. Thêm «{/${name}}» ở ô cuối của hàng lặp.`);
    for (const { loop, fields } of [{ loop: null, fields: this.#shape.fields }, ...loopsOf(this.#shape)]) {
      const uses = (name: string) => this.#used.has(`${loop}.${name}`);
      for (const { name, words, required, or } of fields)
        if (required && !uses(name) && !or?.every(uses)) {
          const instead = or ? ` Hoặc dùng đủ ${or.map((one) => `{${one}}`).join(', ')}.` : '';
          this.faults.push(`Thiếu trường bắt buộc «{${name}}» (${words.toLocaleLowerCase('vi')}).${instead}`);
        }
    }
  }
}

const loopsOf = ({ loops }: TemplateShape) => loops.map(({ name, fields }) => ({ loop: name, fields }));

const namesOf = ({ fields, loops }: TemplateShape) =>
  [...fields, ...loops.flatMap((loop) => loop.fields)].map(({ name }) => name);

/**
 * Reads a template's text parts (body, headers, footers as XML) and says which fields it uses and what is wrong with it.
 * A template without faults can be filled.
 */
export function inspectTemplate(kind: TemplateKind, parts: readonly string[]): Inspected {
  const walk = new Walk(templateShapes[kind]);
  const torn: string[] = [];
  const tags = parts.flatMap((part) => paragraphsOf(part).flatMap((paragraph) => tagsOf(paragraph, torn)));
  for (const tag of tags) walk.meet(tag);
  walk.finish();
  return { fields: walk.fields, faults: [...new Set([...torn, ...walk.faults])] };
}
