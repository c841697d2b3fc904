import { fold } from '../../../domain/text/fold.ts';
import { fieldsOf, type TemplateKind, taskFieldsOf, taskLoop } from './fields.ts';

/** What an inspector found: the fields used, each once, and what is wrong, in plain words. */
export interface Inspected {
  fields: { name: string; words: string; inLoop: boolean }[];
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
      faults.push(
        `«{^${name}}» không dùng được. Chỉ có trường {tên} và đoạn lặp {#${taskLoop}}…{/${taskLoop}}.`,
      );
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

/**
 * Reads a template's text parts (body, headers, footers as XML) and says which fields it uses and what is wrong with it.
 * A template without faults can be filled.
 */
export function inspectTemplate(kind: TemplateKind, parts: readonly string[]): Inspected {
  const outer = new Map(fieldsOf(kind).map((one) => [one.name, one]));
  const inner = new Map(taskFieldsOf(kind).map((one) => [one.name, one]));
  const faults: string[] = [];
  const used = new Map<string, Inspected['fields'][number]>();
  const tags = parts.flatMap((part) => paragraphsOf(part).flatMap((paragraph) => tagsOf(paragraph, faults)));
  let within = false;
  for (const { mark, name } of tags) {
    if (mark !== '') {
      if (name !== taskLoop)
        faults.push(
          `Không có đoạn lặp «{${mark}${shown(name)}}». Đoạn lặp duy nhất là {#${taskLoop}}…{/${taskLoop}}.`,
        );
      else if (mark === '#' && within)
        faults.push(`«{#${taskLoop}}» mở hai lần mà chưa đóng. Thêm «{/${taskLoop}}» ở cuối hàng trước.`);
      else if (mark === '/' && !within)
        faults.push(`«{/${taskLoop}}» đóng một đoạn lặp chưa mở. Thêm «{#${taskLoop}}» ở đầu hàng.`);
      else within = mark === '#';
      continue;
    }
    const field = (within ? inner.get(name) : undefined) ?? outer.get(name);
    if (field) used.set(name, { name, words: field.words, inLoop: inner.has(name) });
    else if (inner.has(name))
      faults.push(`«{${name}}» là trường của từng nhiệm vụ: đặt trong {#${taskLoop}}…{/${taskLoop}}.`);
    else faults.push(unknown(name, [...outer.keys(), ...inner.keys()]));
  }
  if (within)
    faults.push(`Đoạn lặp «{#${taskLoop}}» chưa đóng. Thêm «{/${taskLoop}}» ở ô cuối của hàng lặp.`);
  for (const { name, words, required } of [...outer.values(), ...inner.values()])
    if (required && !used.has(name))
      faults.push(`Thiếu trường bắt buộc «{${name}}» (${words.toLocaleLowerCase('vi')}).`);
  return { fields: [...used.values()], faults: [...new Set(faults)] };
}
