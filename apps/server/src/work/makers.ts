import type { QueryBus } from '@nestjs/cqrs';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { servingGeneration } from '#jobs/summary/read-summary.js';
import type { MadeSummary, MakeSummary, SummaryKind } from '#jobs/summary/summary.js';
import { resolveClocks, type Clocks } from '#projector/read/clocks.js';
import type { ClockParts } from '../api/asking/resolve-clocks.js';
import { ReadBrief } from '../api/stories/read-brief.query.js';

/** How each kind of summary is made: by the queries that also answer who asks for one as of a date. */
export function makers(queries: QueryBus, parts: ClockParts): Record<SummaryKind, MakeSummary> {
  return {
    brief: atPresent(parts, async (story, clocks) => {
      const brief = await queries.execute(new ReadBrief(story, clocks));
      if (!brief) return null;
      const { headline, sections, freshUntil } = brief;
      return { content: { headline, sections, freshUntil }, freshUntil };
    }),
  };
}

/** Makes something of a story as it is now, and says what it was made from. */
function atPresent(
  parts: ClockParts,
  make: (story: string, clocks: Clocks) => Promise<{ content: unknown; freshUntil: string | null } | null>,
): MakeSummary {
  return async (story): Promise<MadeSummary> => {
    // Asked first: a view that is swapped in meanwhile leaves the summary stale, and not the other way round.
    const madeWith = await servingGeneration(parts.pool);
    const clocks = await resolveClocks(parts.pool, parts.checkpoint, {}, parts.now());
    const made = await make(story, clocks);
    if (!made) throw new Error(`the record holds no story ${story}`);
    const { content, freshUntil } = made;
    return { content, madeFrom: clocks.position, madeWith, freshUntil: freshUntil === null ? null : periodOf(freshUntil).from };
  };
}
