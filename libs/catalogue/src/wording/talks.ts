import { ordinal, withArticle } from './numbers.js';
import { betweenParties } from './parties.js';
import { kindOf, named } from './slugs.js';
import { namesAll, newTitled, titled } from './titles.js';

const NOUNS = ['talks', 'negotiations', 'dialogue', 'consultations', 'discussions'] as const;

/** A series of talks as a fact names it. */
interface Series {
  talks: string;
  title?: string | undefined;
}

/** Talks by their title, or by their slug: "the US-China trade talks". */
export const talksNamed = ({ talks, title }: Series): string =>
  title === undefined ? named(talks, NOUNS) : titled(title);

/** "the fifth round of the US-China trade talks"; if the round is unknown, the talks. */
export function roundOf(series: Series, round: number | undefined): string {
  return round === undefined ? talksNamed(series) : `the ${ordinal(round)} round of ${talksNamed(series)}`;
}

/** "trade talks between the US and China", "the border committee talks between Cambodia and Thailand". */
function talksBetween({ talks, title }: Series, codes: readonly string[]): string {
  if (title === undefined) return `${kindOf(talks, NOUNS)} ${betweenParties(codes)}`;
  return namesAll(title, codes) ? newTitled(title) : `${newTitled(title)} ${betweenParties(codes)}`;
}

/** "a fifth round of trade talks between the US and China". */
export function aRoundBetween(series: Series, codes: readonly string[], round: number | undefined): string {
  return round === undefined
    ? talksBetween(series, codes)
    : `${withArticle(ordinal(round))} round of ${talksBetween(series, codes)}`;
}

/** "the fifth round of trade talks between the US and China". */
export function roundBetween(series: Series, codes: readonly string[], round: number | undefined): string {
  return round === undefined
    ? talksBetween(series, codes)
    : `the ${ordinal(round)} round of ${talksBetween(series, codes)}`;
}
