import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { ArticleRepository } from '../articles/article.repository.js';
import type { Recorded } from './answer-recorded.js';
import { problemOfRefusal } from './append-refusals.js';
import type { PostedEvents } from './parse-events.js';
import { prepareEvents } from './prepare-events.js';
import type { WritingHeaders } from './writing-headers.js';

/** Records events, all or none: facts, and events about events. */
export class RecordEvents extends Command<Recorded> {
  constructor(
    readonly posted: PostedEvents,
    /** What the client said, all of it: what an Idempotency-Key stands for. */
    readonly said: unknown,
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
   * Article and quote are checked first, then by the log: Idempotency-Key, duplicate id, expected version, targets, story.
   * @throws Problem with the code of what is checked first and fails
   */
  async execute(command: RecordEvents): Promise<Recorded> {
    const { resolved, request } = await prepareEvents(command, this.parts, this.articles);
    const result = await this.parts.appender.append(request);
    if (result.ok) return result;
    throw problemOfRefusal(
      result,
      command.posted,
      resolved.map(({ refusal }) => refusal),
    );
  }
}
