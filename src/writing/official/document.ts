/** An official document as what it says; how it looks is the layout's (`lay-out.ts`). Nothing here is Word or PDF. */
export interface OfficialDocument {
  /** ISO day whose rules of layout hold. */
  on: string;
  /** Authority above the issuing body, «UBND tỉnh Minh Sơn»; null where none is named. */
  superior: string | null;
  issuer: string;
  /** What follows the number, «TB-SKHCN»; null where the paper bears none. */
  sign: string | null;
  /** Null is left open for the clerk who registers it. */
  number: number | null;
  place: string;
  /** ISO; null is left open. */
  date: string | null;
  /** What a template shows where number and date are open: names of its fields. */
  open?: Partial<Record<'number' | 'date' | 'year', string>>;
  title: Title;
  body: readonly Block[];
  /** Who signs at the right, opposite the recipients; null where `parties` sign. */
  signature: Signature | null;
  recipients: readonly string[];
  /** Two sides that sign beside each other, as under minutes. */
  parties?: readonly (readonly [Signature, Signature])[];
  appendices?: readonly Appendix[];
}

/** A named kind with its summary, or a letter: «V/v» under the number, and whom it is sent to. */
export type Title =
  | { kind: string; subject: string }
  | { letter: true; subject: string; to: readonly string[] };

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/**
 * Headings number themselves as the decree does: level 1 «I.», 2 «1.», 3 «a)», each anew under the one above; a level 2
 * without any level 1 above it begins at «1.».
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string | readonly Run[]; align?: 'both' | 'center'; keepNext?: boolean }
  | { kind: 'item'; text: string }
  | Table
  | Picture;

/** A cell of a table's head, over several columns and rows where it says so. */
export interface HeaderCell {
  text: string;
  across?: number;
  down?: number;
}

export interface Table {
  kind: 'table';
  /** Widths are shares: the table fills the width of the text. */
  columns: readonly { width: number; align?: 'left' | 'center' | 'right' }[];
  /** Rows of the head, repeated on every page; a position covered by a cell before or above is left out. */
  header: readonly (readonly HeaderCell[])[];
  rows: readonly (readonly string[])[];
}

export interface Picture {
  kind: 'picture';
  png: Uint8Array;
  /** In millimetres. */
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alt: string;
  caption: string;
}

export interface Signature {
  /** Lines above the name in capitals, from `signingLines` or as the minutes name the sides. */
  lines: readonly string[];
  /** Plain words beneath them: a unit, «(Ký, ghi rõ họ tên)». */
  note?: string;
  /** Null is left open. */
  name: string | null;
}

/** Begins a page of its own, on its side where tables are wide; pages are numbered anew. */
export interface Appendix {
  title: string;
  landscape?: boolean;
  blocks: readonly Block[];
}

export type Authority = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.';

/**
 * The lines over a signer's name (Nghị định 30/2020/NĐ-CP Đ13): «TL. GIÁM ĐỐC / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG».
 * @param chain in whose stead or name, from the highest down
 * @param title of who signs
 * @throws RangeError for a chain the decree does not allow: what was delegated in writing (TUQ.) is not delegated on,
 *   a deputy's (KT.) is signed by that deputy, a body (TM.) stands first
 */
export function signingLines(
  chain: readonly { form: Authority; of: string }[],
  title: string,
): readonly string[] {
  for (const [at, { form }] of chain.entries()) {
    const last = at === chain.length - 1;
    if (form === 'TUQ.' && !last)
      throw new RangeError('Người được thừa uỷ quyền không uỷ quyền lại cho người khác ký');
    if (form === 'KT.' && !last)
      throw new RangeError('Cấp phó ký thay thì tự ký, không giao người khác ký tiếp');
    if (form === 'TM.' && at > 0) throw new RangeError('«TM.» đứng ở dòng đầu');
  }
  return [...chain.map(({ form, of }) => `${form} ${capitals(of)}`), capitals(title)];
}

/** In capitals, as Vietnamese writes them; the fields of a template, {ten_don_vi}, keep their names. */
export const capitals = (text: string): string =>
  text
    .normalize('NFC')
    .split(/(\{[^{}]*\})/u)
    .map((part, at) => (at % 2 === 1 ? part : part.toLocaleUpperCase('vi')))
    .join('');
