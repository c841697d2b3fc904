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
  const context = await openBrowser(browser);
  const page = await enter(context, product, role);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !/^(?:data|blob):/u.test(request.url()))
      foreign.push(request.url());
  });
  const faults: unknown[] = [];
  const faultsAt = async (place: string) => {
    await open(page, product.url + place);
    // Of slides the title is one among others, and hidden where another is on.
    await page.locator('main :is(h1, h2):visible').first().waitFor();
    await settled(page);
    expect(await page.title()).toMatch(/Trọng Tâm/u);
    return faultsIn(page, `${role}${place}`, looks);
  };
  for (const place of placesOf(role, records))
    faults.push(...(await Promise.race([faultsAt(place), tooLong(place)])));
  expect({ faults, errors, foreign }).toEqual({ faults: [], errors: [], foreign: [] });
  await context.close();
}

/** A browser that answers no more would say nothing until the whole walk is over: the page it stopped at is named. */
async function tooLong(place: string): Promise<never> {
  await sleep(120_000, undefined, { ref: false });
  throw new Error(`${place} does not answer the browser any more`);
}
