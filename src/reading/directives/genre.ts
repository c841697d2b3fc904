import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';

/** Signs of a paper of state, each on a line of its own (decree 30/2020, annex I). */
const officialSigns: RegExp[] = [
  /doc lap\s*-\s*tu do\s*-\s*hanh phuc/,
  /kinh gui\s*:/,
  /noi nhan\s*:/,
  /^\s*(thong bao|quyet dinh|ke hoach|nghi quyet|chi thi|cong dien|chuong trinh|huong dan|ket luan|bao cao|to trinh|de an|phuong an|quy che|quy dinh|giay moi|bien ban)\s*:?\s*$/m,
  /^\s*(so|s6)\s*:?\s*[\w/.-]*\s*\/\s*[\w-]+/m,
  /^\s*can cu (luat|nghi dinh|quyet dinh|nghi quyet|thong tu)/m,
  /^\s*(dieu \d+\.|[ivx]+\.\s)/m,
  /(quyet dinh|quyet nghi|chi thi)\s*:\s*$/m,
];
const signsOfPaper = 1;
const headOfPaper = 6_000;

/** True for web pages and press reports: no sign of a paper of state stands in them. */
export function isPress(text: string, kind: string | null): boolean {
  if (kind && kind !== 'news') return false;
  const folded = fold(
    text.length > 2 * headOfPaper ? `${text.slice(0, headOfPaper)}\n${text.slice(-headOfPaper)}` : text,
  );
  return officialSigns.filter((sign) => sign.test(folded)).length < signsOfPaper;
}

const longestTitle = 200;

/**
 * Where the title and lead paragraph of a press text end: they tell in short what the body tells again.
 * 0 when the text is too short to repeat itself.
 */
export function ledeEnd(flat: string, blocks: Block[]): number {
  const printed = blocks.filter((block) => flat.slice(block.start, block.end).trim() !== '');
  const [title, lede] = printed;
  if (!title || !lede || printed.length < 4) return 0;
  const titled =
    title.end - title.start < longestTitle && !/[.;:]\s*$/.test(flat.slice(title.start, title.end));
  return titled ? lede.end : 0;
}
