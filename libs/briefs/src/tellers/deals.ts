import { dealAt } from '#catalogue/wording/deals.js';
import type { Deal } from '#views/deals.js';
import { citing } from '../sentence.js';
import { latest, type Teller } from '../told.js';

export const deals: Teller<Deal> = {
  holds({ facts, state }) {
    const fact = latest(facts, ['DealProgressReported'], ({ status }) => status === state.status);
    return fact ? [citing(dealAt(state.status, fact.data, 'present'), [fact])] : [];
  },
};
