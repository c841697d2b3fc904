/** Controls, and marks that turn the direction of writing, with which «txt.exe» is shown as «exe.txt». */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Letters of a name without its extension, and of an extension. */
const longest = { name: 200, extension: 12 };
const unnamed = 'tệp không tên';

/** A file's name as people may see and keep it: NFC, without folders and unseen signs, not endless. */
export function plainFileName(name: string): string {
  const plain = name.toWellFormed().normalize('NFC').replace(unseen, '').split(/[\\/]/u).at(-1)?.trim() ?? '';
  if (/^\.*$/u.test(plain)) return unnamed;
  const [whole, stem = whole, extension = ''] = /^(.+)(\.[^.\s]+)$/u.exec(plain) ?? [plain];
  const short = [...stem].slice(0, longest.name).join('');
  return extension.length > longest.extension + 1
    ? [...plain].slice(0, longest.name).join('')
    : `${short}${extension}`;
}
