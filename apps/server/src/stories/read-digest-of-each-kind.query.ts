import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PERIODS, type DigestPeriod, type PeriodKind } from '#briefs/digest/period.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { ReadingPool } from '../app-dependencies.js';
import { buildDigests, openDigests, periodBefore } from './build-digests.js';
import type { DigestPage } from './read-digests.query.js';

/** A story's latest digest of each kind of period. */
export type LatestDigests = Record<PeriodKind, DigestPage>;

/**
 * The same at a point of the clocks, all made of one reading; `null` where the record does not hold the story there.
 */
export class ReadDigestOfEachKind extends Query<LatestDigests | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly clocks: Clocks,
  ) {
    super();
  }
}

@QueryHandler(ReadDigestOfEachKind)
export class ReadDigestOfEachKindHandler implements IQueryHandler<ReadDigestOfEachKind> {
  async execute({ pool, story, clocks }: ReadDigestOfEachKind): Promise<LatestDigests | null> {
    const source = await openDigests(pool, story, clocks, null);
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
}
