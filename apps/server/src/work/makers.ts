import type { QueryBus } from '@nestjs/cqrs';
import type { MakeSummary, SummaryKind } from '#jobs/summary/summary.js';
import { servingGeneration } from '#jobs/summary/read-summary.js';
import { resolveClocks } from '#projector/read/clocks.js';
import { ReadBoard } from '../api/stories/read-board.query.js';
import type { ClockParts } from '../api/asking/resolve-clocks.js';

/** How each kind of summary is made: by the queries that also answer who asks for one as of a date. */
export function makers(queries: QueryBus, parts: ClockParts): Record<SummaryKind, MakeSummary> {
  const make: MakeSummary = async (story) => {
    // Asked first: a view that is swapped in meanwhile leaves the summary stale, and not the other way round.
    const madeWith = await servingGeneration(parts.pool);
    const clocks = await resolveClocks(parts.pool, parts.checkpoint, {}, parts.now());
    const board = await queries.execute(new ReadBoard(story, clocks));
    if (!board) throw new Error(`the record holds no story ${story}`);
    return { content: board, madeFrom: clocks.position, freshUntil: null, madeWith };
  };
  return { brief: make, digests: make };
}
