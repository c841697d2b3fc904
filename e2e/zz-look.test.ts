import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { demoPersons } from './people.ts';
import { discard } from './product.ts';
import { faultsIn, openBrowser } from './screen.ts';

test('look', async () => {
  const [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const all: unknown[] = [];
  try {
    const people = await demoPersons(product);
    const enter = async (match: (p: { fullName: string; role: string | null }) => boolean) => {
      const context = await openBrowser(browser);
      const person = people.find(match)!;
      const answer = await context.request.post(`${product.url}/api/demo/sign-in`, { data: { userId: person.userId }, headers: { origin: product.url } });
      expect(answer.ok()).toBe(true);
      return context;
    };
    const look = async (page: any, path: string, name: string) => {
      await page.goto(product.url + path);
      await page.locator('main').first().waitFor(); await page.waitForTimeout(2500);
      await page.waitForTimeout(500);
      all.push(...(await faultsIn(page, name, ['desk-light', 'desk-dark', 'phone-light'])));
    };
    const nobody = await openBrowser(browser);
    const outer = await nobody.newPage();
    await look(outer, '/sign-in', 'x-sign-in');
    await look(outer, '/public/calls', 'x-public');
    const calls = await (await nobody.request.get(`${product.url}/api/public/calls`)).json();
    await look(outer, `/public/calls/${(Array.isArray(calls) ? calls : calls.items)[0].id}`, 'x-public-call');
    for (const name of ['Trần Thị Hoa', 'Lý Thị Mai', 'Triệu Minh Giang']) {
      const context = await enter((p) => p.fullName === name && p.role === null);
      const page = await context.newPage();
      const short = name.split(' ').at(-1);
      await look(page, '/portal', `x-home-${short}`);
      const home = await (await context.request.get(`${product.url}/api/portal`)).json();
      console.log(name, JSON.stringify(home.gates), home.tasks.length, JSON.stringify(home.calls.map((c: any) => [c.number, c.open, c.tasks.map((t: any) => [t.title, t.dossier?.receipt])])));
      const dossier = home.calls.flatMap((c: any) => c.tasks).find((t: any) => t.dossier)?.dossier.id;
      if (dossier) await look(page, `/portal/dossiers/${dossier}`, `x-dossier-${short}`);
      for (const [at, task] of [home.tasks.find((t: any) => t.state === 'proposed'), home.tasks.find((t: any) => t.state === 'running'), home.tasks.find((t: any) => t.state === 'ending')].entries())
        if (task) {
          await look(page, `/portal/tasks/${task.id}`, `x-task${at}-${short}`);
          if (at === 1) {
            await page.locator('details summary').first().click();
            all.push(...(await faultsIn(page, `x-options-${short}`, ['desk-light', 'phone-dark'])));
            const button = page.getByRole('button', { name: 'Gửi: Đề nghị điều chỉnh' });
            if (await button.count()) {
              await button.click();
              await page.getByLabel('Loại điều chỉnh').selectOption('extension');
              all.push(...(await faultsIn(page, `x-send-${short}`, ['desk-light', 'phone-dark'])));
              await page.getByLabel('Loại điều chỉnh').selectOption('budget-move');
              all.push(...(await faultsIn(page, `x-send2-${short}`, ['desk-light'])));
            }
          }
        }
    }
    const office = await enter((p) => p.role === 'office');
    const desk = await office.newPage();
    await look(desk, '/calls', 'x-calls');
    const listed = await (await office.request.get(`${product.url}/api/calls`)).json();
    for (const one of listed.items) await look(desk, `/calls/${one.id}`, `x-call-${one.open ? 'open' : 'closed'}`);
    const admin = await enter((p) => p.role === 'administrator');
    await look(await admin.newPage(), '/calls/accounts', 'x-accounts');
  } finally {
    console.log(JSON.stringify(all, null, 1).slice(0, 6000));
    await browser.close();
    await discard(product);
  }
}, 500_000);
