import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Dark differs from light in its colors alone: there only the rules about colors are checked again. */
const AXE_RULES = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };
/** Finds what breaks a rule. The rest of axe's answer is large, and stays in the page. */
const runAxe = (scheme: 'light' | 'dark'): string =>
  `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...AXE_RULES[scheme] })})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;

/** An answer may take so long, milliseconds. */
export const PATIENCE = 10_000;

/** Opens a page of the console, and waits until it has read what it shows first. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').first().waitFor({ timeout: PATIENCE });
  await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: PATIENCE });
}

/** Passes axe in light and dark, wide and narrow, and never scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([width, colorScheme, await page.evaluate(runAxe(colorScheme))]).toEqual([width, colorScheme, []]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Opens a session in the dialog of a page. */
export async function signIn(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.getByLabel('Your key').fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** What a page keeps in this browser, as its scripts can see it. */
export const storedBy = (page: Page): Promise<string> =>
  page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])');
