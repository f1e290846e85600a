import type { DealStatus } from '../values/deal-status.js';
import { betweenParties, parties } from './parties.js';
import { sentence } from './sentence.js';

interface Deal {
  parties: readonly string[];
  subject?: string | undefined;
}

/**
 * How far a deal has come: "the US and South Korea were close to a final deal on tariffs"; as it stands, "are close".
 */
export function dealAt(status: DealStatus, deal: Deal, tense: 'past' | 'present' = 'past'): string {
  const past = tense === 'past';
  const on = deal.subject === undefined ? '' : ` on ${deal.subject}`;
  const who = parties(deal.parties);
  const several = new Set(deal.parties).size > 1;
  const were = several ? (past ? 'were' : 'are') : past ? 'was' : 'is';
  switch (status) {
    case 'exploring':
      return sentence(who, were, `exploring a deal${on}`);
    case 'negotiating':
      return sentence(who, were, `negotiating a deal${on}`);
    case 'near_final':
      return sentence(who, were, `close to a final deal${on}`);
    case 'agreed':
      return sentence(who, past ? '' : several ? 'have' : 'has', `reached a deal${on}`);
    case 'stalled':
      return sentence('work on a deal', betweenParties(deal.parties), on.trim(), past ? 'stalled' : 'has stalled');
    case 'collapsed':
      return sentence('a deal', betweenParties(deal.parties), on.trim(), past ? 'collapsed' : 'has collapsed');
  }
}
