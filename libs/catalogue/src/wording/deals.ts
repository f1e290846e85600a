import type { DealStatus } from '../values/closed-values.js';
import { betweenParties, parties } from './parties.js';
import { sentence } from './sentence.js';
import { bareTitle, namesAll, newTitled, says, titled } from './titles.js';

interface Deal {
  parties: readonly string[];
  title?: string | undefined;
  subject?: string | undefined;
}

/** The status of a deal as a sentence: "The US and South Korea were close to a final deal on tariffs." */
export function dealAt(status: DealStatus, deal: Deal, tense: 'past' | 'present' = 'past'): string {
  const past = tense === 'past';
  const on = subjectOf(deal);
  const who = parties(deal.parties);
  const several = new Set(deal.parties).size > 1;
  const were = several ? (past ? 'were' : 'are') : past ? 'was' : 'is';
  const have = past ? '' : several ? 'have' : 'has';
  const { title } = deal;
  const theDeal = title === undefined ? 'a deal' : status === 'exploring' ? newTitled(title) : titled(title);
  const between = title !== undefined && namesAll(title, deal.parties) ? '' : betweenParties(deal.parties);
  switch (status) {
    case 'exploring':
      return sentence(who, were, 'exploring', theDeal, on);
    case 'negotiating':
      return sentence(who, were, 'negotiating', theDeal, on);
    case 'near_final':
      return title === undefined
        ? sentence(who, were, 'close to a final deal', on)
        : sentence(who, were, 'close to concluding', theDeal, on);
    case 'agreed':
      return title === undefined
        ? sentence(who, have, 'reached a deal', on)
        : sentence(who, have, 'agreed on', theDeal, on);
    case 'stalled':
      return sentence('work on', theDeal, between, on, past ? 'stalled' : 'has stalled');
    case 'collapsed':
      return sentence(theDeal, between, on, past ? 'collapsed' : 'has collapsed');
  }
}

/** What a deal is about, unless its title says so: "on tariffs". */
function subjectOf({ title, subject }: Deal): string {
  return subject === undefined || (title !== undefined && says(title, subject)) ? '' : `on ${subject}`;
}

/** A deal in a heading: "fighter purchase deal", "deal on tariffs". */
export function dealLabel({ title, subject }: Pick<Deal, 'title' | 'subject'>): string {
  if (title !== undefined) return bareTitle(title);
  return subject === undefined ? 'deal' : `deal on ${subject}`;
}
