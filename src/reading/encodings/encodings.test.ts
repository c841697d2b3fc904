import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStretches } from './detect.ts';
import { cleanLetters } from './letters.ts';
import { raiseHeadings, tcvn3ToUnicode, unicodeToTcvn3 } from './tcvn3.ts';
import { unicodeToVni, vniToUnicode } from './vni.ts';

const small = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const sentence =
  'Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các đơn vị rà soát, báo cáo trước ngày 15 tháng 9 năm 2024; khẩn trương hướng dẫn những trường hợp vướng mắc.';
const word = fc.string({ unit: fc.constantFrom(...small), minLength: 1, maxLength: 7 });

test('TCVN3 gives back every small letter', () => {
  expect(tcvn3ToUnicode(unicodeToTcvn3(small))).toBe(small);
  expect(unicodeToTcvn3('trưởng')).toBe('tr\u00ADëng');
  fc.assert(fc.property(word, (text) => tcvn3ToUnicode(unicodeToTcvn3(text)) === text));
});

test('VNI gives back every letter, small and capital', () => {
  expect(vniToUnicode(unicodeToVni(small))).toBe(small);
  expect(vniToUnicode(unicodeToVni(small.toUpperCase()))).toBe(small.toUpperCase());
  expect(vniToUnicode('Ñoäc laäp - Töï do - Haïnh phuùc')).toBe('Độc lập - Tự do - Hạnh phúc');
});

test('the syllables decide the encoding, whatever the font says', () => {
  for (const font of ['.VnTime', 'VNI-Times', 'Times New Roman', undefined]) {
    for (const [name, encode] of [
      ['tcvn3', unicodeToTcvn3],
      ['vni', unicodeToVni],
      ['unicode', (text: string) => text.normalize('NFD')],
    ] as const) {
      const decoded = decodeStretches([{ text: encode(sentence), font }]);
      expect(decoded).toEqual({ texts: [sentence], encodings: [name] });
    }
  }
});

test('a document may mix encodings, stretch by stretch', () => {
  const { texts, encodings } = decodeStretches([
    { text: unicodeToTcvn3(sentence) },
    { text: sentence },
    { text: unicodeToTcvn3('và') },
  ]);
  expect(texts).toEqual([sentence, sentence, 'và']);
  expect(encodings).toEqual(['tcvn3', 'unicode']);
});

test('capitals come from the H font, or from their neighbours', () => {
  const heading = unicodeToTcvn3('quyết định về việc ban hành');
  expect(decodeStretches([{ text: heading, font: '.VnTimeH' }]).texts).toEqual([
    'QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH',
  ]);
  expect(raiseHeadings('ủY BAN NHÂN DÂN')).toBe('ỦY BAN NHÂN DÂN');
  expect(raiseHeadings('TOàN Bà Tư')).toBe('TOÀN Bà Tư');
});

test('UTF-8 taken for Windows-1252 is read back', () => {
  const mojibake = new TextDecoder('windows-1252').decode(new TextEncoder().encode(sentence));
  expect(decodeStretches([{ text: mojibake }]).texts).toEqual([sentence]);
});

test('letters exchanged by fonts and scanners are set right, dates keep their slashes', () => {
  expect(cleanLetters('QÐ 87\u20442017/N\u0110-CP\u00A0ngày\u200B 10/12//2022')).toBe(
    'QĐ 87/2017/NĐ-CP ngày 10/12//2022',
  );
});
