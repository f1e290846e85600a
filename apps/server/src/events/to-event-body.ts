import { evolve, type FactState } from '#history/facts/fact-state.js';
import { correctionsMade } from '#history/facts/corrections-made.js';
import type { PressTime } from '#history/facts/published-by.js';
import { retractionCounts } from '#history/facts/resolve-account.js';
import { resolveFact, resolveRetracted } from '#history/facts/resolve-fact.js';
import { countUndated } from '#history/facts/undated.js';
import { firstAndLatestOf, latestOf } from '#history/fold/row.js';
import type { StoredEvent, EventSource } from '#log/event.js';
import { sentenceFor } from '#reader/timeline/timeline-entry.js';
import type { EventBody, EventDetailBody } from './event.schema.js';

/** An event of the log as a response body. */
export function toEventBody(event: StoredEvent): EventBody {
  const {
    id,
    type,
    schemaVersion,
    story,
    occurredAt,
    certainty,
    data,
    source,
    position,
    version,
    requestEnd,
    recordedAt,
    recordedBy,
  } = event;
  return {
    id,
    type,
    schemaVersion,
    story,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(source?.publishedAt !== undefined && { reportedAt: source.publishedAt }),
    ...(certainty !== undefined && { certainty }),
    data,
    ...(source && { source }),
    position,
    version,
    requestEnd,
    recordedAt,
    recordedBy,
    contentHash: event.contentHash,
    hash: event.hash,
  };
}

/**
 * An event with later accounts, corrections and retractions, the latest 50 of each.
 *
 * @param fact the event of its fact: itself, or for a meta-event the event that it is about
 * @param metaEvents all events about that fact, oldest first
 * @param previousHash the hash of the event before it in the log
 * @param press only sources that were published by then count
 */
export function toEventDetail(
  event: StoredEvent,
  fact: StoredEvent,
  metaEvents: readonly StoredEvent[],
  previousHash: string | null,
  press: PressTime,
): EventDetailBody {
  const state = metaEvents.reduce<FactState>((before, one) => evolve(before, one), evolve(null, fact));
  const resolved = resolveFact(state, press);
  const shown = resolved ?? resolveRetracted(state, press);
  const isAbout = ({ target }: { target: string }): boolean => event === fact || target === event.id;
  const published = state.retractions.filter((one) => retractionCounts(one, press));
  const accounts = resolved?.accounts ?? [];
  const corrections = correctionsMade(state, press)
    .map(({ correction }) => correction)
    .filter(isAbout);
  const retractions = published.filter(isAbout);
  return {
    ...toEventBody(event),
    sentence: shown && sentenceFor(shown),
    previousHash,
    stands: resolved !== null && !published.some((one) => one.target === event.id),
    accounts: firstAndLatestOf(accounts).map(
      ({ event: by, publisher, occurredAt, certainty, data, corrected, source }) => ({
        event: by,
        publisher,
        occurredAt,
        certainty,
        data,
        corrected,
        source,
      }),
    ),
    corrections: latestOf(corrections).map(({ id, position: _position, ...correction }) => ({
      event: id,
      ...correction,
    })),
    retractions: latestOf(retractions).map(({ id, position: _position, ...retraction }) => ({
      event: id,
      ...retraction,
    })),
    counts: { accounts: accounts.length, corrections: corrections.length, retractions: retractions.length },
    ...(press.reportedAsOf !== Infinity && { undated: countUndated(state, press) }),
  };
}

/** An event as it would be posted again: without its place in the log. */
export function toEventInput({
  id,
  type,
  story,
  occurredAt,
  certainty,
  data,
  source,
}: StoredEvent): Record<string, unknown> {
  return {
    id,
    type,
    story,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(certainty !== undefined && { certainty }),
    data,
    ...(source && { source: toSourceInput(source) }),
  };
}

/** The details of an article are not repeated with its facts. */
function toSourceInput({
  article,
  url,
  publisher,
  publishedAt,
  quote,
  attributedTo,
}: EventSource): Record<string, unknown> {
  return {
    ...(article === undefined ? { url, publisher, ...(publishedAt !== undefined && { publishedAt }) } : { article }),
    ...(quote !== undefined && { quote }),
    ...(attributedTo !== undefined && { attributedTo }),
  };
}
