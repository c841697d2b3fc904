import { mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard } from './product.ts';
import { axeFaults, enter, openBrowser, overflow } from './screen.ts';
test('pictures', async () => {
  const product = await startDemo();
  const browser = await launchBrowser();
  mkdirSync('/tmp/pics-taskfig', { recursive: true });
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'director');
  const numbers: string[] = [];
  for (const [path, name] of [['/morning', 'morning'], ['/figures?figure=tasks-in-hand', 'figures'], ['/figures?figure=steps-median', 'steps'], ['/figures?figure=inspections-rounds', 'rounds']] as const) {
    await page.goto(product.url + path);
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/pics-taskfig/${name}.png`, fullPage: name === 'morning' });
    console.log(name, JSON.stringify(await axeFaults(page)).slice(0, 500), numbers.length);
  }
  const phone = await enter(await openBrowser(browser, 'phone', 'dark'), product, 'director');
  await phone.goto(`${product.url}/morning`);
  await phone.waitForTimeout(2500);
  await phone.screenshot({ path: `/tmp/pics-taskfig/phone.png`, fullPage: true });
  console.log('phone', await overflow(phone));
  await browser.close();
  await discard(product);
}, 300_000);
