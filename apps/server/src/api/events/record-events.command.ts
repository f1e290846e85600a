import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { canonicalJson, sha256Hex } from '#log/append/envelope.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { badHeader } from '../problems/problem.js';
import type { Recorded } from './answer-recorded.js';
import { problemOfRefusal } from './append-refusals.js';
import { newEvent } from './new-event.js';
import type { PostedEvents } from './parse-events.js';
import { resolveSources } from './resolve-sources.js';
import { resolveTargets } from './resolve-targets.js';
import type { WritingHeaders } from './writing-headers.js';

/** Records events, all or none. */
export class RecordEvents extends Command<Recorded> {
  constructor(
    readonly posted: PostedEvents,
    /** The body as it came: what an Idempotency-Key stands for. */
    readonly body: unknown,
    readonly recordedBy: string,
    readonly headers: WritingHeaders,
  ) {
    super();
  }
}

@CommandHandler(RecordEvents)
export class RecordEventsHandler implements ICommandHandler<RecordEvents> {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: ServerParts,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * Article and quote are checked first, then by the log: Idempotency-Key, duplicate id, expected version, story.
   * @throws Problem with the code of what is checked first and fails
   */
  async execute({ posted, body, recordedBy, headers }: RecordEvents): Promise<Recorded> {
    const sources = await resolveSources(posted, this.articles);
    const { events, targets } = await resolveTargets(posted, this.parts.pool);
    const ready = events.map((event, index) => newEvent(event, sources[index] ?? null, targets[index] ?? null));
    if (headers.expectedVersion !== null && new Set(ready.map((event) => event.story)).size > 1) {
      throw badHeader('If-Match', 'is for requests about one story');
    }
    const result = await this.parts.appender.append({
      events: ready,
      recordedBy,
      idempotency:
        headers.idempotencyKey === null ? undefined : { key: headers.idempotencyKey, fingerprint: sha256Hex(canonicalJson(body)) },
      expectedVersion: headers.expectedVersion ?? undefined,
    });
    if (!result.ok) throw problemOfRefusal(result, posted.batch);
    return result;
  }
}
