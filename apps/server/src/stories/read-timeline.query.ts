import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import type { TimelineFilter } from '#reader/timeline/timeline-fact-states.js';
import type { TimelinePage, TimelinePlace } from '#reader/timeline/timeline-page.js';
import { readActive } from '#reader/clocks/active-generation.js';
import { toSubject } from '#reader/subjects/subject.js';
import { storyExists } from '#reader/clocks/story-version.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import { settleFacts } from '../articles/settle-sources.js';

export interface TimelineRequest extends Omit<TimelineFilter, 'subject'> {
  subject?: { view: string; subject: string } | undefined;
}

/** A page of a story's facts, newest first, or `null` where the record does not hold the story at that point. */
export class ReadTimeline extends Query<TimelinePage | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly filter: TimelineRequest,
    readonly clocks: Clocks,
    readonly after: TimelinePlace | null,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  async execute(query: ReadTimeline): Promise<TimelinePage | null> {
    const found = await this.page(query);
    const page = { ...found, items: await settleFacts(query.pool, found.items) };
    // Where there are facts, their story is there.
    return page.items.length > 0 || (await storyExists(query.pool, query.story, query.clocks)) ? page : null;
  }

  private async page({ pool, story, filter, clocks, after, limit }: ReadTimeline): Promise<TimelinePage> {
    const { subject: asked, ...others } = filter;
    if (!asked) return readTimeline(pool, story, others, clocks, after, limit);
    const serving = (await readActive(pool, views, clocks)).find((one) => one.view.name === asked.view);
    // A filter that nothing matches, a view that there is not included, gives an empty list.
    if (!serving) return { items: [], next: null };
    return readTimeline(pool, story, { ...others, subject: toSubject(serving, asked.subject) }, clocks, after, limit);
  }
}
