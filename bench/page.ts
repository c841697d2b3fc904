import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../e2e/browser.ts';
import { startProduct } from '../e2e/product.ts';
import { temporaryFolder } from '../test/folder.ts';
import { arrive, bounds, type Line, officeLine, slow4g } from './page/arrive.ts';
import { workList } from './page/work-list.ts';
import { makeInstallation } from './register/place.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const count = Number(values.count);
const runs = Number(values.runs);
const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const against = (value: number, bound: number) =>
  `bound ${bound}: ${(value / bound).toFixed(2)}×${value > bound ? ' MISSED' : ''}`;

const folder = await temporaryFolder('trongtam-bench-page');
const dataDir = join(folder, 'd');
const { all } = await makeInstallation(dataDir, { count: 0, firstAtLeast: count });
say(`${all.length} directives in one agency`);
const product = await startProduct({
  dataDir,
  env: { TRONGTAM_IDLE_MINUTES: '600', TRONGTAM_CHECK_ANSWERS: '' },
});
const browser = await launchBrowser();
try {
  for (const place of ['/', '/directives']) {
    for (const [name, line] of Object.entries({ 'slow 4G': slow4g, office: officeLine }) as [
      string,
      Line,
    ][]) {
      for (const visit of ['first', 'again'] as const) {
        const figure = await arrive(browser, product.url, place, { line, visit, runs });
        const judged = visit === 'first' && line === slow4g;
        say(
          `${place} ${name}, ${visit} visit: interactive after ${shown(figure.interactive)} ms` +
            ` (frame drawn ${shown(figure.frame)}), ${shown(figure.kilobytes)} kB in ${figure.requests} requests` +
            (judged
              ? `  time ${against(figure.interactive, bounds.interactive)}; bytes ${against(figure.kilobytes, bounds.kilobytes)}`
              : ''),
        );
        if (judged) for (const part of figure.parts) say(`    ${part}`);
      }
    }
  }
  say(`— a list of ${all.length}, from an act to the next painted picture`);
  for (const { name, times, note } of await workList(browser, product.url, runs)) {
    const sorted = times.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const worst = sorted.at(-1) ?? Number.NaN;
    say(
      `${name.padEnd(34)} middle ${shown(middle)} ms, worst ${shown(worst)} ms, n=${times.length}  ${against(worst, bounds.paint)}${note ? `  ${note}` : ''}`,
    );
  }
} finally {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
