import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { storyExists } from '#reader/board/story-head.js';
import { readActive } from '#reader/clocks/active-generation.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { toSubject } from '#reader/subjects/subject.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import type { TimelineFilter } from '#reader/timeline/timeline-fact-states.js';
import type { TimelineOrder, TimelinePage, TimelinePlace } from '#reader/timeline/timeline-fact.js';
import { views } from '#views/registry.js';
import { settlePage, type SettledPage } from '../articles/dropped-quotes.js';

export interface TimelineRequest extends Omit<TimelineFilter, 'subject' | 'views'> {
  subject?: { view: string; subject: string } | undefined;
  /** Facts about a subject of one of these. */
  viewNames?: readonly string[] | undefined;
}

/**
 * A page of the facts of a story, or `null` where the record does not have the story at that point. Without a story, of
 * all stories. Newest first, unless another order is given.
 */
export class ReadTimeline extends Query<SettledPage | null> {
  constructor(
    readonly pool: Pool,
    readonly story: string | null,
    readonly filter: TimelineRequest,
    readonly clocks: Clocks,
    readonly after: TimelinePlace | null,
    readonly limit: number,
    readonly order?: TimelineOrder,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  async execute(query: ReadTimeline): Promise<SettledPage | null> {
    const page = await settlePage(query.pool, await this.#page(query), query.clocks);
    // A story that has facts exists: only an empty page needs the query.
    if (page.items.length > 0 || query.story === null) return page;
    return (await storyExists(query.pool, query.story, query.clocks)) ? page : null;
  }

  async #page({ pool, filter, ...selection }: ReadTimeline): Promise<TimelinePage> {
    const { subject: named, viewNames, ...others } = filter;
    if (!named) {
      const taken = viewNames && views.filter(({ name }) => viewNames.includes(name));
      return readTimeline(pool, { ...selection, filter: { ...others, views: taken } });
    }
    const generation = (await readActive(pool, views, selection.clocks)).find((one) => one.view.name === named.view);
    if (!generation) return { items: [], next: null };
    const subject = toSubject(generation, named.subject);
    return readTimeline(pool, { ...selection, filter: { ...others, subject } });
  }
}
