import { dealAt, dealLabel } from '#catalogue/wording/deals.js';
import type { Deal } from '#views/deals.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, type Renderer } from './render-context.js';

const HEADLINES: Readonly<Record<Deal['status'], string>> = {
  exploring: 'explored',
  negotiating: 'under negotiation',
  near_final: 'close to conclusion',
  agreed: 'agreed',
  stalled: 'stalled',
  collapsed: 'collapsed',
};

export const renderDeals: Renderer<Deal> = {
  isOver: ({ status }) => status === 'collapsed',

  /** A deal that collapsed is over. */
  holds({ facts, state }) {
    if (state.status === 'collapsed') return [];
    const fact = latestOfTypes(facts, ['DealProgressReported'], ({ status }) => status === state.status);
    return fact ? [citing(dealAt(state.status, fact.data, 'present'), [fact])] : [];
  },

  headline({ item, state }) {
    const label = dealLabel({ title: state.title ?? undefined, subject: state.subject ?? undefined });
    return { about: label, text: HEADLINES[state.status], since: item.since ?? '' };
  },
};
