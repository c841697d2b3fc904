import { parentPort, workerData } from 'node:worker_threads';
import { type ReadingLimits, Unreadable } from '../../reading/extracted.ts';
import { unpack } from '../../reading/formats/zip.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import type { TemplateData } from '../../writing/official/templates/data.ts';
import type { TemplateKind } from '../../writing/official/templates/fields.ts';
import { type Inspected, inspectTemplate } from '../../writing/official/templates/inspect.ts';
import type { PaperFormat } from './contract.ts';

/** What the thread is given, once as its data or again and again as messages: a document to write, or somebody's template to look at and, with data, to fill. */
export type PaperTask =
  | { kind: 'write'; document: OfficialDocument; format: PaperFormat }
  | {
      kind: 'template';
      bytes: Uint8Array;
      template: TemplateKind;
      data: TemplateData | null;
      limits: ReadingLimits;
    };

export type PaperMessage =
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'inspected'; inspected: Inspected }
  | { kind: 'unreadable'; code: string; message: string };

const notWord = () =>
  new Unreadable(
    'not-word',
    'Tệp này không phải văn bản Word (.docx). Mở mẫu bằng Word, lưu dạng .docx rồi chọn lại.',
  );

/** Filled where data came and nothing is wrong with the template; else what was found in it. */
async function ofTemplate({ bytes, template, data, limits }: Extract<PaperTask, { kind: 'template' }>) {
  // Only a template pays for loading what fills it.
  const { fillTemplate, isTextPart } = await import('../../writing/official/templates/fill.ts');
  const parts = unpack(bytes, (name) => isTextPart(name), limits);
  if (!parts.has('word/document.xml')) throw notWord();
  const texts = [...parts.values()].map((part) => new TextDecoder().decode(part));
  const inspected = inspectTemplate(template, texts);
  if (data === null || inspected.faults.length > 0) return { kind: 'inspected', inspected } as const;
  // What fills it unpacks by itself: the whole archive is judged first.
  unpack(bytes, () => true, limits);
  try {
    return { kind: 'file', bytes: fillTemplate(bytes, data) } as const;
  } catch {
    throw new Unreadable(
      'not-filled',
      'Không điền được mẫu này: có đoạn lặp mở và đóng ở hai chỗ không cùng bảng hay cùng đoạn. Trong bảng, đặt {#tên} ở ô đầu và {/tên} ở ô cuối của một hàng; ngoài bảng, để mỗi dấu ở một đoạn riêng.',
    );
  }
}

async function work(task: PaperTask): Promise<PaperMessage> {
  if (task.kind === 'template') return ofTemplate(task);
  const { document, format } = task;
  if (format === 'docx') {
    const { docxOf } = await import('../../writing/official/docx.ts');
    return { kind: 'file', bytes: docxOf(document) };
  }
  const { pdfOf } = await import('../../writing/official/pdf.ts');
  return { kind: 'file', bytes: await pdfOf(document) };
}

async function answer(task: PaperTask): Promise<PaperMessage> {
  try {
    return await work(task);
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Unreadable' && 'code' in error;
    if (!refused) throw error;
    return { kind: 'unreadable', code: String(error.code), message: error.message };
  }
}

const port = parentPort;
if (port) {
  const only = workerData as PaperTask | null;
  if (only) port.postMessage(await answer(only));
  else port.on('message', (task: PaperTask) => void answer(task).then((told) => port.postMessage(told)));
}
