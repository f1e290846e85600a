import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { digestOf, type Digest } from '#briefs/digest/digest.js';
import { isWithin, periodAt, type DigestPeriod, type PeriodKind } from '#briefs/digest/period.js';
import { WEIGHTY } from '#briefs/weights.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Clocks } from '#projector/read/clocks.js';
import { readChanges } from '#projector/read/read-changes.js';
import { readEvidenceOfSubjects, readEvidenceWithin } from '#projector/read/read-evidence.js';
import { readStoryHeads, type StoryHead } from '#projector/read/read-stories.js';
import { readTimeline } from '#projector/read/read-timeline.js';
import { views } from '#views/views.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';

export interface DigestPage {
  items: Digest[];
  /** The start of the last period told, microseconds since the epoch; `null`: nothing happened before. */
  next: number | null;
}

/**
 * The periods of a story in which something happened, the latest first, at a point of the clocks; `null` where the record does not hold the story
 * there. A fact whose date is known less exactly than the period is in none.
 */
export class ReadDigests extends Query<DigestPage | null> {
  constructor(
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

/** Facts looked at in one step for the next period. */
const AT_A_TIME = 20;
const MOST_CHANGED = 20;

@QueryHandler(ReadDigests)
export class ReadDigestsHandler implements IQueryHandler<ReadDigests> {
  constructor(@Inject(SERVER_PARTS) private readonly parts: ServerParts) {}

  async execute({ story, kind, clocks, before, limit }: ReadDigests): Promise<DigestPage | null> {
    const [head] = await readStoryHeads(this.parts.pool, views, [story], clocks);
    if (!head) return null;
    const items: Digest[] = [];
    let last = before;
    for (;;) {
      const period = await this.periodBefore(story, kind, clocks, last);
      if (!period) return { items, next: null };
      if (items.length === limit) return { items, next: last };
      items.push(await this.digest(head, period, clocks));
      last = period.from;
    }
  }

  /** The latest period with a fact, before the one that starts at an instant. */
  private async periodBefore(story: string, kind: PeriodKind, clocks: Clocks, start: number | null): Promise<DigestPeriod | null> {
    let place = start === null ? null : { validFrom: start, position: 0 };
    for (;;) {
      const page = await readTimeline(this.parts.pool, story, { retracted: true }, clocks, place, AT_A_TIME);
      const fact = page.items.find(({ occurredAt }) => isWithin(kind, occurredAt));
      if (fact) return periodAt(kind, periodOf(fact.occurredAt).from);
      if (!page.next) return null;
      place = page.next;
    }
  }

  private async digest(story: StoryHead, period: DigestPeriod, clocks: Clocks): Promise<Digest> {
    const { pool } = this.parts;
    const [before, last] = [period.from - 1, period.to - 1];
    const from = { ...clocks, asOf: before, instant: before };
    const to = { ...clocks, asOf: Math.min(last, clocks.asOf), instant: Math.min(last, clocks.instant) };
    const changes = await readChanges(pool, views, story.slug, from, to, null, MOST_CHANGED);
    const changed = changes?.items ?? [];
    const within = await readEvidenceWithin(pool, story.slug, { ...period, precision: 'instant' }, to, WEIGHTY);
    return digestOf({
      story,
      period,
      happened: within.filter(({ occurredAt }) => isWithin(period.kind, occurredAt)),
      changed,
      behind: await readEvidenceOfSubjects(pool, views, changed, to),
      instant: to.instant,
    });
  }
}
