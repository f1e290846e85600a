import { Party } from '#catalogue/values/party.js';
import { Text } from '#catalogue/values/text.js';
import { DealStatus } from '#catalogue/values/closed-values.js';
import { z } from 'zod';
import { defineView } from './define-view.js';
import { appendDistinct, LATEST } from './lists/latest.js';

export const Deal = z.strictObject({
  title: Text.nullable(),
  parties: z.array(Party).max(LATEST),
  status: DealStatus,
  subject: Text.nullable(),
});
export type Deal = z.infer<typeof Deal>;

export const deals = defineView({
  name: 'deals',
  version: 6,
  description: 'Deals in the making: between whom, on what, and how far they have come',
  subject: 'deal',
  state: Deal,
  headline: ['status'],
  on: {
    DealProgressReported: {
      subject: ({ data }) => data.deal,
      fold: (before: Deal | null, { data }): Deal => ({
        title: data.title ?? before?.title ?? null,
        parties: appendDistinct([], data.parties),
        status: data.status,
        subject: data.subject ?? before?.subject ?? null,
      }),
      says: ({ data }) => ({ status: data.status }),
    },
  },
  title: (deal) => deal.title,
  parties: (deal) => deal.parties,
});
