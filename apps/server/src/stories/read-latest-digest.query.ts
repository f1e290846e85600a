import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PeriodKind } from '#briefs/digest/period.js';
import { readCurrent } from '#jobs/summary/read-current.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { LatestDigests } from './read-digest-of-each-kind.query.js';
import { ReadDigests, type DigestPage } from './read-digests.query.js';

/**
 * A story's latest digest as it is now: the one that is kept, or made on request where that is stale or missing. `null`
 * where there is no such story.
 */
export class ReadLatestDigest extends Query<DigestPage | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly kind: PeriodKind,
    /** Now. */
    readonly clocks: Clocks,
  ) {
    super();
  }
}

@QueryHandler(ReadLatestDigest)
export class ReadLatestDigestHandler implements IQueryHandler<ReadLatestDigest> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ pool, story, kind, clocks }: ReadLatestDigest): Promise<DigestPage | null> {
    const current = await readCurrent(pool, views, { story, kind: 'digests' }, clocks.position, clocks.instant);
    // A list does not say that it is stale.
    if (!current || current.stale) return this.queries.execute(new ReadDigests(pool, story, kind, clocks, null, 1));
    return (current.content as LatestDigests)[kind];
  }
}
