import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Brief } from '#briefs/brief.js';
import { readCurrent } from '#jobs/summary/read-current.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import { ReadBrief, type BriefRead } from './read-brief.query.js';

/**
 * A story's brief as it is kept, which may be stale; made on request where there is none yet, or where it has to hold a
 * position that it lacks. `null` where the record does not hold the story.
 */
export class ReadCurrentBrief extends Query<BriefRead | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    /** Now. */
    readonly clocks: Clocks,
    readonly minPosition: number,
  ) {
    super();
  }
}

@QueryHandler(ReadCurrentBrief)
export class ReadCurrentBriefHandler implements IQueryHandler<ReadCurrentBrief> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ pool, story, clocks, minPosition }: ReadCurrentBrief): Promise<BriefRead | null> {
    const current = await readCurrent(pool, views, { story, kind: 'brief' }, clocks.position, clocks.instant);
    if (!current || (current.stale && current.madeFrom < minPosition))
      return this.queries.execute(new ReadBrief(pool, story, clocks));
    const { content, madeFrom, stale } = current;
    return { ...(content as Brief), lacks: null, madeFrom, stale };
  }
}
