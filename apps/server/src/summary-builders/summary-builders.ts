import type { QueryBus } from '@nestjs/cqrs';
import { PERIODS, periodAt } from '#briefs/digest/period.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { BuiltSummary, BuildSummary, SummaryKind } from '#jobs/summary/summary.js';
import { readViewsAt } from '#projector/store/projections.js';
import { latestClocks, type Clocks } from '#reader/clocks/clocks.js';
import { latestServing } from '#reader/clocks/active-generation.js';
import { ReadBrief } from '../stories/read-brief.query.js';
import { ReadDigestOfEachKind } from '../stories/read-digest-of-each-kind.query.js';
import type { AppDependencies } from '../app-dependencies.js';

/** How each kind of summary is made: by the queries that also answer who asks for one as of a date. */
export function summaryBuilders(
  queries: QueryBus,
  parts: Pick<AppDependencies, 'pool' | 'now'>,
): Record<SummaryKind, BuildSummary> {
  return {
    brief: atPresent(parts, (story, clocks) => makeBrief(queries, parts.pool, story, clocks)),
    digests: atPresent(parts, (story, clocks) => makeDigests(queries, parts.pool, story, clocks)),
  };
}

/** What was made of a story, and when time alone will change it, microseconds since the epoch. */
type Made = Pick<BuiltSummary, 'content' | 'freshUntil'>;
type Make = (story: string, clocks: Clocks) => Promise<Made | null>;

async function makeBrief(
  queries: QueryBus,
  ...asked: [pool: AppDependencies['pool'], ...Parameters<Make>]
): Promise<Made | null> {
  const brief = await queries.execute(new ReadBrief(...asked));
  if (!brief) return null;
  const { headline, sections, freshUntil } = brief;
  return {
    content: { headline, sections, freshUntil },
    freshUntil: freshUntil === null ? null : periodOf(freshUntil).from,
  };
}

/**
 * Of each kind of period the latest. One that has ended says for ever what it says; one that runs changes when the
 * brief does, and when it ends.
 */
async function makeDigests(
  queries: QueryBus,
  ...asked: [pool: AppDependencies['pool'], ...Parameters<Make>]
): Promise<Made | null> {
  const [, , { instant }] = asked;
  const content = await queries.execute(new ReadDigestOfEachKind(...asked));
  if (!content) return null;
  const running = PERIODS.map((kind) => periodAt(kind, instant));
  const ends = running
    .filter(({ kind, name }) => content[kind].items.some(({ period }) => period === name))
    .map(({ to }) => to);
  if (ends.length === 0) return { content, freshUntil: null };
  const brief = await makeBrief(queries, ...asked);
  return { content, freshUntil: Math.min(...ends, brief?.freshUntil ?? Infinity) };
}

/** Makes something of a story as it is now, and says what it was made from. */
function atPresent({ pool, now }: Pick<AppDependencies, 'pool' | 'now'>, make: Make): BuildSummary {
  return async (story): Promise<BuiltSummary> => {
    // Seen at once and before all else: a view that is swapped in meanwhile leaves the summary stale, and not the other
    // way round.
    const at = await readViewsAt(pool);
    const made = await make(story, latestClocks(at, now()));
    if (!made) throw new Error(`the record holds no story ${story}`);
    return { ...made, madeFrom: at.position, madeWith: latestServing(at.projections) };
  };
}
