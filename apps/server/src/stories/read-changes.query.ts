import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { readChanges, type ChangesFilter, type ChangesPage, type ChangesPlace } from '#reader/changes/read-changes.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';

/**
 * A page of the subjects of a story, or of all stories, that differ between two points of the clocks, or `null` where
 * the record does not have the story at the later one.
 */
export class ReadChanges extends Query<ChangesPage | null> {
  constructor(
    readonly pool: Pool,
    readonly filter: ChangesFilter,
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
  execute({ pool, filter, from, to, after, limit }: ReadChanges): Promise<ChangesPage | null> {
    return readChanges(pool, views, filter, from, to, after, limit);
  }
}
