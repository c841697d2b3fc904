/** One piece of RTF: a group's brace, a control word with its number, a byte of text, or a stretch of them. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; number: number | undefined }
  | { kind: 'bytes'; bytes: number[] };

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Cuts RTF into tokens; what is malformed is passed over, and `\bin` data are jumped. */
export function* tokens(source: Uint8Array): Generator<Token> {
  let at = 0;
  let bytes: number[] = [];
  const code = (i: number) => source[i] ?? 0;
  while (at < source.length) {
    const byte = code(at);
    if (byte === 10 || byte === 13 || byte === 0) {
      at++;
      continue;
    }
    if (byte === 92 && code(at + 1) === 39) {
      const value = Number.parseInt(String.fromCharCode(code(at + 2), code(at + 3)), 16);
      if (!Number.isNaN(value)) bytes.push(value);
      at += 4;
      continue;
    }
    if (byte !== 92 && byte !== 123 && byte !== 125) {
      bytes.push(byte);
      at++;
      continue;
    }
    if (bytes.length > 0) yield { kind: 'bytes', bytes };
    bytes = [];
    if (byte !== 92) {
      yield { kind: byte === 123 ? 'open' : 'close' };
      at++;
      continue;
    }
    const first = ++at;
    if (!isLetter(code(at))) {
      yield { kind: 'word', word: String.fromCharCode(code(at)), number: undefined };
      at++;
      continue;
    }
    while (at - first < 32 && isLetter(code(at))) at++;
    const word = String.fromCharCode(...source.subarray(first, at));
    const digits = at;
    if (code(at) === 45) at++;
    while (at - digits < 11 && isDigit(code(at))) at++;
    const number = Number.parseInt(String.fromCharCode(...source.subarray(digits, at)), 10);
    if (code(at) === 32) at++;
    if (word === 'bin' && number > 0) at += number;
    else yield { kind: 'word', word, number: Number.isNaN(number) ? undefined : number };
  }
  if (bytes.length > 0) yield { kind: 'bytes', bytes };
}
