import { parentPort, workerData } from 'node:worker_threads';
import type { OfficialDocument } from '../../writing/official/document.ts';
import { docxOf } from '../../writing/official/docx.ts';
import { pdfOf } from '../../writing/official/pdf.ts';
import type { PaperFormat } from './contract.ts';

/** What the thread is given. */
export interface PaperTask {
  document: OfficialDocument;
  format: PaperFormat;
}

const port = parentPort;
if (port) {
  const { document, format } = workerData as PaperTask;
  port.postMessage(format === 'pdf' ? await pdfOf(document) : docxOf(document));
}
