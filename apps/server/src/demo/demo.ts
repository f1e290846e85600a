import type { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { readEvents, readEventsById } from '#log/read/read-events.js';
import type { Config } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import { summarizeError } from '#platform/logging/describe-error.js';
import { FileArticle } from '../articles/file-article.command.js';
import type { ReadsPart } from '../bootstrap/parts.js';
import { parseEvents } from '../events/parse-events.js';
import { RecordEvents } from '../events/record-events.command.js';
import type { HealthCheck } from '../health/readiness.js';
import { readDemoStory, type DemoStory } from './demo-story.js';

/** The name in `recordedBy`. */
const RECORDED_BY = 'demo';
const HEADERS = { idempotencyKey: null, expectedVersion: null, wait: null };

/**
 * Loads the demo story into an empty log at the first start, chapter by chapter, with the commands that the API uses.
 * Each chapter is stored whole or not at all, under ids that are always the same: after a start that was killed while
 * loading, the next one continues.
 */
export class Demo {
  /** The last position of the demo, once it is in the log. */
  #position = 0;

  constructor(
    private readonly reads: ReadsPart,
    private readonly logger: Logger,
    private readonly isWanted: boolean,
    /** The configuration requires it, so the banner says why where it is not loaded. */
    private readonly isRequired: boolean,
  ) {}

  /** Loads as configured; without a configuration, only into the embedded database. */
  static of(
    { demo }: Pick<Config, 'demo'>,
    { embedded }: Pick<Database, 'embedded'>,
    reads: ReadsPart,
    logger: Logger,
  ): Demo {
    return new Demo(reads, logger, demo ?? embedded, demo === true);
  }

  /** The server is not ready before the views have the whole demo. */
  readonly check: HealthCheck = {
    name: 'demo',
    check: async () => {
      const ready = this.#position === 0 || (await this.reads.checkpoint.read()) >= this.#position;
      return { ready, detail: ready ? 'nothing to wait for' : 'the views do not have it yet' };
    },
  };

  /**
   * Loads the story where it is wanted. The server runs without it where that fails.
   *
   * @returns the line for the banner, `null` for none
   */
  async load(commands: CommandBus): Promise<string | null> {
    if (!this.isWanted) return null;
    try {
      return await this.#load(commands, readDemoStory());
    } catch (error) {
      this.logger.error({ err: error }, 'the demo story could not be loaded');
      return `could not be loaded: ${summarizeError(error)}`;
    }
  }

  async #load(commands: CommandBus, story: DemoStory): Promise<string | null> {
    const { pool, now } = this.reads;
    const [first] = await readEvents(pool, { after: 0, upTo: 1, limit: 1 });
    if (first && first.id !== story.eventIds[0])
      return this.isRequired ? 'not loaded, because the log is not empty' : null;
    const [last] = await readEventsById(pool, story.eventIds.slice(-1));
    if (last) {
      this.#position = last.position;
      return this.isRequired ? 'loaded before' : null;
    }
    for (const { article, events } of story.chapters) {
      const filed = await commands.execute(
        new FileArticle(article, { actor: RECORDED_BY, address: '', requestId: null }),
      );
      const rawBody = events(filed.article.id);
      const parsed = parseEvents(rawBody, now());
      const recorded = await commands.execute(
        new RecordEvents({ parsed, rawBody, recordedBy: RECORDED_BY, headers: HEADERS }),
      );
      this.#position = recorded.position;
    }
    return `loaded: ${story.eventIds.length} events from ${story.chapters.length} articles`;
  }
}
