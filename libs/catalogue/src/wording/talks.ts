import { ordinal, withArticle } from './numbers.js';
import { betweenParties } from './parties.js';
import { kindOf, named } from './slugs.js';

const NOUNS = ['talks', 'negotiations', 'dialogue', 'consultations', 'discussions'] as const;

/** Talks known by their slug: "the US-China trade talks". */
export const talksNamed = (slug: string): string => named(slug, NOUNS);

/** A round of them: "the fifth round of the US-China trade talks"; where the round is not known, the talks. */
export function roundOf(slug: string, round: number | undefined): string {
  return round === undefined ? talksNamed(slug) : `the ${ordinal(round)} round of ${talksNamed(slug)}`;
}

/** "trade talks between the US and China". */
function talksBetween(slug: string, codes: readonly string[]): string {
  return `${kindOf(slug, NOUNS)} ${betweenParties(codes)}`;
}

/** "a fifth round of trade talks between the US and China". */
export function aRoundBetween(slug: string, codes: readonly string[], round: number | undefined): string {
  return round === undefined
    ? talksBetween(slug, codes)
    : `${withArticle(ordinal(round))} round of ${talksBetween(slug, codes)}`;
}

/** "the fifth round of trade talks between the US and China". */
export function roundBetween(slug: string, codes: readonly string[], round: number | undefined): string {
  return round === undefined
    ? talksBetween(slug, codes)
    : `the ${ordinal(round)} round of ${talksBetween(slug, codes)}`;
}
