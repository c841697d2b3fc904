import { foldWithPlaces } from '../domain/deadlines/folded.ts';

/** A line of the text that holds words, with its place. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** Without marks or case, white space single. */
  folded: string;
}

/** The first lines of a text that hold words, at most `most` of them, each cut at 600 characters. */
export function linesOf(text: string, from: number, most: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < text.length && lines.length < most) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const words = text.slice(start, Math.min(end, start + 600)).replaceAll('|', '\t');
    if (/[\p{L}\p{N}]/u.test(words)) {
      lines.push({ start, end, text: words, folded: foldWithPlaces(words).text.trim() });
    }
    start = end + 1;
  }
  return lines;
}

/** Share of a line's letters that are capitals, 0..1; old encodings lose capitals, so ask for less than all. */
export function capitals(words: string): number {
  const letters = words.match(/\p{L}/gu) ?? [];
  const large = letters.filter((one) => one !== one.toLowerCase());
  return letters.length === 0 ? 0 : large.length / letters.length;
}

const motto =
  /c[oa]ng h[oc][ao]?k? x.{0,2} h.i ch. ngh.a|cong hoa xa hoi|doc lap ?- ?tu d|d.c l.p ?- ?t. d|dang cong san viet nam/;
const organ =
  /^(?:- ?)?(?:so|bo|uy ban|ubnd|tong cuc|cuc|chi cuc|van phong|ban|hoi dong|hoi|lien doan|lien minh|trung tam|truong|chinh phu|thu tuong|phong|vien|tinh uy|thanh uy|huyen uy|quan uy|dang uy|cong ty|tong cong ty|tap doan|hdnd|dai hoc|hoc vien|ngan hang|kho bac|thanh tra|toa an|quoc hoi|uy ban thuong vu|quy|bao hiem|cong doan|doan)(?!\p{L})/u;

/** Whether a line carries the state's name or motto, or the party's name. */
export const isMotto = (line: Line): boolean => motto.test(line.folded);

/**
 * The issuing organ from the left column of the header: the lines before the number, freed of the right column. The
 * superior organ above is left out («UBND TỈNH X / SỞ Y» gives «SỞ Y»); joint issuers are joined by « - ».
 */
export function issuerOf(lines: readonly Line[], joint: boolean): string | null {
  const groups: string[] = [];
  const lowerCase = lines.some(isMotto) && !lines.some((line) => isMotto(line) && capitals(line.text) > 0.3);
  for (const line of lines) {
    if (/ngay .{1,16}thang .{1,8}nam/.test(line.folded)) continue;
    const words = leftColumn(line);
    const known = organ.test(foldWithPlaces(words).text.trim());
    if (words.length < 3 || words.length > 120 || (!known && capitals(words) < 0.6 && !lowerCase)) continue;
    if (known && !/^VÀ /u.test(words)) groups.push(words);
    else if (groups.length > 0) groups.push(`${groups.pop()} ${words}`);
  }
  const clean = groups.map((one) => one.replace(/^[\s\-–_*]+|[\s\-–_*.:]+$/gu, '').replace(/\s+/gu, ' '));
  return (joint ? clean.join(' - ') : clean.at(-1)) || null;
}

/** A header line up to where its right column begins: the state's name, the motto, a wide gap or a tab. */
function leftColumn(line: Line): string {
  const folded = foldWithPlaces(line.text);
  const cut = motto.exec(folded.text);
  const left = cut === null ? line.text : line.text.slice(0, folded.at[cut.index]);
  return (left.trim().split(/\t+|\s{4,}/u)[0] ?? '').trim();
}

/** Whether a line begins the body: grounds, addressees, numbered parts, a full sentence. */
export function beginsBody(line: Line): boolean {
  // An item of a list, whatever its number, opens the body; no subject goes on so.
  if (/^\s*(?:[-–•+*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s/u.test(line.text)) return true;
  if (
    /^(?:can cu|kinh gui|chuong [ivx1]|dieu 1\b|i\. |1\. |phan (?:thu|[ivx\d]+\b)|a\. |\(? ?(?:ban hanh )?kem theo)/.test(
      line.folded,
    )
  )
    return true;
  if (
    /^\s*\p{Lu}\p{Ll}/u.test(line.text) &&
    /^(?:thuc hien|thi hanh|theo |ngay \d|de |nham |xet |tren co so|sau khi|trong )/.test(line.folded)
  )
    return true;
  return (
    line.text.length > 260 ||
    /(?:nhu sau|sau day|sau|^quyet nghi|^quyet dinh)\s*:$/.test(line.folded) ||
    (/[.;:,]$/.test(line.text.trim()) && capitals(line.text) < 0.5 && line.text.length > 60)
  );
}

/** An organ alone on a line, as a decision or resolution names its issuer under the title. */
export const isOrganAlone = (line: Line): boolean =>
  /^(?:chinh phu|quoc hoi|thu tuong chinh phu|hoi dong bo truong)$/.test(line.folded) ||
  (organ.test(line.folded.replace(/^(?:giam doc|chu tich|bo truong|thu truong|truong phong) /, '')) &&
    capitals(line.text) > 0.6 &&
    line.text.trim().length < 90);

/** Words on one line, without marks of emphasis or an end mark. */
export const tidy = (words: string) =>
  words
    .replace(/[*_#]{1,3}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;:,]+$/u, '');
