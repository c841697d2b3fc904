/** VNI for Windows: a plain letter followed by a mark letter; ơ ư đ and the i family have letters of their own. */
const marksOfA = 'ùøûõïâáàåãäêéèúüë';
const lettersOfA = 'áàảãạâấầẩẫậăắằẳẵặ';
const marksOfOther = marksOfA.slice(0, 11);
const pairs: [base: string, marks: string, letters: string][] = [
  ['a', marksOfA, lettersOfA],
  ['e', marksOfOther, 'éèẻẽẹêếềểễệ'],
  ['o', marksOfOther, 'óòỏõọôốồổỗộ'],
  ['u', marksOfOther.slice(0, 5), 'úùủũụ'],
  ['y', marksOfOther.slice(0, 4), 'ýỳỷỹ'],
  ['ô', marksOfOther.slice(0, 5), 'ớờởỡợ'],
  ['ö', marksOfOther.slice(0, 5), 'ứừửữự'],
];
const singles: [code: string, letter: string][] = [...'íìæóòôöîñ'].map((code, i) => [
  code,
  'íìỉĩịơưỵđ'.charAt(i),
]);

const toUnicode = new Map<string, string>(singles);
for (const [base, marks, letters] of pairs)
  for (const [i, mark] of [...marks].entries()) toUnicode.set(base + mark, letters.charAt(i));
const fromUnicode = new Map([...toUnicode].map(([code, letter]) => [letter, code]));

const isCapital = (char: string) => char !== char.toLowerCase();
const matchCase = (letter: string, model: string) => (isCapital(model) ? letter.toUpperCase() : letter);

/** VNI bytes held as Latin-1 letters → Unicode; everything outside the table stays. */
export function vniToUnicode(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const small = char.toLowerCase();
    const pair = toUnicode.get(small + text.charAt(i + 1).toLowerCase());
    if (pair !== undefined && i + 1 < text.length) {
      out += matchCase(pair, char);
      i++;
    } else out += matchCase(toUnicode.get(small) ?? small, char);
  }
  return out;
}

/** Unicode → VNI bytes held as Latin-1 letters; a mark takes the case of its letter. */
export function unicodeToVni(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    const code = fromUnicode.get(char.toLowerCase());
    out += code === undefined ? char : isCapital(char) ? code.toUpperCase() : code;
  }
  return out;
}
