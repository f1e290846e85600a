import type { StoredEvent } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import { isTransientDatabaseError } from '#platform/database/database-errors.js';
import type { FactChange } from '#projector/write/fact-changes.js';
import { ViewsBeyondLog } from '#reader/clocks/checkpoint.js';
import { VIEWS_TIMEOUT_MS } from '#reader/clocks/clocks.js';
import { similarFacts } from '#reader/evidence/similar-facts.js';
import { idleWithdrawals, previewFacts, previewSubjects, type SubjectPreview } from '#reader/preview/preview.js';
import { subjectExists } from '#reader/subjects/subjects-of-story.js';
import { views } from '#views/registry.js';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { ArticleRepository } from '../articles/article.repository.js';
import { READS, type ReadsPart } from '../bootstrap/parts.js';
import { droppedFields } from './corrected-accounts.js';
import { dryRunEvents } from './dry-run-events.js';
import type { Hints, RecordedHints } from './recorded.schema.js';
import type { ParsedRequest, RequestShape } from './parse-events.js';
import { RecordEvents } from './record-events.command.js';
import { parseWriteHeaders, type Recorded, type RecordQuery, sendRecorded } from './write-protocol.js';

/**
 * What an editor should check in new events: similar facts, new subjects, withdrawals of nothing, and what corrections
 * drop.
 *
 * @param events the new events, in order
 * @param position the last position before them
 * @param pointerTo the pointer into the request to the data of a new event, by its id
 */
export async function hintsAbout(
  pool: Pool,
  events: readonly StoredEvent[],
  position: number,
  pointerTo: (id: string) => string,
): Promise<Hints> {
  const facts = await previewFacts(pool, events, position);
  return hintsOf(pool, facts, await previewSubjects(pool, views, facts, position), position, pointerTo);
}

/** Pointers to the data of events, by their ids, which are in the order of the request. */
export const pointersToData =
  ({ pointer }: RequestShape, ids: readonly string[]) =>
  (id: string): string =>
    pointer(ids.indexOf(id), '/data');

/** As `hintsAbout`, from the changes of the events. */
export async function hintsOf(
  pool: Pool,
  facts: readonly FactChange[],
  subjects: readonly SubjectPreview[],
  position: number,
  pointerTo: (id: string) => string,
): Promise<Hints> {
  const similar = new Set<string>();
  for (const { resolvedBefore, resolvedAfter } of facts) {
    if (resolvedBefore || !resolvedAfter) continue;
    const own = subjects.filter(({ added }) => added.includes(resolvedAfter));
    const found = await similarFacts(pool, own, resolvedAfter, { asOf: Infinity, reportedAsOf: Infinity, position });
    for (const { resolved } of found) similar.add(resolved.id);
  }
  const newSubjects: Hints['newSubjects'] = [];
  for (const { view, projection, subject, added } of subjects) {
    if (added.length > 0 && !(await subjectExists(pool, projection, subject, position)))
      newSubjects.push({ view: view.name, subject });
  }
  const dropped = droppedFields(facts);
  const idle = (await idleWithdrawals(pool, subjects, position)).map(pointerTo);
  return {
    similar: [...similar],
    newSubjects,
    ...(dropped.length > 0 && { droppedFields: dropped }),
    ...(idle.length > 0 && { idleWithdrawals: idle }),
  };
}

/** Answers every request that records events, at whatever path. */
@Injectable()
export class RecordEventsResponder {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    private readonly articles: ArticleRepository,
    private readonly commands: CommandBus,
  ) {}

  /**
   * @param parse checks the posted events by the catalogue
   * @param rawBody everything that the client sent. The Idempotency-Key belongs to it.
   * @param more further fields of the answer, unless it is that of a dry run
   */
  async record(
    request: FastifyRequest,
    reply: FastifyReply,
    parse: () => ParsedRequest,
    rawBody: unknown,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const headers = parseWriteHeaders(request.headers);
    const { dryRun, hints } = request.validatedQuery as RecordQuery;
    const recordRequest = { parsed: parse(), rawBody, recordedBy: request.identity?.name ?? '', headers };
    if (dryRun) {
      void reply.code(200).send(await dryRunEvents(this.reads, this.articles, recordRequest));
      return;
    }
    const recorded = await this.commands.execute(new RecordEvents(recordRequest));
    const { undated } = recorded;
    const found: RecordedHints = {
      ...(hints && (await this.#tryToReadHints(recorded, recordRequest.parsed))),
      ...(undated.length > 0 && { undated }),
    };
    const answered = { ...(Object.keys(found).length > 0 && { hints: found }), ...more };
    await sendRecorded(this.reads, reply, recorded, headers, (body) => ({ ...body, ...answered }));
  }

  /** The events have been recorded: where the views cannot be read now, the answer has no hints from them. */
  async #tryToReadHints(recorded: Recorded, shape: RequestShape): Promise<Hints | null> {
    try {
      return await this.#readHints(recorded, shape);
    } catch (error) {
      if (isTransientDatabaseError(error) || error instanceof ViewsBeyondLog) return null;
      throw error;
    }
  }

  async #readHints({ events }: Recorded, shape: RequestShape): Promise<Hints> {
    const fresh = events.filter((event) => !event.duplicate);
    const before = Math.min(...fresh.map((event) => event.position)) - 1;
    if (fresh.length === 0) return { similar: [], newSubjects: [] };
    // Where the views do not reach this position in time, the hints are of what they have.
    await this.reads.checkpoint.waitFor(before, VIEWS_TIMEOUT_MS);
    const stored = await readEventsById(
      this.reads.pool,
      fresh.map((event) => event.id),
    );
    const ids = events.map((event) => event.id);
    return hintsAbout(this.reads.pool, stored, before, pointersToData(shape, ids));
  }
}
