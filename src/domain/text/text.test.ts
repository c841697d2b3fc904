import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldWithMap } from './fold.ts';
import { vietnameseSortKey } from './sort-key.ts';
import { isLegalSyllable, syllableQuality } from './syllables.ts';

test('fold drops case, marks and đ, composed or not', () => {
  expect(fold('Đơn vị CHỦ TRÌ Ðề án')).toBe('don vi chu tri de an');
  expect(fold('Quyết định'.normalize('NFD'))).toBe('quyet dinh');
});

test('the map of the folded text leads back to the letters it came from', () => {
  const text = 'trước ngày'.normalize('NFD');
  const { folded, map } = foldWithMap(text);
  const at = folded.indexOf('ngay');
  expect(text.slice(map[at], map[at + 4]).normalize('NFC')).toBe('ngày');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (any) => {
      const result = foldWithMap(any);
      expect(result.map).toHaveLength(result.folded.length + 1);
      expect(result.map.at(-1)).toBe(any.length);
      expect(result.map).toEqual([...result.map].sort((a, b) => a - b));
    }),
  );
});

test('the sort key puts names in dictionary order', () => {
  const sorted = [
    'An',
    'Ân',
    'Bình',
    'Chi',
    'Cường',
    'Dung',
    'Đạt',
    'Em',
    'Huệ',
    'Ngà',
    'Ngọc',
    'Oanh',
    'Ổn',
    'Ơn',
    'Phúc',
    'Ước',
    'Yến',
  ];
  expect(sorted.toReversed().sort(byKey)).toEqual(sorted);
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai', 'măm', 'mâm'];
  expect(tones.toReversed().sort(byKey)).toEqual(tones);
  expect(['Lê Văn An', 'Lê An', 'Lê Bá'].sort(byKey)).toEqual(['Lê An', 'Lê Bá', 'Lê Văn An']);
  expect(vietnameseSortKey('Sở Khoa học')).not.toMatch(/\P{ASCII}/u);
});

function byKey(a: string, b: string): number {
  return vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1;
}

test.each([
  'nghiệm',
  'quyết',
  'qúy',
  'hoá',
  'hóa',
  'giếng',
  'gì',
  'khuỷu',
  'ngoằn',
  'Đắk',
  'yêu',
  'kỹ',
  'thuở',
  'ƯỚC',
  'uỷ',
  'quốc',
  'gia',
])('%s is a syllable', (word) => expect(isLegalSyllable(word)).toBe(true));

test.each([
  'cê',
  'nge',
  'kac',
  'thiết̀',
  'hậc̀',
  'côngg',
  'bw',
  'trëng',
  'hòác',
  'mặtt',
  'tàt',
  'củà',
  'lủận',
  'phtic',
])('%s is not a syllable', (word) => expect(isLegalSyllable(word)).toBe(false));

test('quality tells sound text from a broken text layer', () => {
  expect(syllableQuality('Sở KH&CN chủ trì, báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/9/2024.')).toBe(
    1,
  );
  expect(syllableQuality('CONG Hcok xA HQI CHiJ NGHiA VIVT NAM Dc 1p Ty do Hph phtic')).toBeLessThan(0.7);
  expect(syllableQuality('2024')).toBe(0);
});
