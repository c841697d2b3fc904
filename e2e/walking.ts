import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type PageRecords, placesOf } from './places.ts';
import type { Product } from './product.ts';
import { enter, faultsIn, type Look, openBrowser } from './screen.ts';
import { settled } from './settled.ts';

/**
 * Opens every page of a role: each is sound in these looks, breaks nothing and asks nobody outside.
 * @param open how one is come to: by its address, or from the page before
 */
export async function walkPages(
  { browser, product, records }: { browser: Browser; product: Product; records: PageRecords },
  role: string,
  looks: readonly Look[],
  open: (page: Page, address: string) => Promise<unknown>,
): Promise<void> {
  const errors: string[] = [];
  const foreign: string[] = [];
  const begin = async () => {
    const context = await openBrowser(browser);
    const page = await enter(context, product, role);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(?:data|blob):/u.test(request.url()))
        foreign.push(request.url());
    });
    return page;
  };
  const faultsAt = async (page: Page, place: string) => {
    await open(page, product.url + place);
    // Of slides the title is one among others, and hidden where another is on.
    await page.locator('main :is(h1, h2):visible').first().waitFor();
    await settled(page);
    expect(await page.title()).toMatch(/Trọng Tâm/u);
    return faultsIn(page, `${role}${place}`, looks);
  };
  let page = await begin();
  const faults: unknown[] = [];
  for (const place of placesOf(role, records)) {
    let found = await Promise.race([faultsAt(page, place), tooLong(90_000)]);
    if (found === null) {
      // A browser on a busy machine stops at times; a page that stops it does so again.
      process.stderr.write(`${role}${place} did not answer the browser; opened once more\n`);
      await page.context().close();
      page = await begin();
      found = await Promise.race([faultsAt(page, place), tooLong(120_000)]);
    }
    faults.push(...(found ?? [`${place} does not answer the browser`]));
  }
  expect({ faults, errors, foreign }).toEqual({ faults: [], errors: [], foreign: [] });
  await page.context().close();
}

/** Without it, a browser that answers no more would say nothing until the whole walk is over. */
const tooLong = (milliseconds: number): Promise<null> => sleep(milliseconds, null, { ref: false });
