import { canonicalJson } from '#catalogue/canonical-json.js';
import {
  type AppendRefusal,
  type AppendRequest,
  type AppendResult,
  type NewEvent,
  newEventId,
  sha256Hex,
} from '#log/append/append-request.js';
import { findReplayed } from '#log/append/idempotency.js';
import { readHead } from '#log/read/read-head.js';
import { readLatestVersion } from '#reader/board/story-head.js';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { ArticleRepository } from '../articles/article.repository.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { badHeader, Problem } from '../problems/problem.js';
import { isMetaEvent, namesArticle, newEvent, type ResolvedEvent, webSourceOf, withoutTarget } from './new-event.js';
import type { ParsedRequest, RequestShape } from './parse-events.js';
import { resolveSources } from './resolve-sources.js';
import { resolveTargets } from './resolve-targets.js';
import { undatedSources } from './undated-hint.js';
import type { Recorded, WriteHeaders } from './write-protocol.js';

/**
 * Translates a refusal of the log. Where it is about one event of a batch, the pointer names the event.
 *
 * @param targetRefusals by the index of an event: why its target does not allow it
 * @param version of `data-moved`: the version that the story has
 */
export function toProblem(
  refusal: AppendRefusal,
  { batch, pointer }: RequestShape,
  targetRefusals: readonly (Problem | null)[] = [],
  version?: number,
): Problem {
  const code = codeOf(refusal);
  const at = (within: string, detail: string): Problem =>
    new Problem(code, `${batch ? `Event ${refusal.index} of the batch: ${detail}` : capitalized(detail)}.`, {
      errors: [{ pointer: pointer(refusal.index, within), detail }],
      version,
    });
  switch (refusal.code) {
    case 'event-id-conflict':
      return at('/id', 'an event with this id and another content is stored already');
    case 'target-refused':
      return targetRefusals[refusal.index] ?? at('/data/target', 'the target does not allow this event');
    case 'already-retracted':
      return at('/data/target', 'the target has been retracted');
    case 'data-moved':
      return at('/data/data', 'the data were corrected while the patch was being applied; read them and send it again');
    case 'story-exists':
      return at('/story', 'a story with this slug was opened before');
    case 'unknown-story':
      return at('/story', 'no story with this slug was opened; POST /v1/stories opens one');
    case 'story-closed':
      return at('/story', 'the story is closed, and accepts no further facts');
    case 'version-mismatch':
      return new Problem('version-mismatch', `The story is at version ${refusal.actualVersion}.`, {
        version: refusal.actualVersion,
      });
    case 'idempotency-key-reused':
      return new Problem('idempotency-key-reused', 'The Idempotency-Key was used for a request with other content.');
  }
}

/** The code of a problem for a refusal of the log. */
function codeOf({ code }: AppendRefusal): ProblemCode {
  if (code === 'target-refused') return 'unknown-target';
  return code === 'data-moved' ? 'version-mismatch' : code;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A request to record events. */
export interface RecordRequest {
  parsed: ParsedRequest;
  /** Everything that the client sent. The Idempotency-Key belongs to it. */
  rawBody: unknown;
  recordedBy: string;
  headers: WriteHeaders;
}

/** What was stored, and pointers to the new sources without a date of publication. */
export type RecordedWithHint = Recorded & { undated: string[] };

/** Records events, facts and meta-events alike, all or none. */
export class RecordEvents extends Command<RecordedWithHint> {
  constructor(readonly request: RecordRequest) {
    super();
  }
}

@CommandHandler(RecordEvents)
export class RecordEventsHandler implements ICommandHandler<RecordEvents> {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * Checks article and quote first. Then the log checks, in this order: Idempotency-Key, duplicate id, expected
   * version, target, story.
   * @throws Problem with the code of the first check that fails
   */
  async execute({ request }: RecordEvents): Promise<RecordedWithHint> {
    const { resolved, appendRequest, problemOf } = await buildAppendRequest(request, this.log.pool, this.articles);
    const result =
      appendRequest.events.length === 0
        ? await withoutEvents(this.log.pool, appendRequest)
        : await this.log.appender.append(appendRequest);
    if (!result.ok) throw await problemOf(result);
    const undated = undatedSources(resolved, request.parsed, (index) => result.events[index]?.duplicate === false);
    return { ...result, undated };
  }
}

/** The result of a request that has nothing to record: that of its Idempotency-Key, or nothing. */
export const withoutEvents = async (pool: Pool, request: AppendRequest): Promise<AppendResult> =>
  (await findReplayed(pool, request)) ?? {
    ok: true,
    position: (await readHead(pool)).position,
    replayed: false,
    events: [],
  };

export interface BuiltAppendRequest {
  resolved: ResolvedEvent[];
  appendRequest: AppendRequest;
  /** Translates a refusal of the log for the client. */
  problemOf: (refusal: AppendRefusal) => Promise<Problem>;
}

/**
 * Builds the request for the log, with all checks that come before the log's own.
 *
 * @throws Problem `unknown-article`, `quote-not-found`, `invalid-event`, or `bad-parameter` where a version is expected
 * of more than one story
 */
export async function buildAppendRequest(
  { parsed, rawBody, recordedBy, headers }: RecordRequest,
  pool: Pool,
  articles: ArticleRepository,
): Promise<BuiltAppendRequest> {
  // Most requests need no look-up of an article or a target, and then continue without waiting.
  const sources = parsed.events.some(namesArticle)
    ? await resolveSources(parsed, articles, pool)
    : parsed.events.map(webSourceOf);
  const identified = parsed.events.map((event, index) => ({
    event: { ...event, id: event.id ?? newEventId() },
    source: sources[index] ?? null,
  }));
  const resolved = identified.some(isMetaEvent)
    ? await resolveTargets(identified, parsed, pool)
    : identified.map(withoutTarget);
  const events = resolved.map(({ event, source, target, refusal }, index): NewEvent =>
    newEvent(event, parsed.events[index]?.id !== undefined, source, target, refusal !== null),
  );
  const { idempotencyKey, expectedVersion } = headers;
  if (expectedVersion !== null && new Set(events.flatMap(({ story }) => (story === '' ? [] : [story]))).size > 1) {
    throw badHeader('If-Match', 'is for requests about one story');
  }
  const idempotency =
    idempotencyKey === null ? undefined : { key: idempotencyKey, fingerprint: sha256Hex(canonicalJson(rawBody)) };
  const targetRefusals = resolved.map(({ refusal }) => refusal);
  const { madeAt } = resolved[0] ?? {};
  return {
    resolved,
    appendRequest: { events, recordedBy, idempotency, expectedVersion: expectedVersion ?? undefined, madeAt },
    problemOf: async (refusal) => {
      const story = refusal.code === 'data-moved' ? events[refusal.index]?.story : undefined;
      const version = story === undefined ? null : await readLatestVersion(pool, story);
      return toProblem(refusal, parsed, targetRefusals, version ?? undefined);
    },
  };
}
