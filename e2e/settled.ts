import type { BrowserContext, Page, Request } from 'playwright-core';

/** What a page asked for: what is still under way, and how much it was in all. */
interface Asked {
  underWay: Set<Request>;
  count: number;
}
const askedBy = new WeakMap<Page, Asked>();

/** Follows what the pages of a context ask for, so that `settled` can tell when one has it all. */
export function followRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const asked: Asked = { underWay: new Set(), count: 0 };
    askedBy.set(page, asked);
    page.on('request', (request) => {
      // News go on as long as the page is open.
      if (request.resourceType() === 'eventsource') return;
      asked.underWay.add(request);
      asked.count += 1;
    });
    page.on('requestfinished', (request) => asked.underWay.delete(request));
    page.on('requestfailed', (request) => asked.underWay.delete(request));
  });
}

/**
 * Waits until a page has all it asked for and shows it: nothing is under way, nothing on it says that more is coming, and
 * showing it asked for nothing more.
 */
export async function settled(page: Page): Promise<void> {
  const asked = askedBy.get(page);
  if (!asked) throw new Error('Nobody follows the requests of this page');
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const before = asked.count;
    if ((await isWhole(page)) && asked.underWay.size === 0 && asked.count === before) return;
  }
  const left = [...asked.underWay].map((request) => request.url());
  throw new Error(`${page.url()} does not come to rest: ${left.join(', ')}`);
}

/** Whether a page, once it has drawn what it has, shows nothing that is still coming. */
const isWhole = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    // A browser without a window stops drawing at times, and asks for no frame again until something moves.
    const drawn = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 1000);
      });
    // Idle it is only once nothing waits to be worked out; drawing may then bring more.
    for (let times = 0; times < 2; times += 1) {
      await drawn();
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    }
    const coming = document.querySelectorAll('.skeleton, [aria-busy=true]');
    return ![...coming].some((one) => one.checkVisibility());
  });

/** Goes to another address as a link of the open page does: nothing is loaded anew but what that page needs. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), address);
  await settled(page);
}
