import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Clocks } from '#projector/read/clocks.js';
import { readTimeline } from '#projector/read/read-timeline.js';
import type { TimelineFilter } from '#projector/read/timeline-forms.js';
import type { TimelinePage, TimelinePlace } from '#projector/read/timeline-page.js';
import { readServing } from '#projector/read/serving.js';
import { toSubject } from '#projector/read/subject.js';
import { isHeld } from '#projector/read/standing.js';
import { views } from '#views/views.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';

export interface AskedTimeline extends Omit<TimelineFilter, 'subject'> {
  subject?: { view: string; subject: string } | undefined;
}

/** A page of a story's facts, newest first, or `null` where the record does not hold the story at that point. */
export class ReadTimeline extends Query<TimelinePage | null> {
  constructor(
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
  constructor(@Inject(SERVER_PARTS) private readonly parts: ServerParts) {}

  async execute(query: ReadTimeline): Promise<TimelinePage | null> {
    const page = await this.page(query);
    // Where there are facts, their story is there.
    return page.items.length > 0 || (await isHeld(this.parts.pool, query.story, query.clocks)) ? page : null;
  }

  private async page({ story, filter, clocks, after, limit }: ReadTimeline): Promise<TimelinePage> {
    const { pool } = this.parts;
    const { subject: asked, ...others } = filter;
    if (!asked) return readTimeline(pool, story, others, clocks, after, limit);
    const serving = (await readServing(pool, views, clocks)).find((one) => one.view.name === asked.view);
    // A filter that nothing matches, a view that there is not included, gives an empty list.
    if (!serving) return { items: [], next: null };
    return readTimeline(pool, story, { ...others, subject: toSubject(serving, asked.subject) }, clocks, after, limit);
  }
}
