import { kindOf, named } from './slugs.js';

const NOUNS = ['truce', 'ceasefire', 'armistice', 'pause'] as const;

/** A truce known by its slug: "the US-China tariff truce". */
export const truceNamed = (slug: string): string => named(slug, NOUNS);

/** What it is, its parties having been named: "tariff truce". */
export const kindOfTruce = (slug: string): string => kindOf(slug, NOUNS);
