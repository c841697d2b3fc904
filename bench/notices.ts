import { read } from '../src/reading/read.ts';
import { docxOf } from '../src/writing/official/docx.ts';
import { pdfOf } from '../src/writing/official/pdf.ts';
import { type Compared, compare, f1, headDiffering } from './notices/compare.ts';
import { writtenNotice } from './notices/generate.ts';

/**
 * Writes notices of conclusions from seeds as Word and PDF and reads them back; prints F1 over directives, their units
 * and deadlines together, and what differs, also in the head. A number as argument: how many, else 200. Ends with 1 unless F1 is 1.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);
const count = Number(process.argv[2] ?? 200);

for (const [format, write] of [
  ['docx', async (...args: Parameters<typeof docxOf>) => docxOf(...args)],
  ['pdf', pdfOf],
] as const) {
  const all: Omit<Compared, 'differing'> = { right: 0, written: 0, read: 0 };
  let pages = 0;
  for (let seed = 1; seed <= count; seed++) {
    const { document, written } = writtenNotice(seed);
    const reading = await read(await write(document), { name: `${seed}.${format}` });
    const { differing, ...sums } = compare(written, reading);
    for (const key of ['right', 'written', 'read'] as const) all[key] += sums[key];
    pages += reading.source.pages;
    const head = headDiffering(document, reading);
    if (head.length > 0) process.exitCode = 1;
    for (const line of [...differing, ...head]) print(`${format} ${seed}: ${line}`);
  }
  print(
    `${format}: ${count} notices, ${pages} pages, ${all.written} directives written, ${all.read} read, F1 ${f1(all).toFixed(4)}`,
  );
  if (f1(all) < 1) process.exitCode = 1;
}
