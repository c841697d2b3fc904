import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { goesInTime } from './browser.ts';
import { type DemoPerson, personOf } from './people.ts';
import type { Product } from './product.ts';
import { followRequests } from './settled.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Sizes every screen is looked at in; 200 % zoom is half the width at twice the density. */
export const sizes = {
  desk: { width: 1366, height: 768, scale: 1 },
  phone: { width: 360, height: 800, scale: 2 },
  zoom: { width: 683, height: 384, scale: 2 },
} as const;
export type Size = keyof typeof sizes;

/** A browser of one person: own cookies, a size, a theme. */
export async function openBrowser(
  browser: Browser,
  size: Size = 'desk',
  theme: 'light' | 'dark' = 'light',
): Promise<BrowserContext> {
  const { width, height, scale } = sizes[size];
  const opened = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
  });
  opened.setDefaultTimeout(60_000);
  followRequests(opened);
  return goesInTime(opened);
}

/** A size and a theme a page is looked at in. */
export type Look = `${Size}-${'light' | 'dark'}`;

/** At 200 % only room is scarcer: one theme is enough. */
export const everyLook: readonly Look[] = [
  'desk-light',
  'desk-dark',
  'phone-light',
  'phone-dark',
  'zoom-light',
];

/** The two that differ most. */
export const twoLooks: readonly Look[] = ['desk-light', 'phone-dark'];

/**
 * What is wrong with the open page in each look: beyond the window, or against WCAG. Leaves it on a desk, light.
 * @param name of its pictures
 */
export async function faultsIn(page: Page, name: string, looks: readonly Look[]): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const look of [...looks, undefined]) {
    const [size, theme] = (look ?? 'desk-light').split('-') as [Size, 'light' | 'dark'];
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    if (!look) break;
    await picture(page, `${name.replaceAll(/[/?=&: ]/gu, '_').slice(0, 60)}-${look}`);
    const beyond = await overflow(page);
    if (beyond > 0) faults.push({ name, look, beyond });
    // A theme changes nothing but colours: what was looked at in the light of the same size is held to those alone.
    const onlyColours = theme === 'dark' && looks.includes(`${size}-light`);
    for (const fault of await axeFaults(page, onlyColours ? ['color-contrast'] : wcag))
      faults.push({ name, look, ...fault });
  }
  return faults;
}

/** Opens the demo as the first person of a role (at a unit, where one is named), through the one-click sign-in. */
export async function enter(
  context: BrowserContext,
  product: Product,
  role: string,
  unitName?: string,
): Promise<Page> {
  const person = await personOf(product, role, unitName);
  const page = await context.newPage();
  await page.goto(`${product.url}/sign-in`);
  const button = page.getByRole('button', { name: person.fullName }).first();
  // Everybody but the first of each role stands behind «others».
  if (unitName !== undefined) await page.locator('details > summary').first().click();
  await button.click();
  await page.waitForURL(`${product.url}/`);
  return page;
}

/** Opens the demo as one of its persons, whoever is on the page of the sign-in. */
export async function enterAs(
  context: BrowserContext,
  product: Product,
  { userId }: DemoPerson,
): Promise<Page> {
  await context.request.post(`${product.url}/api/demo/sign-in`, {
    data: { userId },
    headers: { origin: product.url },
  });
  const page = await context.newPage();
  await page.goto(product.url);
  await page.locator('main h1').first().waitFor();
  return page;
}

export interface AxeFault {
  id: string;
  impact: string | null;
  nodes: string[];
}

/** WCAG 2.2 A and AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on the page as it stands.
 * @param rules its rules or sets of rules
 */
export async function axeFaults(page: Page, rules: readonly string[] = wcag): Promise<AxeFault[]> {
  // The page's own policy lets no foreign script in; the tool is brought in by the browser itself.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      interface Violation {
        id: string;
        impact: string | null;
        nodes: { html: string; element?: Element }[];
      }
      const { axe } = globalThis as unknown as {
        axe: { run(context: Element | Document, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        elementRef: true,
      });
      // What is half scrolled out of a dialog is not small: it is looked at again where all of it shows.
      const isSmall = async ({ element }: { element?: Element }) => {
        if (!element) return true;
        element.scrollIntoView({ block: 'center' });
        return (await axe.run(element, { runOnly: ['target-size'] })).violations.length > 0;
      };
      const faults: AxeFault[] = [];
      for (const { id, impact, nodes } of violations) {
        const kept: string[] = [];
        for (const node of nodes)
          if (id !== 'target-size' || (await isSmall(node))) kept.push(node.html.slice(0, 200));
        if (kept.length > 0) faults.push({ id, impact, nodes: kept.slice(0, 4) });
      }
      return faults;
    },
    [...rules],
  );
}

/** How far the page reaches beyond the window to the right, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Keeps a picture of the screen where `TRONGTAM_PICTURES` names a folder; a person looks at them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.TRONGTAM_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
