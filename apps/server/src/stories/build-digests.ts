import { buildDigest, type Digest } from '#briefs/digest/digest.js';
import { isWithin, periodAt, type DigestPeriod, type PeriodKind } from '#briefs/digest/period.js';
import { IMPORTANT } from '#briefs/weights.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { readChangedItems } from '#reader/changes/changed-items.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import {
  readEvidenceOfSubjects,
  readEvidenceWithin,
  readLatestFacts,
  type LatestFacts,
} from '#reader/evidence/read-evidence.js';
import type { Moment } from '#reader/items/read-items.js';
import { readStoryHeads, type StoryHead } from '#reader/board/read-stories.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import { isReadableAt, readActive, type ActiveGeneration } from '#reader/clocks/active-generation.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';

/** What the digests of a story are made of, at one point of the clocks. */
export interface DigestSource {
  pool: ReadingPool;
  serving: readonly ActiveGeneration[];
  story: StoryHead;
  clocks: Clocks;
  /** The latest facts before the instant where the digests begin: most digests need no others. */
  latest: LatestFacts;
}

/** Facts looked at in one step for the next period. */
const AT_A_TIME = 20;
const MOST_CHANGED = 20;
/** Periods made in one step: what changed in each is in memory meanwhile. */
const TOGETHER = 4;

/** @returns `null` where the record does not hold the story there; `before`: an instant in microseconds, or `null` */
export async function openDigests(
  pool: ReadingPool,
  story: string,
  clocks: Clocks,
  before: number | null,
): Promise<DigestSource | null> {
  const [[head], serving, latest] = await Promise.all([
    readStoryHeads(pool, views, [story], clocks),
    readActive(pool, views, clocks),
    readLatestFacts(pool, story, clocks, before === null ? null : placeBefore(before)),
  ]);
  return head ? { pool, serving, story: head, clocks, latest } : null;
}

/** The latest period of a kind with a fact, before the one that starts at an instant. */
export async function periodBefore(
  { pool, story, clocks, latest }: DigestSource,
  kind: PeriodKind,
  start: number | null,
): Promise<DigestPeriod | null> {
  const known = latest.facts.find(
    ({ told }) => (start === null || told.period.from < start) && isWithin(kind, told.occurredAt),
  );
  if (known) return periodAt(kind, periodOf(known.told.occurredAt).from);
  if (latest.all) return null;
  let place = start === null ? null : placeBefore(start);
  for (;;) {
    const page = await readTimeline(pool, story.slug, { retracted: true }, clocks, place, AT_A_TIME);
    const fact = page.items.find(({ occurredAt }) => isWithin(kind, occurredAt));
    if (fact) return periodAt(kind, periodOf(fact.occurredAt).from);
    if (!page.next) return null;
    place = page.next;
  }
}

/** The digests of some periods, in the order given. */
export async function buildDigests(source: DigestSource, periods: readonly DigestPeriod[]): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (let i = 0; i < periods.length; i += TOGETHER)
    digests.push(...(await digestsTogether(source, periods.slice(i, i + TOGETHER))));
  return digests;
}

async function digestsTogether(source: DigestSource, periods: readonly DigestPeriod[]): Promise<Digest[]> {
  const { pool, serving, story, clocks, latest } = source;
  const ends = periods.map((period) => endWithin(period, clocks));
  const spans = periods.map(({ from }, n) => ({ from: { asOf: from - 1, instant: from - 1 }, to: ends[n] ?? clocks }));
  const answering = serving.filter((one) => isReadableAt(one, clocks.position));
  const changed = await readChangedItems(pool, answering, story.slug, clocks, spans, MOST_CHANGED);
  const asked = spans.map(({ to }, n) => ({ subjects: changed[n] ?? [], asOf: to.asOf }));
  const behind = await readEvidenceOfSubjects(pool, serving, clocks, asked);
  const digests: Digest[] = [];
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
    digests.push(
      buildDigest({ story, period, happened, changed: changed[n] ?? [], behind: behind[n] ?? [], instant: to.instant }),
    );
  }
  return digests;
}

/** The last moment of a period that has come. */
function endWithin({ to }: DigestPeriod, { asOf, instant }: Clocks): Moment {
  return { asOf: Math.min(to - 1, asOf), instant: Math.min(to - 1, instant) };
}

const placeBefore = (instant: number): { validFrom: number; position: number } => ({ validFrom: instant, position: 0 });
