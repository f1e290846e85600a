import { canonicalJson } from '#catalogue/canonical-json.js';
import { sha256Hex } from '#log/append/envelope.js';
import { newEventId } from '#log/append/event-id.js';
import type { AppendRefusal, AppendRequest, NewEvent } from '#log/append/append-request.js';
import type { AppDependencies } from '../app-dependencies.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { badHeader, type Problem } from '../problems/problem.js';
import { toProblem } from './append-refusals.js';
import { newEvent } from './new-event.js';
import type { ParsedRequest } from './parse-events.js';
import { namesArticle, webSourceOf, resolveSources } from './resolve-sources.js';
import { isAboutEvent, resolveTargets, withoutTarget, type ResolvedEvent } from './resolve-targets.js';
import type { WritingHeaders } from './writing-headers.js';

/** What somebody wants recorded. */
export interface RecordRequest {
  posted: ParsedRequest;
  /** What the client said, all of it: what an Idempotency-Key stands for. */
  said: unknown;
  recordedBy: string;
  headers: WritingHeaders;
}

export interface PreparedEvents {
  resolved: ResolvedEvent[];
  request: AppendRequest;
  /** What a refusal of the log means for whoever wants them recorded. */
  problemOf: (refusal: AppendRefusal) => Problem;
}

/**
 * Makes events ready for the log, with all checks that come before the log's own.
 *
 * @throws Problem `unknown-article`, `quote-not-found`, `invalid-event`, or `bad-parameter` where a version is expected
 * of more than one story
 */
export async function buildAppendRequest(
  { posted, said, recordedBy, headers }: RecordRequest,
  { pool }: Pick<AppDependencies, 'pool'>,
  articles: ArticleRepository,
): Promise<PreparedEvents> {
  // Most requests have nothing to look up, and go on in the same turn.
  const sources = posted.events.some(namesArticle)
    ? await resolveSources(posted, articles, pool)
    : posted.events.map(webSourceOf);
  const named = posted.events.map((event, index) => ({
    event: { ...event, id: event.id ?? newEventId() },
    source: sources[index] ?? null,
  }));
  const resolved = named.some(isAboutEvent) ? await resolveTargets(named, posted, pool) : named.map(withoutTarget);
  const events = resolved.map(({ event, source, target, refusal }, index): NewEvent =>
    newEvent(event, posted.events[index]?.id !== undefined, source, target, refusal !== null),
  );
  const { idempotencyKey, expectedVersion } = headers;
  if (expectedVersion !== null && new Set(events.flatMap(({ story }) => (story === '' ? [] : [story]))).size > 1) {
    throw badHeader('If-Match', 'is for requests about one story');
  }
  const idempotency =
    idempotencyKey === null ? undefined : { key: idempotencyKey, fingerprint: sha256Hex(canonicalJson(said)) };
  return {
    resolved,
    request: { events, recordedBy, idempotency, expectedVersion: expectedVersion ?? undefined },
    problemOf: (refused) =>
      toProblem(
        refused,
        posted,
        resolved.map(({ refusal }) => refusal),
      ),
  };
}
