import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readChanges, type ChangesPage, type ChangesPlace } from '#reader/changes/read-changes.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';

/**
 * What differs on a story's board between two points of the clocks, or `null` where the record does not hold the story
 * at the later one.
 */
export class ReadChanges extends Query<ChangesPage | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly from: Clocks,
    readonly to: Clocks,
    readonly after: ChangesPlace | null,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadChanges)
export class ReadChangesHandler implements IQueryHandler<ReadChanges> {
  execute({ pool, story, from, to, after, limit }: ReadChanges): Promise<ChangesPage | null> {
    return readChanges(pool, views, story, from, to, after, limit);
  }
}
