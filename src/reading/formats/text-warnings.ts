import type { ReadingWarning } from '../../domain/documents/reading.ts';

/** Below this share of legal syllables a text is not trusted (measured: sound text 0.97 and more). */
const soundQuality = 0.85;
const fewWords = 40;

const word = /\p{L}+/gu;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** What a person should know before trusting the text: its encoding, its quality, letters exchanged on purpose. */
export function textWarnings(
  text: string,
  quality: number,
  encodings: string[],
  stamps: string[],
): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  const legacy = encodings.filter((encoding) => encoding !== 'unicode');
  if (legacy.length > 0) {
    warnings.push({
      code: 'legacy-encoding',
      message: `Văn bản dùng bảng mã ${legacy.map((name) => names[name] ?? name).join(', ')}; đã chuyển sang Unicode. Hãy đối chiếu chữ hoa có dấu với bản gốc.`,
    });
  }
  if (stamps.length > 0) {
    warnings.push({
      code: 'signature-stamp',
      message: `Bỏ ngoài nội dung khung chữ ký số hoặc dấu sao y: ${stamps.join('; ')}`,
    });
  }
  const words = text.match(word) ?? [];
  if (hasExchangedLetters(words)) {
    warnings.push({
      code: 'look-alike-letters',
      message:
        'Chữ trong văn bản bị thay bằng chữ gần giống (trang mạng chống sao chép). Đừng dùng bản này; hãy lấy văn bản gốc từ cơ quan ban hành.',
    });
  } else if (words.length >= fewWords && quality < soundQuality) {
    warnings.push({
      code: 'low-quality',
      message: `Chỉ ${Math.round(quality * 100)}% số chữ đúng chính tả tiếng Việt: tệp có thể hỏng, sai bảng mã hoặc không phải tiếng Việt. Hãy đối chiếu với bản gốc.`,
    });
  }
  return warnings;
}

const names: Record<string, string> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI', 'utf8-twice': 'UTF-8 bị lưu sai' };

/** Words with two tone marks («LỦẬN», «CỦÀ») do not come from typing: at least five, one in fifty. */
function hasExchangedLetters(words: string[]): boolean {
  const wrong = words.filter((each) => (each.normalize('NFD').match(tones)?.length ?? 0) > 1);
  return wrong.length >= 5 && wrong.length * 50 >= words.length;
}
