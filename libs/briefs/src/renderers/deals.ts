import { dealAt } from '#catalogue/wording/deals.js';
import type { Deal } from '#views/deals.js';
import { citing } from '../sentence.js';
import { latestOfTypes, type Renderer } from '../render-context.js';

export const renderDeals: Renderer<Deal> = {
  holds({ facts, state }) {
    const fact = latestOfTypes(facts, ['DealProgressReported'], ({ status }) => status === state.status);
    return fact ? [citing(dealAt(state.status, fact.data, 'present'), [fact])] : [];
  },
};
