import { fold } from '../../domain/text/fold.ts';

/** A word (one syllable, a number or a document number) or one mark of punctuation. */
export interface Token {
  text: string;
  folded: string;
  start: number;
  end: number;
  word: boolean;
  capital: boolean;
}

const tokenPattern = /[\p{L}\p{N}\p{M}]+(?:[./&%-][\p{L}\p{N}\p{M}]+)*%?|[^\s]/gu;
const foldedWords = new Map<string, string>();
const rememberedWords = 20_000;

/** Folding is the costly part and words repeat, so the common ones are remembered (bounded). */
function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (foldedWords.size < rememberedWords && word.length < 24) foldedWords.set(word, folded);
  return folded;
}

/** Cuts `text.slice(from, to)` into tokens; offsets are into `text`. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(tokenPattern)) {
    const word = /^[\p{L}\p{N}]/u.test(match[0]);
    tokens.push({
      text: match[0],
      folded: word ? foldWord(match[0]) : match[0],
      start: from + match.index,
      end: from + match.index + match[0].length,
      word,
      capital: /^\p{Lu}/u.test(match[0]),
    });
  }
  return tokens;
}

const bare = /^[a-z0-9]+$/;

interface Phrase {
  /** As written in the table, and its syllables with and without marks. */
  phrase: string;
  marked: string[];
  folded: string[];
}

/**
 * A table of phrases. OCR loses marks («tô chức», «đây mạnh»), so a phrase of two syllables or more is found
 * by its folded syllables when one of them carries its own marks, or when none of the words carries any.
 * A single syllable must be written exactly («trình», not «trinh»).
 */
export class Lexicon {
  readonly #byFirst = new Map<string, Phrase[]>();

  readonly #except: Set<string>;

  /** `phrases` and `except` are lists separated by commas or line ends; where two words of `except` stand, nothing is found. */
  constructor(phrases: string, except = '') {
    this.#except = new Set(except.split(',').map((pair) => pair.trim()));
    for (const raw of phrases.split(/[,\n]/)) {
      const phrase = raw.trim();
      if (!phrase) continue;
      const marked = phrase.split(/\s+/);
      const folded = marked.map(fold);
      const list = this.#byFirst.get(folded[0] as string) ?? [];
      list.push({ phrase, marked, folded });
      list.sort((a, b) => b.folded.length - a.folded.length);
      this.#byFirst.set(folded[0] as string, list);
    }
  }

  /** The longest phrase beginning at token `i`, and how many tokens it takes. */
  at(tokens: Token[], i: number): { phrase: string; length: number } | undefined {
    const first = tokens[i];
    if (!first) return undefined;
    const pair = `${first.text.toLowerCase()} ${tokens[i + 1]?.text}`;
    for (const candidate of this.#byFirst.get(first.folded) ?? []) {
      if (fits(candidate, tokens, i) && !this.#except.has(pair))
        return { phrase: candidate.phrase, length: candidate.folded.length };
    }
    return undefined;
  }
}

function fits({ marked, folded }: Phrase, tokens: Token[], i: number): boolean {
  let exact = 0;
  let unmarked = 0;
  let rises = false; // «Cổ phần Cấp nước» holds no «phân cấp»
  for (let k = 0; k < folded.length; k++) {
    const token = tokens[i + k];
    if (!token || token.folded !== folded[k]) return false;
    rises ||= k > 0 && token.capital && tokens[i + k - 1]?.capital === false;
    const text = token.text.toLowerCase();
    if (text === marked[k]) exact++;
    if (bare.test(text)) unmarked++;
  }
  if (rises && exact < folded.length) return false;
  return folded.length === 1 ? exact === 1 : exact > 0 || unmarked === folded.length;
}
