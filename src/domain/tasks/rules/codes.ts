import type { RuleOf } from './rule.ts';

/** Parts of a task's code: its order, the year its family counts, and letters the pattern names. */
export type CodeParts = Record<string, string | number>;

const placeholder = /\{(?<name>[a-z]+)(?::(?<digits>\d))?\}/gu;

/**
 * A code after its family's template.
 * @throws RangeError for a part that is missing or an order with more digits than the template has
 */
export function formatCode({ id, value }: RuleOf<'code'>, parts: CodeParts): string {
  return value.pattern.replace(placeholder, (_all, name: string, digits?: string) => {
    const part = parts[name];
    if (part === undefined) throw new RangeError(`Mã số theo «${id}» thiếu phần «${name}»`);
    if (name === 'letters' && value.letters?.includes(String(part)) === false) {
      throw new RangeError(`Mã số theo «${id}» không có loại «${part}», chỉ có ${value.letters.join(', ')}`);
    }
    if (digits === undefined) return String(part);
    const length = Number(digits);
    const number = name === 'year' && length === 2 ? Number(part) % 100 : Number(part);
    const written = String(number).padStart(length, '0');
    if (written.length > length)
      throw new RangeError(`Số thứ tự ${part} dài quá ${length} chữ số của mã «${id}»`);
    return written;
  });
}

/**
 * The parts of a code written after a family's template, or undefined where it is not of this family. Dashes, slashes, blanks
 * and Đ/D are written in many ways: the text itself is kept, this only helps to recognise it.
 */
export function parseCode({ value }: RuleOf<'code'>, code: string): Record<string, string> | undefined {
  const pieces = value.pattern.split(/(\{[^}]+\})/u).map((piece) => {
    const [found] = piece.matchAll(placeholder);
    if (!found?.groups) return literal(piece);
    const { name = '', digits } = found.groups;
    return `(?<${name}>${shapeOf(name, digits, value.letters)})`;
  });
  return new RegExp(`^${pieces.join('')}$`, 'u').exec(plain(code))?.groups;
}

/** The parts a family's template asks for beside the order and the year, each with what it may be; none where it is free. */
export const partsAsked = ({ value }: RuleOf<'code'>): { name: string; options: string[] }[] =>
  [...value.pattern.matchAll(placeholder)].flatMap(({ groups }) => {
    const name = groups?.name ?? '';
    if (name === 'order' || name === 'year') return [];
    return [{ name, options: name === 'letters' ? [...(value.letters ?? [])] : [] }];
  });

/** What a new code's order counts within: codes with the same key share one counter. */
export function counterKey({ topic, value }: RuleOf<'code'>, parts: CodeParts): string {
  return [topic, ...value.counter.map((name) => String(parts[name] ?? ''))].join('|');
}

function shapeOf(name: string, digits: string | undefined, letters: readonly string[] | undefined): string {
  if (digits) return `\\d{1,${digits}}`;
  if (name === 'letters' && letters) return letters.map(literal).join('|');
  return name === 'order' ? '\\d+' : '[\\p{L}\\d-]+?';
}

function plain(text: string): string {
  return text.trim().toUpperCase().replaceAll('Đ', 'D');
}

function literal(text: string): string {
  return [...plain(text)].map((sign) => (/[./\s-]/u.test(sign) ? '[./\\s-]*' : RegExp.escape(sign))).join('');
}
