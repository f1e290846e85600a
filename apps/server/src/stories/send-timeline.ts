import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Logger } from '#platform/logging/logger.js';
import type { TimelinePlace } from '#reader/timeline/timeline-fact.js';
import type { SettledPage } from '../articles/dropped-quotes.js';
import type { Answer, AnswerCache } from '../http/answer-cache.js';
import { CSV, isWholeList, NDJSON } from '../http/media-types.js';
import type { Page } from '../query/page.js';
import { allParts, sendWhole } from '../query/whole-list.js';
import { FactsBody } from '../views/fact.schema.js';
import { findView } from '../views/find-view.js';
import { ReadTimeline } from './read-timeline.query.js';
import { unknownStory } from '../query/story-filter.js';
import { factColumns, FactLine, timelineFilter, type TimelineQuery } from './timeline.schema.js';

/** The answer of a timeline, of a story or of all. */
export const TIMELINE_ANSWER = {
  description: 'A page of facts; as CSV and NDJSON all facts',
  schema: FactsBody,
  texts: [CSV],
  also: { [NDJSON]: FactLine },
};

/** What a timeline is answered with. */
interface TimelineParts {
  pool: Pool;
  queries: QueryBus;
  answers: AnswerCache;
  logger: Logger;
}

type TimelineListPage = Page<z.output<typeof TimelineQuery>, TimelinePlace>;

/** The list that the page is of. */
interface TimelineList {
  answerOf(request: FastifyRequest, page: TimelineListPage, items: unknown[], next: TimelinePlace | null): Answer;
}

/**
 * Answers with a page of a timeline, or with all of it as CSV or NDJSON.
 *
 * @param story `null`: all stories
 * @throws Problem `not-found` where the record does not have the story there, `unavailable` where a view is not
 * readable
 */
export async function sendTimeline(
  { pool, queries, answers, logger }: TimelineParts,
  list: TimelineList,
  request: FastifyRequest,
  reply: FastifyReply,
  page: TimelineListPage,
  story: string | null,
): Promise<void> {
  const { query, clocks } = page;
  const read = async (after: TimelinePlace | null, limit: number): Promise<SettledPage> => {
    const timeline = new ReadTimeline(pool, story, timelineFilter(query), clocks, after, limit, query.order);
    const found = await queries.execute(timeline);
    if (found === null) throw await unknownStory(pool, story ?? '', clocks);
    return found;
  };
  const requireViews = async (): Promise<void> => {
    for (const view of query.view ?? []) await findView(pool, view, clocks);
  };
  if (isWholeList(request.responseType)) {
    await requireViews();
    return sendWhole(request, reply, logger, clocks, factColumns, allParts(read));
  }
  // The link to the next page repeats the URL.
  await answers.send(pool, request, reply, ['timeline', request.raw.url ?? ''], clocks, async () => {
    await requireViews();
    const { items, next, isCurrent } = await read(page.after, page.limit);
    return { ...list.answerOf(request, page, items, next), isCurrent };
  });
}
