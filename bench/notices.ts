import { parseArgs } from 'node:util';
import { type Compared, f1 } from './notices/compare.ts';
import { forms, readBack } from './notices/forms.ts';
import { writtenNotice } from './notices/generate.ts';

/**
 * Writes notices of conclusions from seeds as Word and PDF, and with --scan prints and scans them askew with grain and
 * shade; reads them back. Prints F1 over directives, their units and deadlines together, and what differs, also in the
 * head. A number as argument: how many, else 200; --from: the first seed, so that a long run can be taken in parts. Ends
 * with 1 where F1 is less than asked.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { scan: { type: 'boolean', default: false }, from: { type: 'string', default: '1' } },
});
const count = Number(positionals[0] ?? 200);
const first = Number(values.from);

for (const name of values.scan ? (['scan'] as const) : (['docx', 'pdf'] as const)) {
  const form = forms[name];
  const all: Omit<Compared, 'differing'> = { right: 0, written: 0, read: 0 };
  let pages = 0;
  for (let seed = first; seed < first + count; seed++) {
    const { document, written } = writtenNotice(seed);
    const reading = await readBack(await form.send(document, seed), name);
    const { differing, ...sums } = form.compare(written, reading);
    for (const key of ['right', 'written', 'read'] as const) all[key] += sums[key];
    pages += reading.source.pages;
    const head = form.headDiffering(document, reading);
    if (head.length > 0) process.exitCode = 1;
    for (const line of [...differing, ...head]) print(`${name} ${seed}: ${line}`);
  }
  print(
    `${name}: ${count} notices, ${pages} pages, ${all.written} directives written, ${all.read} read, F1 ${f1(all).toFixed(4)} (${form.least})`,
  );
  if (f1(all) < form.least) process.exitCode = 1;
}
