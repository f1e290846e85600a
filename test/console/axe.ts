import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Dark differs from light in its colors alone: there only the rules about colors are checked again. */
const RULES = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };

/** What breaks a rule on a page, wide and narrow, in light and dark; and where it scrolls sideways. */
export async function breaches(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(AXE);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const options = JSON.stringify({ resultTypes: ['violations'], ...RULES[colorScheme] });
      const broken = await page.evaluate<string[]>(
        `axe.run(document, ${options}).then(({ violations }) =>
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
      );
      found.push(...broken.map((one) => `${width} ${colorScheme} ${one}`));
    }
    const scrolls = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (scrolls > width) found.push(`${width} scrolls sideways to ${scrolls}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
