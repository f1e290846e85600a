import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { catalogue } from './catalogue.js';
import { catalogueDocument } from './document.js';

const page = catalogueDocument();

describe('docs/catalogue.md', () => {
  it('is up to date (otherwise: npm run build, then node scripts/write-catalogue-doc.mjs)', () => {
    expect(readFileSync(new URL('../../../docs/catalogue.md', import.meta.url), 'utf8')).toBe(page);
  });

  it.each(catalogue.map(({ type }) => type))('has a section for %s', (type) => {
    expect(page).toContain(`\n## ${type}\n`);
    expect(page).toContain(`[${type}](#${type.toLowerCase()})`);
  });

  it('links only to sections that it has', () => {
    const sections = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => `#${title?.toLowerCase()}`));
    const links = [...page.matchAll(/\]\((#[^)]+)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((target) => !sections.has(target ?? ''))).toEqual([]);
  });

  it('shows the fields of a type, which of them are required, and its sentence', () => {
    expect(page).toContain('| `truce` | yes | [Slug](#slug) | The truce |');
    expect(page).toContain('| `measure` |  | [Slug](#slug), `all` where it is missing |');
    expect(page).toContain(
      '| `leads` |  | list of object of `party`: [Party](#party), `person`: [Person](#person), at most 50 |',
    );
    expect(page).toContain('> The US-China tariff truce was extended for a second time, until 10 November 2025.');
  });
});
