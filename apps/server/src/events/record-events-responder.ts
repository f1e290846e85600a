import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readEventsById } from '#log/read/read-events.js';
import { ViewsBeyondLog } from '#reader/clocks/beyond-log.js';
import { PATIENCE } from '#reader/clocks/clocks.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { isTransientDatabaseError } from '#platform/database/transient-errors.js';
import { sendRecorded, type Recorded } from './send-recorded.js';
import type { Hints } from './event.schema.js';
import { hintsAbout } from './hints.js';
import type { ParsedRequest } from './parse-events.js';
import { RecordEvents } from './record-events.command.js';
import type { RecordQuery } from './record-query.schema.js';
import { DryRunEvents } from './dry-run-events.query.js';
import { writingHeaders } from './writing-headers.js';

/** Answers every request that records events, through whatever address it came. */
@Injectable()
export class RecordEventsResponder {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /**
   * @param parse checks what was posted by the catalogue
   * @param value what the client said, all of it: what an Idempotency-Key stands for
   */
  async record(
    request: FastifyRequest,
    reply: FastifyReply,
    parse: () => ParsedRequest,
    value: unknown,
  ): Promise<void> {
    const headers = writingHeaders(request.headers);
    const { dryRun, hints } = request.asked as RecordQuery;
    const posted = parse();
    const submission = { posted, said: value, recordedBy: request.identity?.name ?? '', headers };
    if (dryRun) {
      void reply.code(200).send(await this.queries.execute(new DryRunEvents(submission)));
      return;
    }
    const recorded = await this.commands.execute(new RecordEvents(submission));
    const besides = hints ? await this.#hintsAbout(recorded) : {};
    await sendRecorded(this.parts, reply, recorded, headers, (places) => ({ ...places, ...besides }));
  }

  /**
   * What is recorded is recorded: where the database goes away meanwhile, or the views cannot be read, it is answered
   * without hints.
   */
  async #hintsAbout(recorded: Recorded): Promise<{ hints?: Hints }> {
    try {
      return { hints: await this.#readHints(recorded) };
    } catch (error) {
      if (isTransientDatabaseError(error) || error instanceof ViewsBeyondLog) return {};
      throw error;
    }
  }

  async #readHints({ events }: Recorded): Promise<Hints> {
    const fresh = events.filter((event) => !event.duplicate);
    const before = Math.min(...fresh.map((event) => event.position)) - 1;
    if (fresh.length === 0) return { similar: [], newSubjects: [] };
    // What the views do not show in time is not hinted at.
    await this.parts.checkpoint.waitFor(before, PATIENCE);
    const stored = await readEventsById(
      this.parts.pool,
      fresh.map((event) => event.id),
    );
    return hintsAbout(this.parts.pool, stored, before);
  }
}
