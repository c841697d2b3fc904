/**
 * Which strings are Vietnamese syllables by the spelling rules: onset × rhyme × tone.
 * It tells a sound text from a mis-decoded or badly recognised one without a word list.
 */
const split = (list: string): string[] => list.split(/\s+/).filter(Boolean);

const rhymes = split(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
  oe oem oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơng ơp ơt
  u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uân uâng uât uây uê uên uêch uênh uêu uơ
  uy uya uych uynh uyt uyp uyu uyên uyêt uyn ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu`);

/** After q the glide is written u: quan, quốc, quyết; «qui» stands beside «quy». */
const qRhymes = [
  ...rhymes.filter((r) => /^o[aăe]/.test(r)).map((r) => `u${r.slice(1)}`),
  ...rhymes.filter((r) => /^(?:uâ|uê|uy|uơ|uô)/.test(r)),
  ...split('ui uit uin uich uau uơn uăp uâu uâng uen ue u'),
];
const front = /^[eêi]/;
const onsetsByRhyme: [onsets: string[], fits: (rhyme: string) => boolean][] = [
  [split('b ch d đ h kh l m n nh p ph r s t th tr v x'), () => true],
  [['c', 'g', 'ng'], (r) => !front.test(r)],
  [['k', 'gh', 'ngh'], (r) => front.test(r)],
  [['gi'], (r) => !/^i/.test(r)],
];

const syllables = build();

function build(): ReadonlySet<string> {
  const legal = new Set<string>(rhymes);
  for (const [onsets, fits] of onsetsByRhyme)
    for (const onset of onsets) for (const rhyme of rhymes) if (fits(rhyme)) legal.add(onset + rhyme);
  for (const rhyme of qRhymes) legal.add(`q${rhyme}`);
  for (const whole of split('gi gin gim gip giêng giêt giêc giên y yêm yên yêng yêt yêu đăk đăc pa'))
    legal.add(whole);
  // y for i in open syllables and Sino-Vietnamese words: kỹ, lý, mỹ, sỹ, tỷ, hy, vỹ
  for (const onset of split('b d đ h k l m n r s t th v x')) legal.add(`${onset}y`);
  return legal;
}

/** Small letters with a tone mark → the letter without it and the tone. */
const toneless = new Map<string, { letter: string; stop: boolean }>();
for (const letter of 'aăâeêioôơuưy')
  for (const [mark, stop] of [
    ['\u0300', false],
    ['\u0301', true],
    ['\u0303', false],
    ['\u0309', false],
    ['\u0323', true],
  ] as const)
    toneless.set((letter + mark).normalize('NFC'), { letter, stop });

const stopFinal = /(?:c|ch|p|t)$/;

/**
 * Whether `token` (letters only, composed, any case) is spelled as a Vietnamese syllable: a legal onset and
 * rhyme, at most one tone, and only sắc or nặng on a stop final. The tone may sit on either vowel (hoá, hóa, qúy).
 */
export function isLegalSyllable(token: string): boolean {
  if (token.length > 7) return false;
  let plain = '';
  let toned: { stop: boolean } | undefined;
  for (const char of token.toLowerCase()) {
    const found = toneless.get(char);
    if (!found) plain += char;
    else if (toned) return false;
    else {
      plain += found.letter;
      toned = found;
    }
  }
  if (!syllables.has(plain)) return false;
  return !stopFinal.test(plain) || (toned?.stop ?? isPlainAscii(plain));
}

/** Text without any marks («cac», «viet») is still Vietnamese: folded titles, e-mail lines, file names. */
function isPlainAscii(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

/** Letters in a row; list marks (b, c) and abbreviations (UBND, KH, QĐ) say nothing of how well a text was read. */
const word = /[\p{L}\p{M}]+/gu;
const abbreviation = /^(?=.*[BCDĐGHKLMNPQRSTVXFJWZ])[A-ZĐ&]{2,6}$/;

/** How many words of the text are legal syllables (`legal`) and how many were counted (`words`). */
export function countSyllables(text: string): { legal: number; words: number } {
  let legal = 0;
  let words = 0;
  for (const [token] of text.matchAll(word)) {
    if (isLegalSyllable(token)) legal++;
    else if (token.length === 1 || abbreviation.test(token)) continue;
    words++;
  }
  return { legal, words };
}

/**
 * Share of words that are legal syllables, 0..1; 0 for a text without words. Sound Vietnamese text gives
 * about 0.95 and more (foreign names and units are the rest), a wrong encoding or a bad text layer well under 0.85.
 */
export function syllableQuality(text: string): number {
  const { legal, words } = countSyllables(text);
  return words === 0 ? 0 : legal / words;
}
