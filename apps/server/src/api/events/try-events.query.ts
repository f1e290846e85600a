import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { checkRequest } from '#log/append/check-request.js';
import type { StoredEvent } from '#log/event.js';
import { readHead } from '#log/read/read-head.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { nameHalted } from '#projector/read/halted-subjects.js';
import { changesToBe, factsToBe, subjectsToBe } from '#projector/read/would-be.js';
import { views } from '#views/views.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { clocksAsked } from '../asking/resolve-clocks.js';
import { haltedViews } from '../views/halted.js';
import type { DryRunBody } from './event.schema.js';
import { hintsOf } from './hints.js';
import { envelopeOf } from './new-event.js';
import { prepareEvents, type Submission } from './prepare-events.js';
import type { ResolvedEvent } from './resolve-targets.js';
import { wouldBeEvent } from './would-be-event.js';

/** What recording events would do. */
export class TryEvents extends Query<DryRunBody> {
  constructor(readonly submission: Submission) {
    super();
  }
}

@QueryHandler(TryEvents)
export class TryEventsHandler implements IQueryHandler<TryEvents> {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: ServerParts,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * Every check of `RecordEvents`, by the same code. Nothing is stored, and no writer is held up.
   * @throws Problem with the code of what is checked first and fails; `unavailable` where the views do not come to the end of the log in time
   */
  async execute({ submission }: TryEvents): Promise<DryRunBody> {
    const { pool } = this.parts;
    const { resolved, request, problemOf } = await prepareEvents(submission, this.parts, this.articles);
    const result = await checkRequest(pool, request, this.parts.now);
    if (!result.ok) throw problemOf(result);
    const clocks = await clocksAsked(this.parts, { minPosition: (await readHead(pool)).position });
    const fresh = result.replayed ? [] : resolved.filter((_, index) => result.events[index]?.duplicate === false);
    const facts = await factsToBe(pool, asStored(fresh, clocks.position, this.parts.now()), clocks.position);
    const subjects = await subjectsToBe(pool, views, facts, clocks.position);
    const { changes, aside } = await changesToBe(pool, subjects, clocks);
    return {
      changes: changes as DryRunBody['changes'],
      hints: await hintsOf(pool, facts, subjects, clocks.position),
      halted: await haltedViews(pool, clocks),
      ...nameHalted(aside),
    };
  }
}

/** Events as they would follow a position, as one request. */
function asStored(events: readonly ResolvedEvent[], position: number, now: number): StoredEvent[] {
  const requestEnd = position + events.length;
  return events.map(({ event, source, target }, index) =>
    wouldBeEvent(envelopeOf(event, source, target), target, {
      position: position + index + 1,
      version: 0,
      requestEnd,
      recordedAt: formatInstant(now),
    }),
  );
}
