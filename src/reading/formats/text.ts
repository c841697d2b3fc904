import { syllableQuality } from '../../domain/text/syllables.ts';
import { decodeStretches } from '../encodings/detect.ts';
import { utf16Of } from '../encodings/utf16.ts';
import type { Extracted } from '../extracted.ts';
import { compose } from './compose.ts';
import type { Draft } from './draft.ts';

/**
 * Bytes of a text file as a string: by byte order mark, as UTF-16 without one, as UTF-8, else as one byte a letter
 * (Windows-1258 or Windows-1252, which also carries TCVN3 and VNI), whichever gives more legal syllables.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding?: string } {
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0;
  if (broken * 500 <= utf8.length) return { text: utf8 };
  const western = new TextDecoder('windows-1252').decode(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const quality = (text: string) =>
    syllableQuality(decodeStretches(text.split('\n').map((line) => ({ text: line }))).texts.join('\n'));
  const candidates = [{ text: western }, { text: vietnamese, encoding: 'windows-1258' }, { text: utf8 }];
  return candidates.reduce((best, next) => (quality(next.text) > quality(best.text) ? next : best));
}

/** Reads a plain text file; its lines may be cut inside sentences. */
export function extractText(bytes: Uint8Array): Extracted {
  const { text, encoding } = decodeBytes(bytes);
  const drafts: Draft[] = text
    .split(/\r\n?|\n|\u0085|\u2028|\u2029/)
    .map((line) => ({ kind: 'paragraph', line: true, runs: [{ text: line }] }));
  const extracted = compose(drafts, { format: 'txt' });
  return encoding
    ? { ...extracted, encoding: [encoding, extracted.encoding].filter((e) => e !== 'unicode').join('+') }
    : extracted;
}
