import type { QueryBus } from '@nestjs/cqrs';
import { PERIODS, periodAt } from '#briefs/digest/period.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { servingGeneration } from '#jobs/summary/read-summary.js';
import type { MadeSummary, MakeSummary, SummaryKind } from '#jobs/summary/summary.js';
import { resolveClocks, type Clocks } from '#projector/read/clocks.js';
import type { ClockParts } from '../api/asking/resolve-clocks.js';
import { ReadBrief } from '../api/stories/read-brief.query.js';
import { ReadDigests } from '../api/stories/read-digests.query.js';
import type { LatestDigests } from '../api/stories/read-latest-digest.query.js';

/** How each kind of summary is made: by the queries that also answer who asks for one as of a date. */
export function makers(queries: QueryBus, parts: ClockParts): Record<SummaryKind, MakeSummary> {
  return {
    brief: atPresent(parts, (story, clocks) => makeBrief(queries, story, clocks)),
    digests: atPresent(parts, (story, clocks) => makeDigests(queries, story, clocks)),
  };
}

/** What was made of a story, and when time alone will change it, microseconds since the epoch. */
type Made = Pick<MadeSummary, 'content' | 'freshUntil'>;

async function makeBrief(queries: QueryBus, story: string, clocks: Clocks): Promise<Made | null> {
  const brief = await queries.execute(new ReadBrief(story, clocks));
  if (!brief) return null;
  const { headline, sections, freshUntil } = brief;
  return { content: { headline, sections, freshUntil }, freshUntil: freshUntil === null ? null : periodOf(freshUntil).from };
}

/** Of each kind of period the latest. One that has ended says for ever what it says; one that runs changes when the brief does, and when it ends. */
async function makeDigests(queries: QueryBus, story: string, clocks: Clocks): Promise<Made | null> {
  const content: Partial<LatestDigests> = {};
  const ends: number[] = [];
  for (const kind of PERIODS) {
    const page = await queries.execute(new ReadDigests(story, kind, clocks, null, 1));
    if (!page) return null;
    content[kind] = page;
    const running = periodAt(kind, clocks.instant);
    if (page.items.some(({ period }) => period === running.name)) ends.push(running.to);
  }
  if (ends.length === 0) return { content, freshUntil: null };
  const brief = await makeBrief(queries, story, clocks);
  return { content, freshUntil: Math.min(...ends, brief?.freshUntil ?? Infinity) };
}

/** Makes something of a story as it is now, and says what it was made from. */
function atPresent(parts: ClockParts, make: (story: string, clocks: Clocks) => Promise<Made | null>): MakeSummary {
  return async (story): Promise<MadeSummary> => {
    // Asked first: a view that is swapped in meanwhile leaves the summary stale, and not the other way round.
    const madeWith = await servingGeneration(parts.pool);
    const clocks = await resolveClocks(parts.pool, parts.checkpoint, {}, parts.now());
    const made = await make(story, clocks);
    if (!made) throw new Error(`the record holds no story ${story}`);
    return { ...made, madeFrom: clocks.position, madeWith };
  };
}
