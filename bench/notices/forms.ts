import { scanOf } from '../../examples/scan.ts';
import type { Reading } from '../../src/domain/documents/reading.ts';
import { read } from '../../src/reading/read.ts';
import type { OfficialDocument } from '../../src/writing/official/document.ts';
import { docxOf } from '../../src/writing/official/docx.ts';
import { pdfOf } from '../../src/writing/official/pdf.ts';
import { type Compared, compare, compareScan, headDiffering, knownUnits } from './compare.ts';
import type { Written } from './generate.ts';

/** A way in which a notice goes out and comes in again. */
export interface Form {
  /** F1 that the notices must reach in it. */
  least: number;
  send(document: OfficialDocument, seed: number): Promise<Uint8Array>;
  compare(written: readonly Written[], reading: Reading): Compared;
  /** What of the head was not read as written; of a scan nobody asks that. */
  headDiffering(document: OfficialDocument, reading: Reading): string[];
}

export type FormName = 'docx' | 'pdf' | 'scan';

export const forms: Record<FormName, Form> = {
  docx: { least: 1, send: async (document) => docxOf(document), compare, headDiffering },
  pdf: { least: 1, send: (document) => pdfOf(document), compare, headDiffering },
  scan: {
    least: 0.97,
    send: async (document, seed) =>
      scanOf(await pdfOf(document), { skew: ((seed % 5) - 2) * 0.6, noise: 30, shade: 0.1, seed }),
    compare: compareScan,
    headDiffering: () => [],
  },
};

/** A notice read as the agency that knows its own units would. */
export const readBack = (bytes: Uint8Array, form: FormName): Promise<Reading> =>
  read(bytes, { name: form === 'docx' ? 'a.docx' : 'a.pdf', agency: knownUnits });
