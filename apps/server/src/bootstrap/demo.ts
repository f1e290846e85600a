import type { CommandBus } from '@nestjs/cqrs';
import { readEvents, readEventsById } from '#log/read/read-events.js';
import type { Config } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import { summarizeError } from '#platform/logging/describe-error.js';
import { FileArticle } from '../articles/file-article.command.js';
import { parseEvents } from '../events/parse-events.js';
import { RecordEvents } from '../events/record-events.command.js';
import type { HealthCheck } from '../health/readiness.js';
import type { AppDependencies } from '../app-dependencies.js';
import { readDemoStory, type DemoStory } from './demo-story.js';

type Parts = Pick<AppDependencies, 'pool' | 'checkpoint' | 'now' | 'logger'>;

/** Who recorded it, as the log tells. */
const RECORDED_BY = 'demo';
const HEADERS = { idempotencyKey: null, expectedVersion: null, wait: null };

/**
 * The demo story of a first start: loaded into an empty log by the commands that the API uses, chapter by chapter. Each
 * chapter is stored whole or not at all, under ids that are always the same, so a start that was killed while loading
 * is continued by the next one.
 */
export class Demo {
  /** The last position of the demo, once it is in the log. */
  #position = 0;

  constructor(
    private readonly parts: Parts,
    private readonly wanted: boolean,
    /** It was asked for, so that not loading it must be told. */
    private readonly asked: boolean,
  ) {}

  /** As configured; where nothing is said, with the embedded database alone. */
  static of({ demo }: Pick<Config, 'demo'>, { embedded }: Pick<Database, 'embedded'>, parts: Parts): Demo {
    return new Demo(parts, demo ?? embedded, demo === true);
  }

  /** The server is not ready while the views lack what was loaded. */
  readonly check: HealthCheck = {
    name: 'demo',
    check: async () => {
      const ready = this.#position === 0 || (await this.parts.checkpoint.read()) >= this.#position;
      return { ready, detail: ready ? 'nothing to wait for' : 'the views do not show it yet' };
    },
  };

  /**
   * Loads the story where it is wanted. The server does without it where that fails.
   *
   * @returns what to tell of it, `null` where there is nothing to tell
   */
  async load(commands: CommandBus): Promise<string | null> {
    if (!this.wanted) return null;
    try {
      return await this.#load(commands, readDemoStory());
    } catch (error) {
      this.parts.logger.error({ err: error }, 'the demo story could not be loaded');
      return `could not be loaded: ${summarizeError(error)}`;
    }
  }

  async #load(commands: CommandBus, story: DemoStory): Promise<string | null> {
    const { pool, now } = this.parts;
    const [first] = await readEvents(pool, { after: 0, upTo: 1, limit: 1 });
    if (first && first.id !== story.eventIds[0]) return this.asked ? 'not loaded, because the log is not empty' : null;
    const [last] = await readEventsById(pool, story.eventIds.slice(-1));
    if (last) {
      this.#position = last.position;
      return this.asked ? 'loaded before' : null;
    }
    for (const { article, events } of story.chapters) {
      const filed = await commands.execute(
        new FileArticle(article, { actor: RECORDED_BY, address: '', requestId: null }),
      );
      const body = events(filed.article.id);
      const submission = { posted: parseEvents(body, now()), said: body, recordedBy: RECORDED_BY, headers: HEADERS };
      const recorded = await commands.execute(new RecordEvents(submission));
      this.#position = recorded.position;
    }
    return `loaded: ${story.eventIds.length} events from ${story.chapters.length} articles`;
  }
}
