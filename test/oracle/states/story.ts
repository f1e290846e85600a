import type { Json } from '../pattern.js';
import { lastGiven, ofType, type Fact } from '../recorded.js';
import { latest } from './lists.js';

/** The state of a story after its opening and its closing: closed whichever has the earlier date. */
export function story(facts: readonly Fact[]): Record<string, Json> {
  const openings = ofType(facts, 'StoryOpened');
  return {
    title: lastGiven(openings, 'title') as Json,
    summary: lastGiven(openings, 'summary') as Json,
    topics: latest((lastGiven(openings, 'topics') ?? []) as string[]),
    parties: latest((lastGiven(openings, 'parties') ?? []) as string[]),
    status: ofType(facts, 'StoryClosed').length > 0 ? 'closed' : 'open',
  };
}
