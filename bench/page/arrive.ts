import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/screen.ts';
import { account } from '../register/place.ts';

/** What the first page may weigh (kB as sent, gzip), and how long an act and an arrival may take (ms). */
export const bounds = { kilobytes: 170, interactive: 1000, paint: 100 };

/** A line as the browser's own throttling makes it: bytes a second, milliseconds before each answer. */
export interface Line {
  latency: number;
  downloadThroughput: number;
  uploadThroughput: number;
}

/** Lighthouse's slow 4G, the CPU as it is. */
export const slow4g: Line = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** An office's: 20 Mbit/s, the server in the province's data centre. */
export const officeLine: Line = { latency: 20, downloadThroughput: 20e6 / 8, uploadThroughput: 10e6 / 8 };

export interface Arrival {
  /** The place shows its content, hears keys, and no long task is under way; milliseconds from the address. */
  interactive: number;
  /** The heading of the place is painted. */
  frame: number;
  kilobytes: number;
  requests: number;
  /** What it consists of, the heaviest first, and when each came. */
  parts: string[];
}

/** A browser that has signed in and kept nothing else. */
export async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await openBrowser(browser);
  // What an agency's own network without TLS gets; with it brotli, a little smaller.
  await context.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  const answer = await context.request.post(`${url}/api/auth/sign-in/username`, {
    data: { username: account.userName, password: account.password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`Sign-in failed: ${answer.status()} ${await answer.text()}`);
  return context;
}

interface Marks {
  frame: number;
  shown: number;
  busyUntil: number;
}

/** Runs in the page before its own code: notes when the heading and the content have been painted. */
function watch(): void {
  const marks: Marks = { frame: 0, shown: 0, busyUntil: 0 };
  Object.assign(globalThis, { benchMarks: marks });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries())
      if (marks.shown === 0 || task.startTime <= marks.shown)
        marks.busyUntil = Math.max(marks.busyUntil, task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const heading = document.querySelector('main h1');
    if (heading && marks.frame === 0) marks.frame = performance.now();
    if (heading && !document.querySelector('main .skeleton')) marks.shown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Fetched {
  url: string;
  type: string;
  began: number;
  ended: number;
  bytes: number;
}

async function once(page: Page, address: string, line: Line, cold: boolean) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  if (cold) await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  const fetched = new Map<string, Fetched>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    fetched.set(requestId, { url: request.url, type: type ?? '', began: timestamp, ended: 0, bytes: 0 });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const one = fetched.get(requestId);
    if (one) Object.assign(one, { bytes: encodedDataLength, ended: timestamp });
  });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => (globalThis as unknown as { benchMarks?: Marks }).benchMarks?.shown);
  const marks = await page.evaluate(() => (globalThis as unknown as { benchMarks: Marks }).benchMarks);
  const interactive = Math.max(marks.shown, marks.busyUntil);
  const all = [...fetched.values()];
  const start = Math.min(...all.map(({ began }) => began));
  const until = all.filter(({ ended, bytes }) => bytes > 0 && (ended - start) * 1000 <= interactive);
  const kilobytes = until.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const parts = until
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 14)
    .map(
      ({ url, began, ended, bytes }) =>
        `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${((began - start) * 1000).toFixed(0)}–${((ended - start) * 1000).toFixed(0)} ms  ${new URL(url).pathname}`,
    );
  await devtools.detach();
  return { interactive, frame: marks.frame, kilobytes, requests: until.length, parts };
}

/**
 * Opens a place several times and gives the middle run by time.
 * @param visit with an empty cache, or after having been there
 */
export async function arrive(
  browser: Browser,
  url: string,
  place: string,
  { line, visit, runs }: { line: Line; visit: 'first' | 'again'; runs: number },
): Promise<Arrival> {
  const figures: Arrival[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await signedIn(browser, url);
    if (visit === 'again') {
      const before = await context.newPage();
      await before.goto(url + place);
      await before.locator('main h1').first().waitFor();
      await before.waitForTimeout(500);
      await before.close();
    }
    figures.push(await once(await context.newPage(), url + place, line, visit === 'first'));
    await context.close();
  }
  figures.sort((a, b) => a.interactive - b.interactive);
  return figures[Math.floor(figures.length / 2)]!;
}
