import { expect, test } from 'vitest';
import { read } from '../src/reading/read.ts';
import { docxOf } from '../src/writing/official/docx.ts';
import { pdfOf } from '../src/writing/official/pdf.ts';
import { compare, headDiffering } from './notices/compare.ts';
import { writtenNotice } from './notices/generate.ts';

test.each([1, 2, 3, 4, 5])(
  'notice %d is read back as it was written, as Word and as PDF (all 200: npm run bench:notices)',
  async (seed) => {
    const { document, written } = writtenNotice(seed);
    for (const [name, bytes] of [
      ['a.docx', docxOf(document)],
      ['a.pdf', await pdfOf(document)],
    ] as const) {
      const reading = await read(bytes, { name });
      expect(reading.source.method).toBe('text');
      expect(compare(written, reading).differing, name).toEqual([]);
      expect(headDiffering(document, reading), name).toEqual([]);
    }
  },
);

test('a directive read with another unit or day is no longer the one written', async () => {
  const { document, written } = writtenNotice(1);
  const reading = await read(docxOf(document), { name: 'a.docx' });
  const [first, ...others] = reading.directives;
  const changed = {
    ...reading,
    directives: [{ ...first!, deadline: { kind: 'none' as const }, lead: null }, ...others],
  };
  expect(compare(written, changed)).toMatchObject({ right: written.length - 1, written: written.length });
});
