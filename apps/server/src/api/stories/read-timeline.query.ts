import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Clocks } from '#projector/read/clocks.js';
import { readTimeline } from '#projector/read/read-timeline.js';
import type { TimelineFilter } from '#projector/read/timeline-forms.js';
import type { TimelinePage, TimelinePlace } from '#projector/read/timeline-page.js';
import { readServing } from '#projector/read/serving.js';
import { toSubject } from '#projector/read/subject.js';
import { isHeld } from '#projector/read/standing.js';
import { views } from '#views/views.js';
import type { ReadingPool } from '../../server-parts.js';
import { settleFacts } from '../articles/settle-sources.js';

export interface AskedTimeline extends Omit<TimelineFilter, 'subject'> {
  subject?: { view: string; subject: string } | undefined;
}

/** A page of a story's facts, newest first, or `null` where the record does not hold the story at that point. */
export class ReadTimeline extends Query<TimelinePage | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly filter: AskedTimeline,
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
    return page.items.length > 0 || (await isHeld(query.pool, query.story, query.clocks)) ? page : null;
  }

  private async page({ pool, story, filter, clocks, after, limit }: ReadTimeline): Promise<TimelinePage> {
    const { subject: asked, ...others } = filter;
    if (!asked) return readTimeline(pool, story, others, clocks, after, limit);
    const serving = (await readServing(pool, views, clocks)).find((one) => one.view.name === asked.view);
    // A filter that nothing matches, a view that there is not included, gives an empty list.
    if (!serving) return { items: [], next: null };
    return readTimeline(pool, story, { ...others, subject: toSubject(serving, asked.subject) }, clocks, after, limit);
  }
}
