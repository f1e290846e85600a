import type { DataOf } from '#catalogue/catalogue.js';
import { Party } from '#catalogue/values/party.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type FoldedFact } from './define-view.js';
import { appendDistinct, LATEST } from './lists/latest.js';

export const Story = z.strictObject({
  title: Text.nullable(),
  summary: Text.nullable(),
  topics: z.array(Text).max(LATEST),
  parties: z.array(Party).max(LATEST),
  status: z.enum(['open', 'closed']),
});
export type Story = z.infer<typeof Story>;

const initialState: Story = { title: null, summary: null, topics: [], parties: [], status: 'open' };

/**
 * A story is opened once, and always before it is closed. A closing can still be folded first if its date is known less
 * precisely, so the opening keeps the status.
 */
function opened(before: Story | null, { data }: FoldedFact<DataOf<'StoryOpened'>>): Story {
  return {
    title: data.title,
    summary: data.summary ?? null,
    topics: appendDistinct([], data.topics),
    parties: appendDistinct([], data.parties),
    status: before?.status ?? 'open',
  };
}

export const stories = defineView({
  name: 'stories',
  version: 5,
  description: 'Stories: what each is about, and whether it still takes facts',
  subject: 'story',
  state: Story,
  headline: ['status'],
  on: {
    StoryOpened: { subject: ({ story }) => story, fold: opened },
    StoryClosed: {
      subject: ({ story }) => story,
      fold: (before: Story | null): Story => ({ ...(before ?? initialState), status: 'closed' }),
      says: () => ({ status: 'closed' }),
    },
  },
  parties: (story) => story.parties,
});
