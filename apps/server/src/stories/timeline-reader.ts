import type { QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { TimelinePage, TimelinePlace } from '#reader/timeline/timeline-fact.js';
import { CSV, NDJSON } from '../http/media-types.js';
import { FactsBody } from '../views/fact.schema.js';
import { findView } from '../views/find-view.js';
import { ReadTimeline } from './read-timeline.query.js';
import { unknownStory } from '../query/story-filter.js';
import { FactLine, timelineFilter, type TimelineQuery } from './timeline.schema.js';

/** The answer of a timeline, of a story or of all. */
export const TIMELINE_ANSWER = {
  description: 'A page of facts; as CSV and NDJSON all facts',
  schema: FactsBody,
  texts: [CSV],
  also: { [NDJSON]: FactLine },
};

/**
 * Reads parts of a timeline at a point of the clocks.
 *
 * @param story `null`: all stories
 * @throws Problem `not-found` where the record does not have the story there, `unavailable` where a view is not
 * readable
 */
export async function timelineReader(
  queries: QueryBus,
  pool: Pool,
  story: string | null,
  query: z.output<typeof TimelineQuery>,
  clocks: Clocks,
): Promise<(after: TimelinePlace | null, limit: number) => Promise<TimelinePage>> {
  for (const view of query.view ?? []) await findView(pool, view, clocks);
  const filter = timelineFilter(query);
  return async (after, limit) => {
    const page = await queries.execute(new ReadTimeline(pool, story, filter, clocks, after, limit, query.order));
    if (page === null) throw await unknownStory(pool, story ?? '', clocks);
    return page;
  };
}
