import type { QueryBus } from '@nestjs/cqrs';
import { periodAt, PERIODS } from '#briefs/digest/digest.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { BuiltSummary, BuildSummary, SummaryKind } from '#jobs/summary/summary.js';
import { readViewsAt } from '#projector/store/projections.js';
import { latestActive } from '#reader/clocks/active-generation.js';
import { latestClocks, type Clocks } from '#reader/clocks/clocks.js';
import type { ReadsPart } from '../bootstrap/parts.js';
import { ReadBrief } from '../stories/read-brief.query.js';
import { readLatestDigests } from '../stories/read-digests.query.js';

/** Builds each kind of summary by the query that also answers readers. */
export function summaryBuilders(queries: QueryBus, reads: ReadsPart): Record<SummaryKind, BuildSummary> {
  return {
    brief: atPresent(reads, (story, clocks) => buildBrief(queries, reads, story, clocks)),
    digests: atPresent(reads, (story, clocks) => buildKeptDigests(queries, reads, story, clocks)),
  };
}

/** The content of a summary, and when time alone will change it, microseconds since the epoch. */
type Content = Pick<BuiltSummary, 'content' | 'freshUntil'>;

async function buildBrief(
  queries: QueryBus,
  { pool }: ReadsPart,
  story: string,
  clocks: Clocks,
): Promise<Content | null> {
  const brief = await queries.execute(new ReadBrief(pool, story, clocks));
  if (!brief) return null;
  const { headline, sections, freshUntil } = brief;
  return {
    content: { headline, sections, freshUntil },
    freshUntil: freshUntil === null ? null : periodOf(freshUntil).from,
  };
}

/**
 * Builds the latest digest of each kind of period. Time alone never changes that of a period that has ended. That of
 * the current period changes when the brief does, and when the period ends.
 */
async function buildKeptDigests(
  queries: QueryBus,
  reads: ReadsPart,
  story: string,
  clocks: Clocks,
): Promise<Content | null> {
  const content = await readLatestDigests(queries, reads.pool, story, clocks);
  if (!content) return null;
  const current = PERIODS.map((kind) => periodAt(kind, clocks.instant));
  const ends = current
    .filter(({ kind, name }) => content[kind].items.some(({ period }) => period === name))
    .map(({ to }) => to);
  if (ends.length === 0) return { content, freshUntil: null };
  const brief = await buildBrief(queries, reads, story, clocks);
  return { content, freshUntil: Math.min(...ends, brief?.freshUntil ?? Infinity) };
}

/** Builds a summary of the present, with the position and the generations that it was built from. */
function atPresent(
  { pool, now }: ReadsPart,
  build: (story: string, clocks: Clocks) => Promise<Content | null>,
): BuildSummary {
  return async (story): Promise<BuiltSummary> => {
    // Read before the summary is built: a generation that is activated meanwhile then leaves the summary stale. Read
    // afterwards, it would count as fresh.
    const at = await readViewsAt(pool);
    const built = await build(story, latestClocks(at, now()));
    if (!built) throw new Error(`the record has no story ${story}`);
    return { ...built, madeFrom: at.position, madeWith: latestActive(at.projections) };
  };
}
