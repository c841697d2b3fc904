import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { signIn } from './people.ts';
import { axeFaults, picture } from './screen.ts';

/** What people do with a directive, as they do it: through the bar of acts and its dialogs. */
export const dialog = (page: Page) => page.locator('dialog[open]');
export const bar = (page: Page) => page.getByRole('region', { name: 'Việc của anh/chị lúc này' });

/** Opens the dialog of an act, from the bar or from behind «Việc khác», and looks at it with axe. */
export async function begin(page: Page, act: string): Promise<void> {
  const button = bar(page).getByRole('button', { name: act });
  await bar(page).getByText('Việc khác', { exact: true }).waitFor();
  if (!(await button.first().isVisible())) await bar(page).getByText('Việc khác', { exact: true }).click();
  await button.first().click();
  await dialog(page).getByRole('heading', { name: act }).waitFor();
  expect(await axeFaults(page), act).toEqual([]);
  await picture(page, `act-${act}`);
}

export async function send(page: Page, act: string): Promise<void> {
  await dialog(page).getByRole('button', { name: act, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Chooses a name in a field that finds by typing. */
export async function choose(page: Page, label: string, typed: string, name: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: label }).click();
  await dialog(page).getByRole('combobox', { name: label }).fill(typed);
  await dialog(page).getByRole('option', { name }).first().click();
}

/** A name as people type it in a hurry. */
export const unmarked = (name: string) =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** A directive given to a unit over the API. */
export async function give(
  director: Awaited<ReturnType<typeof signIn>>,
  words: string,
  unit: string,
  deadline: object = { kind: 'none' },
): Promise<{ id: string; version: number }> {
  const units = (await (await director.get('/api/units')).json()) as { id: string; name: string }[];
  const leadUnitId = units.find(({ name }) => name === unit)?.id;
  const body = { words, leadUnitId, deadline, givenOn: '2026-11-02' };
  const answer = await director.post('/api/directives', body, { 'idempotency-key': crypto.randomUUID() });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string; version: number };
}

/** A photograph of one point. */
export const photograph = {
  name: 'hien-truong.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
