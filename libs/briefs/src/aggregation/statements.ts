import type { DataOf } from '#catalogue/catalogue.js';
import { quoted } from '#catalogue/wording/sentence.js';
import type { Fact } from '../material.js';
import type { Aggregation } from './groups.js';

const said = (fact: Fact): DataOf<'StatementMade'> => fact.data as DataOf<'StatementMade'>;

/** What one person said to the same people: "told reporters: “…” And: “…”" */
export const statements: Aggregation = {
  key: (fact) => {
    const { speaker, quote, audience, place, topics } = said(fact);
    return quote === undefined ? null : JSON.stringify([speaker, audience, place, topics]);
  },
  most: 3,
  sentence: (facts) =>
    [facts[0]?.sentence, ...facts.slice(1).map((fact) => `And: ${ended(quoted(said(fact).quote ?? ''))}`)].join(' '),
};

/** A quotation that has no stop of its own gets one behind it. */
const ended = (quotation: string): string => (/[.!?…][”"]?$/.test(quotation) ? quotation : `${quotation}.`);
