import { Query, QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { type DigestPeriod, type PeriodKind, PERIODS } from '#briefs/digest/digest.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { buildDigests, type DigestAt, openDigests, periodBefore } from './build-digests.js';

export interface DigestPage {
  items: DigestAt[];
  /** The start of the last period of the page, microseconds since the epoch; `null`: there is no earlier period. */
  next: number | null;
}

/**
 * A page of the digests of a story, by days, weeks or months, the latest first, at a point of the clocks; `null` where
 * the record does not have the story there. Periods without a fact are left out. A fact whose date is less precise than
 * the period is in none.
 */
export class ReadDigests extends Query<DigestPage | null> {
  constructor(
    readonly pool: Pool,
    readonly story: string,
    readonly kind: PeriodKind,
    readonly clocks: Clocks,
    /** Only periods before the one that starts here. */
    readonly before: number | null,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadDigests)
export class ReadDigestsHandler implements IQueryHandler<ReadDigests> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ pool, story, kind, clocks, before, limit }: ReadDigests): Promise<DigestPage | null> {
    const source = await openDigests(this.queries, pool, story, clocks, before);
    if (!source) return null;
    const periods: DigestPeriod[] = [];
    let next = await periodBefore(source, kind, before);
    while (next && periods.length < limit) {
      periods.push(next);
      next = await periodBefore(source, kind, next.from);
    }
    return { items: await buildDigests(source, periods), next: next ? (periods.at(-1)?.from ?? null) : null };
  }
}

/** For each kind of period, the first page of one digest. */
export type LatestDigests = Record<PeriodKind, DigestPage>;

/**
 * The pages that `ReadDigests` gives for each kind with the limit 1, from one read; `null` where the record does not
 * have the story at that point.
 */
export async function readLatestDigests(
  queries: QueryBus,
  pool: Pool,
  story: string,
  clocks: Clocks,
): Promise<LatestDigests | null> {
  const source = await openDigests(queries, pool, story, clocks, null);
  if (!source) return null;
  const found: { period: DigestPeriod; next: number | null }[] = [];
  for (const kind of PERIODS) {
    const period = await periodBefore(source, kind, null);
    if (period) found.push({ period, next: (await periodBefore(source, kind, period.from)) ? period.from : null });
  }
  const digests = await buildDigests(
    source,
    found.map(({ period }) => period),
  );
  const pageOf = (kind: PeriodKind): DigestPage => ({
    items: digests.filter((digest) => digest.kind === kind),
    next: found.find(({ period }) => period.kind === kind)?.next ?? null,
  });
  return { day: pageOf('day'), week: pageOf('week'), month: pageOf('month') };
}
