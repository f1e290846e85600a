import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Digest } from '#briefs/digest/digest.js';
import type { DigestPeriod, PeriodKind } from '#briefs/digest/period.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { ReadingPool } from '../app-dependencies.js';
import { buildDigests, openDigests, periodBefore } from './build-digests.js';

export interface DigestPage {
  items: Digest[];
  /** The start of the last period told, microseconds since the epoch; `null`: nothing happened before. */
  next: number | null;
}

/**
 * The periods of a story in which something happened, the latest first, at a point of the clocks; `null` where the
 * record does not hold the story there. A fact whose date is known less exactly than the period is in none.
 */
export class ReadDigests extends Query<DigestPage | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly kind: PeriodKind,
    readonly clocks: Clocks,
    /** Only periods before the one that starts there. */
    readonly before: number | null,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReadDigests)
export class ReadDigestsHandler implements IQueryHandler<ReadDigests> {
  async execute({ pool, story, kind, clocks, before, limit }: ReadDigests): Promise<DigestPage | null> {
    const source = await openDigests(pool, story, clocks, before);
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
