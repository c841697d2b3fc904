import type { FastifyRequest } from 'fastify';
import { plainFileName } from '../domain/text/file-name.ts';
import { Refused } from '../features/context.ts';
import { refuseUnstorable } from './storable.ts';

/** A file of a multipart request, read whole. */
export interface UploadedFile {
  /** As the sender called it, made plain. */
  name: string;
  bytes: Buffer;
  /** As the sender says; the readers look at the bytes themselves. */
  mediaType: string;
  /** Name of the form field. */
  field: string;
}

/** One file, and all files of one request. Bytes. */
export const uploadLimits = { file: 64 * 1024 * 1024, all: 128 * 1024 * 1024, files: 50 };

/** A part may be a file by its type alone and then has no name, whatever the types say. */
const nameOf = ({ filename }: { filename?: string }) => filename ?? '';

export interface Upload {
  files: UploadedFile[];
  fields: Record<string, string>;
}

/** Reads the files and fields of a multipart request within the limits. @throws Refused 413, 415, 400 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  try {
    return await readParts(request);
  } catch (error) {
    // A form that is cut off or malformed is the sender's mistake and not a fault of ours.
    if (
      error instanceof Error &&
      /^(?:Unexpected end|Part terminated|Malformed|Multipart:|The needle)/u.test(error.message)
    )
      throw Refused.invalid([], 'Tệp gửi lên bị đứt giữa chừng. Chưa nhận gì; hãy gửi lại.');
    throw error;
  }
}

async function readParts(request: FastifyRequest): Promise<Upload> {
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
    const mediaType = /^[\w.+/-]{1,100}$/u.test(part.mimetype) ? part.mimetype : 'application/octet-stream';
    files.push({ name: plainFileName(nameOf(part)), bytes, mediaType, field: part.fieldname });
  }
  refuseUnstorable(fields);
  if (files.length === 0) throw Refused.invalid([{ path: 'file', message: 'Chọn ít nhất một tệp.' }]);
  return { files, fields };
}
