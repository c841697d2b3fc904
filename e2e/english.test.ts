import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { causeWords } from '../src/domain/directives/sentence.ts';
import { stateWords } from '../src/domain/directives/state.ts';
import { documentKinds } from '../src/domain/documents/kinds.ts';
import { taskRegimes } from '../src/domain/tasks/law.ts';
import { lifeCycleOf } from '../src/domain/tasks/lifecycle/definitions.ts';
import { aboutSettings } from '../src/features/settings/about.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type PageRecords, placesOf, recordsOf } from './places.ts';
import { discard, type Product } from './product.ts';
import { enter, openBrowser } from './screen.ts';
import { follow } from './settled.ts';

let product: Product;
let browser: Browser;
let records: PageRecords;
beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  records = await recordsOf(product);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** Every text of a thing made of texts. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** What the screens say in Vietnamese, without what both languages say and what the demo itself says, too. */
async function vietnameseWords(): Promise<Set<string>> {
  const rooms = import.meta.glob(['../src/web/**/*words.ts', '../src/web/i18n/common.ts'], { eager: true });
  const both = Object.values(rooms as Record<string, Record<string, unknown>>).flatMap((room) =>
    Object.values(room).filter(
      (one): one is { vi: unknown; en: unknown } => typeof one === 'object' && one !== null && 'vi' in one,
    ),
  );
  const own = [
    ...both.flatMap(({ vi }) => textsIn(vi)),
    ...textsIn([causeWords, stateWords, aboutSettings]),
    // Steps, phases and ends of a task's life under each law; the law's citations and names of papers stay.
    ...taskRegimes.flatMap((regime) => {
      const { phases, ends } = lifeCycleOf(regime);
      return textsIn([
        phases.map(({ name, steps }) => [name, steps.map((step) => step.name)]),
        ends.map(({ name }) => name),
      ]);
    }),
  ];
  const english = new Set(both.flatMap(({ en }) => textsIn(en)));
  // Types of documents are registered under their names by the decree.
  const names = new Set([
    ...['Văn phòng', 'Chuyên viên', 'đơn vị', 'Tiếng Việt'],
    ...documentKinds.map(({ name }) => name),
  ]);
  return new Set(own.filter((word) => !english.has(word) && !names.has(word) && /[^\p{ASCII}]/u.test(word)));
}

/** All a person reads, is told by a screen reader, or sees on pointing. */
const readOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(Boolean);
  });

/** All of the office's; of the others' what it has not, or where a record or the first page offers them other acts. */
function placesInEnglish(role: string): string[] {
  const offices = new Set(placesOf('office', records));
  const other = (place: string) => !offices.has(place) || place === '/' || /[0-9a-f-]{36}$/u.test(place);
  return (
    placesOf(role, records)
      .filter((place) => role === 'office' || other(place))
      // A review is a report in Vietnamese, its figures named as they will be printed.
      .filter((place) => !place.startsWith('/reviews/'))
  );
}

test.each(['office', 'director', 'administrator', 'officer'])(
  'no page of the %s says in English what it says in Vietnamese',
  async (role) => {
    const words = await vietnameseWords();
    expect(words.size).toBeGreaterThan(800);
    const context = await openBrowser(browser);
    const page = await enter(context, product, role);
    await page.evaluate(() => localStorage.setItem('trongtam.language', 'en'));
    await page.reload();
    const left: string[] = [];
    for (const place of placesInEnglish(role)) {
      await follow(page, product.url + place);
      await page.locator('main h1').first().waitFor();
      const read = await readOn(page);
      left.push(...read.filter((text) => words.has(text)).map((text) => `${place}: ${text}`));
      // One is not many.
      left.push(...read.filter((text) => /^1 [a-z ]*(?:directives|questions|documents|days)\b/u.test(text)));
    }
    expect([...new Set(left)]).toEqual([]);
    await context.close();
  },
  300_000,
);

test('what a directive went through is told in the language of the screens, and changes with it', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'director');
  await page.goto(`${product.url}/directives/${records.directive}`);
  const first = page.locator('.history > li').last();
  await first.getByText(/^Giao nhiệm vụ: /u).waitFor();
  await page.locator('[popovertarget=user-menu]').first().click();
  await page.getByRole('button', { name: 'English' }).click();
  await first.getByText(/^Given: .* leads/u).waitFor();
  await page.goto(product.url);
  await page.getByText(/How this is counted · The year \d{4}/u).waitFor();
  await context.close();
});
