import { type AttachmentKind, attachmentKinds } from '../domain/calls/dossier.ts';
import { type ReadingLimits, Unreadable } from './extracted.ts';
import { refuse } from './formats/refuse.ts';
import { sniff } from './formats/sniff.ts';

const isTaken = (kind: string): kind is AttachmentKind => attachmentKinds.some((one) => one === kind);

/**
 * What an attached file is, told from its bytes and only once it could be opened: PDF its pages, an office file its
 * archive within the limits, an image its size. @throws Unreadable with what to do
 */
export async function attachmentKind(bytes: Uint8Array, limits: ReadingLimits): Promise<AttachmentKind> {
  if (bytes.length > limits.bytes) throw refuse('too-large');
  const kind = sniff(bytes);
  if (!isTaken(kind))
    throw new Unreadable(
      'kind',
      'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh. Lưu lại ở một trong các dạng ấy rồi đính kèm.',
    );
  if (kind === 'pdf') {
    const { openPdf, closePdf } = await import('./formats/pdf-document.ts');
    const pdf = await openPdf(bytes);
    await closePdf(pdf);
  } else if (kind === 'image') {
    const { readImageHeader } = await import('./formats/image-header.ts');
    if (readImageHeader(bytes) === null) throw refuse('damaged');
  } else {
    const { refuseBomb } = await import('./formats/zip.ts');
    refuseBomb(bytes, limits);
  }
  return kind;
}
