import type { QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import {
  buildDigest,
  type Digest,
  type DigestPeriod,
  isWithin,
  periodAt,
  type PeriodKind,
} from '#briefs/digest/digest.js';
import { IMPORTANT } from '#briefs/model/weights.js';
import { justBefore, lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import { readStoryHeads, type StoryHead } from '#reader/board/story-head.js';
import { readChangedItems } from '#reader/changes/read-changes.js';
import { isReadableAt, readActive, type ActiveGeneration } from '#reader/clocks/active-generation.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import {
  readEvidenceOfSubjects,
  readEvidenceWithin,
  readLatestFacts,
  type LatestFacts,
} from '#reader/evidence/read-evidence.js';
import { undatedField, type LeftOut } from '#reader/items/left-out.js';
import type { Moment } from '#reader/items/read-items.js';
import { readLeftOutOfStory } from '#reader/timeline/left-out-of-story.js';
import { views } from '#views/registry.js';
import { ReadTimeline } from './read-timeline.query.js';

/** A digest, and on the press's clock how many reports are left out of it for want of a date of publication alone. */
export interface DigestAt extends Digest {
  undated?: number;
}

/** What the digests of a story are built from, at one point of the clocks. */
export interface DigestSource {
  queries: QueryBus;
  pool: Pool;
  generations: readonly ActiveGeneration[];
  story: StoryHead;
  clocks: Clocks;
  /** The latest facts before the first digest. Most digests need no others. */
  latest: LatestFacts;
}

/** How many facts one step of the search for the next period reads. */
const SEARCH_PAGE = 20;
const MAX_CHANGED = 20;
/** How many digests are built in one step. Their changes are in memory meanwhile. */
const DIGESTS_PER_STEP = 4;

/**
 * @param before only digests of periods before this instant, microseconds since the epoch; `null`: all
 * @returns `null` where the record does not have the story at that point
 */
export async function openDigests(
  queries: QueryBus,
  pool: Pool,
  story: string,
  clocks: Clocks,
  before: number | null,
): Promise<DigestSource | null> {
  const [[head], generations, latest] = await Promise.all([
    readStoryHeads(pool, views, [story], clocks),
    readActive(pool, views, clocks),
    readLatestFacts(pool, story, clocks, before === null ? null : placeBefore(before)),
  ]);
  return head ? { queries, pool, generations, story: head, clocks, latest } : null;
}

/** The latest period of a kind that has a fact, before the period that starts at an instant. */
export async function periodBefore(
  { queries, pool, story, clocks, latest }: DigestSource,
  kind: PeriodKind,
  start: number | null,
): Promise<DigestPeriod | null> {
  const known = latest.facts.find(
    ({ resolved }) => (start === null || resolved.period.from < start) && isWithin(kind, resolved.occurredAt),
  );
  if (known) return periodAt(kind, periodOf(known.resolved.occurredAt).from);
  if (latest.all) return null;
  let place = start === null ? null : placeBefore(start);
  for (;;) {
    const timeline = new ReadTimeline(pool, story.slug, { retracted: true }, clocks, place, SEARCH_PAGE);
    const page = await queries.execute(timeline);
    const fact = page?.items.find(({ occurredAt }) => isWithin(kind, occurredAt));
    if (fact) return periodAt(kind, periodOf(fact.occurredAt).from);
    if (!page?.next) return null;
    place = page.next;
  }
}

/** Builds the digests of some periods, in the given order. */
export async function buildDigests(source: DigestSource, periods: readonly DigestPeriod[]): Promise<DigestAt[]> {
  const digests: DigestAt[] = [];
  for (let i = 0; i < periods.length; i += DIGESTS_PER_STEP)
    digests.push(...(await buildStep(source, periods.slice(i, i + DIGESTS_PER_STEP))));
  return digests;
}

async function buildStep(source: DigestSource, periods: readonly DigestPeriod[]): Promise<DigestAt[]> {
  const { pool, generations, story, clocks, latest } = source;
  const ends = periods.map((period) => endWithin(period, clocks));
  const spans = periods.map(({ from }, n) => {
    const before = justBefore(from);
    return { from: { asOf: before, instant: before }, to: ends[n] ?? clocks };
  });
  const readable = generations.filter((one) => isReadableAt(one, clocks.position));
  const changed = await readChangedItems(pool, readable, story.slug, clocks, spans, MAX_CHANGED);
  const wanted = spans.map(({ to }, n) => ({ subjects: changed[n] ?? [], asOf: to.asOf }));
  const evidence = await readEvidenceOfSubjects(pool, generations, clocks, wanted);
  const leftOut = await readLeftOutWithin(source, periods, ends);
  const digests: DigestAt[] = [];
  for (const [n, period] of periods.entries()) {
    const to = { ...clocks, ...ends[n] };
    const within = await readEvidenceWithin(
      pool,
      story.slug,
      { ...period, precision: 'instant' },
      to,
      IMPORTANT,
      latest,
    );
    const happened = within.filter(({ occurredAt }) => isWithin(period.kind, occurredAt));
    digests.push({
      ...buildDigest({
        story,
        period,
        happened,
        changed: changed[n] ?? [],
        evidence: evidence[n] ?? [],
        instant: to.instant,
      }),
      ...undatedField(leftOut?.filter(({ from }) => from >= period.from && from <= to.asOf)),
    });
  }
  return digests;
}

/** What is left out of the facts of some periods for want of a date of publication. Only on the press's clock. */
async function readLeftOutWithin(
  { pool, story, clocks }: DigestSource,
  periods: readonly DigestPeriod[],
  ends: readonly Moment[],
): Promise<LeftOut[] | undefined> {
  if (clocks.reportedAsOf === Infinity) return undefined;
  const from = Math.min(...periods.map((period) => period.from));
  const asOf = Math.max(...ends.map((end) => end.asOf));
  const span = { from, to: asOf + 1, precision: 'instant' } as const;
  return readLeftOutOfStory(pool, story.slug, { ...clocks, asOf }, span, () => true);
}

/** The last moment of a period that lies within the clocks. */
function endWithin(period: DigestPeriod, { asOf, instant }: Clocks): Moment {
  const last = lastInstant(period);
  return { asOf: Math.min(last, asOf), instant: Math.min(last, instant) };
}

const placeBefore = (instant: number): { validFrom: number; position: number } => ({ validFrom: instant, position: 0 });
