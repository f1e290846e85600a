import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dryRunAppend } from '#log/append/dry-run.js';
import type { StoredEvent } from '#log/event.js';
import { readHead } from '#log/read/read-head.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { nameHalted } from '#reader/items/halted-subjects.js';
import { previewChanges, previewFacts, previewSubjects } from '#reader/preview/preview.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { resolveRequestClocks } from '../query/resolve-request-clocks.js';
import { haltedViews } from '../views/halted.js';
import type { DryRunBody } from './event.schema.js';
import { hintsOf } from './hints.js';
import { envelopeOf } from './new-event.js';
import { buildAppendRequest, type RecordRequest } from './prepare-events.js';
import type { ResolvedEvent } from './resolve-targets.js';
import { provisionalEvent } from './provisional-event.js';

/** What recording events would do. */
export class DryRunEvents extends Query<DryRunBody> {
  constructor(readonly submission: RecordRequest) {
    super();
  }
}

@QueryHandler(DryRunEvents)
export class DryRunEventsHandler implements IQueryHandler<DryRunEvents> {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * Every check of `RecordEvents`, by the same code. Nothing is stored, and no writer is held up.
   * @throws Problem with the code of what is checked first and fails; `unavailable` where the views do not come to the
   * end of the log in time
   */
  async execute({ submission }: DryRunEvents): Promise<DryRunBody> {
    const { pool } = this.parts;
    const { resolved, request, problemOf } = await buildAppendRequest(submission, this.parts, this.articles);
    const result = await dryRunAppend(pool, request, this.parts.now);
    if (!result.ok) throw problemOf(result);
    const clocks = await resolveRequestClocks(this.parts, { minPosition: (await readHead(pool)).position });
    const fresh = result.replayed ? [] : resolved.filter((_, index) => result.events[index]?.duplicate === false);
    const facts = await previewFacts(pool, asStored(fresh, clocks.position, this.parts.now()), clocks.position);
    const subjects = await previewSubjects(pool, views, facts, clocks.position);
    const { changes, aside } = await previewChanges(pool, subjects, clocks);
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
    provisionalEvent(envelopeOf(event, source, target), target, {
      position: position + index + 1,
      version: 0,
      requestEnd,
      recordedAt: formatInstant(now),
    }),
  );
}
