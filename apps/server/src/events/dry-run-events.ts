import { formatInstant } from '#catalogue/values/reduced-date.js';
import { dryRunAppend } from '#log/append/dry-run.js';
import type { StoredEvent } from '#log/event.js';
import { readHead } from '#log/read/read-head.js';
import { readLatestVersion } from '#reader/board/story-head.js';
import { previewChanges, previewFacts, previewSubjects } from '#reader/preview/preview.js';
import { previewSentences } from '#reader/preview/preview-sentences.js';
import { nameHalted } from '#reader/subjects/subject.js';
import { factStatesFromLog } from '#reader/timeline/facts-from-log.js';
import { views } from '#views/registry.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import type { ReadsPart } from '../bootstrap/parts.js';
import { resolveRequestClocks } from '../query/request-clocks.js';
import { readHaltedViews } from '../views/halted.js';
import { correctedAccounts } from './corrected-accounts.js';
import type { DryRunBody } from './recorded.schema.js';
import { hintsOf, pointersToData } from './record-events-responder.js';
import { envelopeOf, provisionalEvent, type ResolvedEvent } from './new-event.js';
import { buildAppendRequest, type RecordRequest, withoutEvents } from './record-events.command.js';
import { undatedSources } from './undated-hint.js';

/**
 * Computes what recording events would change. It makes every check of `RecordEvents`, by the same code. It stores
 * nothing and holds no lock of the log.
 *
 * @throws Problem with the code of the first check that fails; `unavailable` where the views do not reach the end of
 * the log in time
 */
export async function dryRunEvents(
  reads: ReadsPart,
  articles: ArticleRepository,
  request: RecordRequest,
): Promise<DryRunBody> {
  const { pool, now } = reads;
  const { resolved, appendRequest, problemOf } = await buildAppendRequest(request, pool, articles);
  const result =
    appendRequest.events.length === 0
      ? await withoutEvents(pool, appendRequest)
      : await dryRunAppend(pool, appendRequest, now);
  if (!result.ok) throw await problemOf(result);
  const clocks = await resolveRequestClocks(reads, { minPosition: (await readHead(pool)).position });
  const fresh = result.replayed ? [] : resolved.filter((_, index) => result.events[index]?.duplicate === false);
  const undated = undatedSources(
    resolved,
    request.parsed,
    (index) => !result.replayed && result.events[index]?.duplicate === false,
  );
  const facts = await previewFacts(pool, asStored(fresh, clocks.position, now()), clocks.position);
  const corrections = correctedAccounts(facts);
  const subjects = await previewSubjects(pool, views, facts, clocks.position);
  const { changes, halted } = await previewChanges(pool, subjects, clocks);
  const pointerTo = pointersToData(
    request.parsed,
    resolved.map(({ event }) => event.id),
  );
  const hints = await hintsOf(pool, facts, subjects, clocks.position, pointerTo);
  const factIds = resolved.map(({ event, target }, index) => target?.factId ?? result.events[index]?.id ?? event.id);
  const changed = new Map(facts.map(({ after }) => [after.id, after]));
  // Events that are stored already change nothing.
  const stored = await factStatesFromLog(
    pool,
    [...new Set(factIds)].filter((id) => !changed.has(id)),
    clocks.position,
  );
  const sentences = await previewSentences(pool, [...changed.values(), ...stored.values()], changes, clocks);
  const stories = [...new Set(appendRequest.events.map(({ story }) => story))];
  const [story] = stories;
  return {
    changes: changes as DryRunBody['changes'],
    sentences: factIds.map((id) => sentences.get(id) ?? null),
    version: story === undefined || stories.length > 1 ? null : await readLatestVersion(pool, story, clocks.position),
    ...(corrections.length > 0 && { corrections }),
    hints: { ...hints, ...(undated.length > 0 && { undated }) },
    halted: await readHaltedViews(pool, clocks),
    ...nameHalted(halted),
  };
}

/** The events as they would be stored after a position, as one request. */
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
