import { isLegalSyllable } from '../../domain/text/syllables.ts';
import { raiseHeadings, tcvn3ToUnicode } from './tcvn3.ts';
import { vniToUnicode } from './vni.ts';

/** A run of letters of one font; the font only breaks ties, for it is wrong too often to be trusted. */
export interface Stretch {
  text: string;
  font?: string;
}

export type Encoding = 'unicode' | 'tcvn3' | 'vni' | 'utf8-twice';

const decoders: Record<Encoding, (text: string) => string> = {
  unicode: (text) => text,
  tcvn3: tcvn3ToUnicode,
  vni: vniToUnicode,
  'utf8-twice': (text) => utf8Twice(text) ?? text,
};
const encodings = Object.keys(decoders) as Encoding[];

/** Words with a letter that the encodings write differently; soft hyphens belong to them (TCVN3 ư). */
const chunk = /[^\s!-/:-@[-`{-~\u00A0\u2013-\u2026\u2022]+/gu;
const telling = /[\u00A1-\u024F\u1E00-\u1EFF]|\p{M}/u;
const beyondLatin1 = /[\u0100-\u024F\u1E00-\u1EFF]|\p{M}/u;
/** UTF-8 read as Windows-1252: «Ã», «á»», «Æ°» before another high letter. */
const twice =
  /[ÃÄÅÆáâ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;

type Scores = Record<Encoding, number>;

/**
 * Decodes the stretches of one document into composed Unicode. Each stretch is scored by how many of its telling
 * words become legal syllables under each encoding; where that does not decide, the encoding that serves the
 * document's other stretches of the same font family decides. A document may mix encodings.
 * @returns the decoded texts in the same order and the encodings used, the most frequent first
 */
export function decodeStretches(stretches: Stretch[]): { texts: string[]; encodings: Encoding[] } {
  const scores = stretches.map(scoreStretch);
  const families = new Map<string, Scores>();
  for (const [i, stretch] of stretches.entries()) {
    const family = fontFamily(stretch.font);
    const sum = families.get(family) ?? none();
    for (const encoding of encodings) sum[encoding] += scores[i]![encoding];
    families.set(family, sum);
  }
  const used = new Map<Encoding, number>();
  const texts = stretches.map((stretch, i) => {
    const family = fontFamily(stretch.font);
    const usual = best(families.get(family)!, family);
    const encoding = best(scores[i]!, usual);
    if (telling.test(stretch.text)) used.set(encoding, (used.get(encoding) ?? 0) + stretch.text.length);
    const decoded = decoders[encoding](stretch.text).normalize('NFC');
    if (encoding !== 'tcvn3') return decoded;
    return isCapitalFont(stretch.font) ? decoded.toUpperCase() : raiseHeadings(decoded);
  });
  const ranked = [...used].sort((a, b) => b[1] - a[1]).map(([encoding]) => encoding);
  return { texts, encodings: ranked.length > 0 ? ranked : ['unicode'] };
}

/** Stretches of the same family and case may be decoded as one. */
export function sameDecoding(a: string | undefined, b: string | undefined): boolean {
  return fontFamily(a) === fontFamily(b) && isCapitalFont(a) === isCapitalFont(b);
}

/** Whether the font writes the bytes of TCVN3 or VNI, by its name. */
export function isLegacyFont(font: string | undefined): boolean {
  return fontFamily(font) !== '';
}

function fontFamily(font: string | undefined): 'tcvn3' | 'vni' | '' {
  if (font === undefined) return '';
  if (/^\.?vn[a-z]/i.test(font) && !/^vni/i.test(font)) return 'tcvn3';
  return /^vni[-\s]/i.test(font) ? 'vni' : '';
}

function isCapitalFont(font: string | undefined): boolean {
  return font !== undefined && fontFamily(font) === 'tcvn3' && /H$/.test(font.trim());
}

const none = (): Scores => ({ unicode: 0, tcvn3: 0, vni: 0, 'utf8-twice': 0 });

/** One telling word does not outweigh the rest of the document, two do. */
const trust = 2.5;

function best(scores: Scores, favourite: Encoding | ''): Encoding {
  let winner: Encoding = 'unicode';
  let top = Number.NEGATIVE_INFINITY;
  for (const encoding of encodings) {
    const score = scores[encoding] + (encoding === favourite ? trust : 0);
    if (score > top) {
      top = score;
      winner = encoding;
    }
  }
  return winner;
}

function scoreStretch({ text }: Stretch): Scores {
  const scores = none();
  if (!telling.test(text)) return scores;
  const mayBeTwice = twice.test(text);
  if (!mayBeTwice) scores['utf8-twice'] = Number.NEGATIVE_INFINITY;
  for (const [word] of text.matchAll(chunk)) {
    if (!telling.test(word) || !/\p{L}/u.test(word)) continue;
    for (const encoding of encodings) {
      if (encoding === 'utf8-twice' && !mayBeTwice) continue;
      const fits = encoding === 'unicode' || encoding === 'utf8-twice' || !beyondLatin1.test(word);
      scores[encoding] += fits && isVietnamese(decoders[encoding](word)) ? 1 : -1;
    }
  }
  return scores;
}

const judged = new Map<string, boolean>();
const rememberedWords = 20_000;

/** Words repeat, within a text and between texts, so the common ones are remembered (bounded). */
function isVietnamese(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  const legal = isLegal(word);
  if (judged.size < rememberedWords && word.length < 24) judged.set(word, legal);
  return legal;
}

function isLegal(word: string): boolean {
  const composed = word.normalize('NFC').replace(/Ð/g, 'Đ');
  const letters = composed.match(/\p{L}+/gu);
  return letters !== null && !/[\u00A1-\u00BF×÷]/.test(composed) && letters.every(isLegalSyllable);
}

const windows1252 = new Map<string, number>();
for (let byte = 0; byte < 256; byte++) {
  windows1252.set(new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte);
}

/** Text whose UTF-8 bytes were taken for Windows-1252; undefined when it is not that. */
function utf8Twice(text: string): string | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = windows1252.get(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
