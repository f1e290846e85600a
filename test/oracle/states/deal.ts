import type { Json } from '../pattern.js';
import { lastGiven, type Fact } from '../recorded.js';
import { latest } from './lists.js';

/** The state of a deal after these facts, which are in fold order and without claims. */
export const deal = (facts: readonly Fact[]): Record<string, Json> => ({
  title: lastGiven(facts, 'title') as Json,
  parties: latest((lastGiven(facts, 'parties') ?? []) as string[]),
  status: lastGiven(facts, 'status') as Json,
  subject: lastGiven(facts, 'subject') as Json,
});
