import type { FastifyRequest } from 'fastify';
import { Refused } from '../features/context.ts';

/** A file of a multipart request, read whole. */
export interface UploadedFile {
  /** As the sender called it, NFC, without folders. */
  name: string;
  bytes: Buffer;
  /** As the sender says; the readers look at the bytes themselves. */
  mediaType: string;
  /** Name of the form field. */
  field: string;
}

/** One file, and all files of one request. Bytes. */
export const uploadLimits = { file: 64 * 1024 * 1024, all: 128 * 1024 * 1024, files: 50 };

/** Reads the files and fields of a multipart request within the limits. @throws Refused 413, 415, 400 */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ files: UploadedFile[]; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw Refused.unsupported('Gửi tệp bằng multipart/form-data.');
  const files: UploadedFile[] = [];
  const fields: Record<string, string> = {};
  let total = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > uploadLimits.all)
      throw Refused.tooLarge('Các tệp gửi một lần vượt 128 MB. Chia ra nhiều lần gửi.');
    const name = part.filename.normalize('NFC').split(/[\\/]/u).at(-1) || 'tệp không tên';
    files.push({ name, bytes, mediaType: part.mimetype, field: part.fieldname });
  }
  if (files.length === 0) throw Refused.invalid([{ path: 'file', message: 'Chọn ít nhất một tệp.' }]);
  return { files, fields };
}
