import { expect, test } from 'vitest';
import { read } from '../src/reading/read.ts';
import { docxOf } from '../src/writing/official/docx.ts';
import { noticeData } from '../src/writing/official/templates/data.ts';
import { defaultTemplate } from '../src/writing/official/templates/default.ts';
import { fillTemplate } from '../src/writing/official/templates/fill.ts';
import { compare, compareScan, f1, headDiffering } from './notices/compare.ts';
import { forms, readBack } from './notices/forms.ts';
import { writtenNotice } from './notices/generate.ts';

test.each([1, 2, 3, 4, 5])(
  'notice %d is read back as it was written, as Word, by the starting template and as PDF (all 200: npm run bench:notices)',
  async (seed) => {
    const { told, document, written } = writtenNotice(seed);
    const filled = fillTemplate(defaultTemplate('conclusion-notice', document.on), noticeData(told, false));
    const byTemplate = await readBack(filled, 'docx');
    expect(compare(written, byTemplate).differing).toEqual([]);
    expect(headDiffering(document, byTemplate)).toEqual([]);
    for (const name of ['docx', 'pdf'] as const) {
      const reading = await readBack(await forms[name].send(document, seed), name);
      expect(reading.source.method).toBe('text');
      expect(compare(written, reading).differing, name).toEqual([]);
      expect(headDiffering(document, reading), name).toEqual([]);
    }
  },
);

test('five notices printed and scanned askew are read back nearly whole (all 200: npm run bench:notices -- --scan)', async () => {
  const all = { right: 0, written: 0, read: 0 };
  for (const seed of [1, 2, 3, 4, 5]) {
    const { document, written } = writtenNotice(seed);
    const reading = await readBack(await forms.scan.send(document, seed), 'scan');
    expect(reading.source.method).toBe('ocr');
    const sums = compareScan(written, reading);
    for (const key of ['right', 'written', 'read'] as const) all[key] += sums[key];
  }
  expect(all.written).toBeGreaterThan(30);
  expect(f1(all)).toBeGreaterThanOrEqual(forms.scan.least);
});

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
