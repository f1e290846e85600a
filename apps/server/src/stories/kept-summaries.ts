import type { QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import type { Brief } from '#briefs/brief.js';
import type { PeriodKind } from '#briefs/digest/digest.js';
import { readCurrent } from '#jobs/summary/read-current.js';
import { coalescedByKey } from '#platform/database/batched.js';
import { countRecorded } from '#reader/board/story-head.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';
import type { ClockQuery } from '../query/request-clocks.js';
import { ReadBrief, type BriefAt } from './read-brief.query.js';
import { ReadDigests, type DigestPage, type LatestDigests } from './read-digests.query.js';

/**
 * The most events that a brief may be behind and still be built for a reader. Where more came, more are coming, and it
 * would be behind again at once: readers then get the kept one, and the workers build it.
 */
const MAX_BEHIND = 500;

/** Whether the present is requested, whose summaries the workers keep. */
export const isPresent = ({ asOf, reportedAsOf, knownOn, recordedAsOf }: ClockQuery): boolean =>
  !asOf && !reportedAsOf && !knownOn && !recordedAsOf;

/** Builds the present brief of a story, at a position that is not before that of the clocks. */
export type BuildPresentBrief = (story: string, clocks: Clocks) => Promise<BriefAt | null>;

/**
 * Builds briefs of the present, each story's one at a time. All readers who ask while one is being built get the next
 * one, at the latest of their positions: after an event, the many who follow a story ask at once.
 *
 * @param pool a build is shared, so it goes on when one of its readers goes away
 */
export function presentBriefs(queries: QueryBus, pool: Pool): BuildPresentBrief {
  const isLater = (one: Clocks, other: Clocks): boolean =>
    one.position === other.position ? one.instant > other.instant : one.position > other.position;
  return coalescedByKey<BriefAt | null, Clocks>((story, requested) => {
    const latest = requested.reduce((one, other) => (isLater(other, one) ? other : one));
    return queries.execute(new ReadBrief(pool, story, latest));
  });
}

/**
 * The brief that the workers keep. It is built where there is none yet, and where the kept one is stale, unless over
 * `MAX_BEHIND` events of the story came since and no later position is required. `null`: there is no such story.
 *
 * @param clocks the present
 */
export async function readCurrentBrief(
  build: BuildPresentBrief,
  pool: Pool,
  story: string,
  clocks: Clocks,
  minPosition: number,
): Promise<BriefAt | null> {
  const kept = await readCurrent(pool, views, { story, kind: 'brief' }, clocks.position, clocks.instant);
  if (!kept) return build(story, clocks);
  const { content, madeFrom, stale } = kept;
  const behind = stale ? await countRecorded(pool, story, madeFrom, clocks.position) : 0;
  if (stale && (behind <= MAX_BEHIND || madeFrom < minPosition)) return build(story, clocks);
  return { ...(content as Brief), missing: null, madeFrom, behind };
}

/**
 * The page with the latest digest of a kind that the workers keep. It is built where there is none yet, or where the
 * kept one is stale, since a list cannot say that it is stale. `null`: there is no such story.
 *
 * @param clocks the present
 */
export async function readLatestDigest(
  queries: QueryBus,
  pool: Pool,
  story: string,
  kind: PeriodKind,
  clocks: Clocks,
): Promise<DigestPage | null> {
  const kept = await readCurrent(pool, views, { story, kind: 'digests' }, clocks.position, clocks.instant);
  if (!kept || kept.stale) return queries.execute(new ReadDigests(pool, story, kind, clocks, null, 1));
  return (kept.content as LatestDigests)[kind];
}
