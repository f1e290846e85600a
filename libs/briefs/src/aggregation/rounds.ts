import type { DataOf } from '#catalogue/catalogue.js';
import { list } from '#catalogue/wording/lists.js';
import { ordinal } from '#catalogue/wording/numbers.js';
import { sentence } from '#catalogue/wording/sentence.js';
import { talksNamed } from '#catalogue/wording/talks.js';
import type { Fact } from '../material.js';
import type { Aggregation } from './groups.js';

const over = (fact: Fact): DataOf<'TalksConcluded'> => fact.data as DataOf<'TalksConcluded'>;

/**
 * Rounds of which no more is known than where they were: "The first, second and third rounds of the talks concluded in
 * Geneva, London and Madrid."
 */
export const rounds: Aggregation = {
  key: (fact) => {
    const { talks, round, place, outcome } = over(fact);
    return round === undefined || place?.name === undefined || outcome !== undefined ? null : talks;
  },
  most: 10,
  sentence: (facts) => {
    const ended = facts.map(over).sort((a, b) => (a.round ?? 0) - (b.round ?? 0));
    const numbers = list(ended.map(({ round }) => ordinal(round ?? 0)));
    const places = list(ended.map(({ place }) => place?.name ?? ''));
    return sentence(`the ${numbers} rounds of ${talksNamed(ended[0]?.talks ?? '')} concluded in ${places}`);
  },
};
